// Groups the words of a block into sentences.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Finds where sentences end. Decides by the word with the stop, by what closes behind it and by the word that comes next.</summary>
internal static class SentenceSplitter
{
    /// <summary>A sentence with more words is cut, so that no later step meets an endless one.</summary>
    public const int LongestSentence = 300;

    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Starters = new(() => WordLists.Set("Language/starters.tsv"));
    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Sayings = new(() => WordLists.Set("Language/sayings.tsv"));

    /// <summary>Adds the ends (one past the last word) of the sentences of words <paramref name="first"/> to the end of the list.</summary>
    public static void Split(string text, List<TextSpan> words, int first, List<int> ends)
    {
        int start = first;
        for (int i = first; i < words.Count; i++)
        {
            int end = EndAfter(text, words, i);
            if (end > 0)
            {
                AddCut(text, words, start, end, ends);
                start = end;
                i = end - 1;
            }
        }
        if (start < words.Count)
            AddCut(text, words, start, words.Count, ends);
    }

    /// <summary>Adds a sentence, cut at its best places where it is too long.</summary>
    private static void AddCut(string text, List<TextSpan> words, int start, int end, List<int> ends)
    {
        while (end - start > LongestSentence)
        {
            int cut = start + LongestSentence;
            for (int i = cut; i > start + LongestSentence / 2; i--)
            {
                if (words[i - 1].Length == 1 && text[words[i - 1].Start] is ';' or ':' or ',' or '•' or '|')
                {
                    cut = i;
                    break;
                }
            }
            ends.Add(cut);
            start = cut;
        }
        ends.Add(end);
    }

    /// <summary>If a sentence ends at word i (or at marks that close behind it), one past its last word; else 0.</summary>
    private static int EndAfter(string text, List<TextSpan> words, int i)
    {
        ReadOnlySpan<char> word = words[i].Of(text);
        char last = word[^1];
        if (last is not ('.' or '!' or '?' or '…' or '。' or '！' or '？'))
            return 0;
        bool plain = word.Length == 1 || word[0] is '.' or '!' or '?' or '…';
        int next = i + 1;
        bool closed = false, bracket = false;
        while (next < words.Count && Closes(text, words, next))
        {
            char mark = text[words[next].Start];
            closed |= !IsBracket(mark);
            bracket |= IsBracket(mark);
            next++;
        }
        if (next == words.Count)
            return next;
        bool dots = last == '…' || (plain && word.Length > 1 && word[0] == '.');
        ReadOnlySpan<char> following = words[next].Of(text);
        if (plain && !dots && last == '.' && next == i + 1 && words[next].Start == words[i].End && !Glyphs.IsDoubleQuote(following[0]))
            return char.IsUpper(following[0]) && i > 0 && words[i].Start == words[i - 1].End && words[i - 1].Length > 3 && following.Length > 1 ? next : 0;
        int content = next;
        while (content < words.Count && content < next + 3 && Opens(text, words, content))
            content++;
        if (content == words.Count)
            return dots ? 0 : next;
        ReadOnlySpan<char> first = words[content].Of(text);
        if (char.IsLower(first[0]))
            return bracket || dots || closed || !plain || !BrandLike(first) ? 0 : next;
        bool stop = plain && !dots;
        if (!stop && !dots)
            return AbbreviationEnds(text, words, i, content, first) ? next : 0;
        if (!char.IsLetterOrDigit(first[0]) && !IsOpening(text, words, content) && content == next)
            return stop && (first[0] is '•' or '*' or '#' or '@' or '$' or '£' or '€' or '[' or '(' || Glyphs.IsDash(first[0]) || char.IsSurrogate(first[0])) ? (Glyphs.IsDash(first[0]) && !DashOpens(text, words, content) ? 0 : next) : 0;
        if (closed && last is '!' or '?' && SaysWho(text, words, content))
            return 0;
        if (dots && !char.IsUpper(first[0]))
            return 0;
        return next;
    }

    private static bool DashOpens(string text, List<TextSpan> words, int i) => i + 1 < words.Count && char.IsUpper(text[words[i + 1].Start]);

    /// <summary>iPhone, eBay: a small letter that may begin a sentence.</summary>
    private static bool BrandLike(ReadOnlySpan<char> word) => word.Length > 2 && char.IsUpper(word[1]);

    /// <summary>Whether a sentence ends after an abbreviation that is followed by a word with a capital or a figure.</summary>
    private static bool AbbreviationEnds(string text, List<TextSpan> words, int i, int content, ReadOnlySpan<char> first)
    {
        ReadOnlySpan<char> word = words[i].Of(text);
        AbbreviationKind kind = Abbreviations.KindOf(word);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Number or AbbreviationKind.Inner)
            return kind == AbbreviationKind.Number && word.Length > 4 && Starters.Value.Contains(first) && !char.IsAsciiDigit(first[0]);
        if (char.IsAsciiDigit(first[0]))
            return false;
        bool starter = Starters.Value.Contains(first);
        if (kind == AbbreviationKind.Time)
            return !(first.Length is 2 or 3 or 4 && IsUpper(first));
        if (word.Length == 2)
            return starter && first is not "A" && (i == 0 || !char.IsUpper(text[words[i - 1].Start]) || first.Length > 1);
        if (starter)
            return first is not "A" || content + 1 >= words.Count || !text[words[content + 1].End - 1].Equals('.');
        return kind == AbbreviationKind.Other && !Abbreviations.KindOf(first).Equals(AbbreviationKind.Number);
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }

    /// <summary>Behind a closed question or exclamation: a speaker and a verb of saying close by keep the sentence going.</summary>
    private static bool SaysWho(string text, List<TextSpan> words, int content)
    {
        for (int i = content; i < words.Count && i < content + 5; i++)
        {
            ReadOnlySpan<char> word = words[i].Of(text);
            if (Sayings.Value.Contains(word))
                return i > content || char.IsLower(word[0]);
            if (!char.IsLetter(word[0]) && !Glyphs.IsHyphen(word[0]) && word[^1] != '.')
                return false;
        }
        return false;
    }

    private static bool IsBracket(char c) => c is ')' or ']' or '}';

    /// <summary>True for a mark that closes what stands before it: a bracket, or a quotation mark without space before it.</summary>
    private static bool Closes(string text, List<TextSpan> words, int i)
    {
        TextSpan span = words[i];
        char c = text[span.Start];
        if (span.Length == 1 && IsBracket(c))
            return true;
        if (c is '”' or '’' or '»')
            return span.Length <= 2 && !(char.IsLetterOrDigit(text[span.End - 1]));
        if (c is '“' or '‘' or '«' or '„' || !(Glyphs.IsDoubleQuote(c) || Glyphs.IsApostrophe(c)) || char.IsLetterOrDigit(text[span.End - 1]))
            return false;
        bool before = i > 0 && words[i - 1].End < span.Start;
        bool after = i + 1 >= words.Count || span.End < words[i + 1].Start;
        return !before && (after || !char.IsLetterOrDigit(text[words[i + 1].Start]) || i == 0 || c == '"' && char.IsUpper(text[words[i + 1].Start]));
    }

    private static bool IsOpening(string text, List<TextSpan> words, int i) =>
        words[i].Length <= 2 && text[words[i].Start] is '(' or '[' or '{' || Glyphs.IsDoubleQuote(text[words[i].Start]) || (words[i].Length == 1 && Glyphs.IsApostrophe(text[words[i].Start]));

    /// <summary>True for a mark that opens what stands behind it.</summary>
    private static bool Opens(string text, List<TextSpan> words, int i) => i + 1 < words.Count && IsOpening(text, words, i) && words[i + 1].Start == words[i].End;
}
