// Cuts a stretch of text into words by the conventions of Universal Dependencies for English.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Cuts text into words. Each word has its own span; contractions are cut (<c>did|n't</c>), hyphens part words (<c>well|-|known</c>).</summary>
internal static class Tokenizer
{
    /// <summary>A word longer than this is cut, so that no later step meets an endless one.</summary>
    private const int LongestWord = 400;

    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Prefixes = new(() => WordLists.Set("Language/prefixes.tsv"));
    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Units = new(() => WordLists.Set("Language/units.tsv"));
    private static readonly Lazy<Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> Contractions = new(() =>
        ListFile.Rows("Language/contractions.tsv").ToDictionary(row => row[0], row => row[1][0] - '0', StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Adds the words of a part of the text.</summary>
    public static void Cut(string text, TextSpan part, List<TextSpan> words)
    {
        int at = part.Start;
        while (at < part.End)
        {
            if (Glyphs.IsSpace(text[at]))
            {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < part.End && !Glyphs.IsSpace(text[end]))
                end++;
            CutChunk(text, at, end, words);
            at = end;
        }
    }

    /// <summary>A chunk is a run without space.</summary>
    private static void CutChunk(string text, int at, int end, List<TextSpan> words)
    {
        bool address = LooksLikeAddress(text.AsSpan(at, end - at));
        while (at < end)
        {
            int next = address && Glyphs.IsWord(text[at]) ? AddressEnd(text, at, end) : Next(text, at, end);
            next = Math.Min(next, at + LongestWord);
            if (next < end && char.IsLowSurrogate(text[next]) && char.IsHighSurrogate(text[next - 1]) && next - 1 > at)
                next--;
            if (!(address && next - at > 3) && SplitPoint(text, at, next) is var cut && cut > at && cut < next)
            {
                words.Add(new TextSpan(at, cut));
                words.Add(new TextSpan(cut, next));
            }
            else
            {
                words.Add(new TextSpan(at, next));
            }
            at = next;
        }
    }

    /// <summary>One past the end of the word that begins here.</summary>
    private static int Next(string text, int at, int end)
    {
        char c = text[at];
        if (Glyphs.IsWord(c))
            return WordEnd(text, at, end);
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
            return at + 2;
        if (Glyphs.IsApostrophe(c))
            return ApostropheEnd(text, at, end);
        if (c == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (at == 0 || !Glyphs.IsWord(text[at - 1])))
            return NumberEnd(text, at + 1, end);
        if (c is ':' or ';' or '=' && Emoticon(text, at, end) is var smile and > 0)
            return smile;
        int next = at + 1;
        if (c is '!' or '?')
        {
            while (next < end && text[next] is '!' or '?')
                next++;
        }
        else if (c is '.' or '-' or '*' or '=' or '_' or '~' or '#' or '+' or '<' or '>' or '…' or '–' or '—')
        {
            while (next < end && text[next] == c)
                next++;
        }
        else if (c == '$' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol)
        {
            return next;
        }
        return next;
    }

    private static int Emoticon(string text, int at, int end)
    {
        int next = at + 1;
        if (next < end && text[next] == '-')
            next++;
        return next < end && text[next] is ')' or '(' or 'D' or 'P' && next + 1 == end ? next + 1 : 0;
    }

    /// <summary>An apostrophe opens a word that lost its start ('em, '90s), is a clitic ('s), or stands alone.</summary>
    private static int ApostropheEnd(string text, int at, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at + 1, end - at - 1);
        if (rest.Length >= 2 && Glyphs.IsApostrophe(rest[0]) && rest[0] == text[at])
            return at + 2;
        int letters = 0;
        while (letters < rest.Length && Glyphs.IsWord(rest[letters]))
            letters++;
        bool ends = letters == rest.Length || !Glyphs.IsApostrophe(rest[letters]);
        bool behindWord = at > 0 && (Glyphs.IsWord(text[at - 1]) || text[at - 1] is '.' or ')' || Glyphs.IsDoubleQuote(text[at - 1]));
        ReadOnlySpan<char> word = rest[..letters];
        if (behindWord && IsClitic(word))
            return at + 1 + letters;
        bool open = text[at] == '‘';
        if (!behindWord && !open && ends && (word.Equals("em", StringComparison.OrdinalIgnoreCase) || word.Equals("cause", StringComparison.OrdinalIgnoreCase)
            || word.Equals("tis", StringComparison.OrdinalIgnoreCase) || word.Equals("twas", StringComparison.OrdinalIgnoreCase)
            || (letters is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]))))
        {
            return at + 1 + letters;
        }
        return at + 1;
    }

    private static bool IsClitic(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => (word[0] | 0x20) is 's' or 'd' or 'm',
        2 => word.Equals("ll", StringComparison.OrdinalIgnoreCase) || word.Equals("re", StringComparison.OrdinalIgnoreCase) || word.Equals("ve", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>End of a word that begins with a letter or digit.</summary>
    private static int WordEnd(string text, int at, int end)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            int number = NumberEnd(text, at, end);
            int letters = number;
            while (letters < end && Glyphs.IsWord(text[letters]))
                letters++;
            if (letters == number)
                return number;
            if (Units.Value.Contains(text.AsSpan(number, letters - number)))
                return number;
            if (letters + 3 < end + 1 && letters + 2 <= end && text[letters] == '.' && (text[number] | 0x20) is 'a' or 'p' && letters == number + 1)
                return number;
            return Joined(text, at, letters, end);
        }
        int next = at + 1;
        while (next < end && Glyphs.IsWord(text[next]))
            next++;
        return Joined(text, at, next, end);
    }

    /// <summary>Figures with the marks inside them: 1,200.5, 5:30, 9/11, 713-853-3989.</summary>
    private static int NumberEnd(string text, int at, int end)
    {
        int next = at;
        int groups = 0;
        while (true)
        {
            while (next < end && char.IsAsciiDigit(text[next]))
                next++;
            if (next + 1 < end && text[next] is '.' or ',' or ':' or '/' && char.IsAsciiDigit(text[next + 1]))
            {
                next++;
                continue;
            }
            if (next + 3 < end && text[next] == '-' && groups < 4 && IsPhonePart(text, at, next, end))
            {
                groups++;
                next++;
                continue;
            }
            return next;
        }
    }

    /// <summary>A hyphen between groups of three and four figures belongs to a telephone number.</summary>
    private static bool IsPhonePart(string text, int at, int hyphen, int end)
    {
        int before = 0;
        while (hyphen - before - 1 >= at && char.IsAsciiDigit(text[hyphen - before - 1]))
            before++;
        int after = 0;
        while (hyphen + after + 1 < end && char.IsAsciiDigit(text[hyphen + after + 1]) && after < 6)
            after++;
        return (before == 3 && after is 3 or 4 && (after == 4 || (hyphen + 4 < end && text[hyphen + 4] == '-'))) || (before == 1 && text[hyphen - 1] == '1' && after == 3 && hyphen + 4 < end && text[hyphen + 4] == '-');
    }

    /// <summary>Goes on over marks that join parts into one word: full stops of abbreviations, inner apostrophes, prefixes' hyphens, ampersands.</summary>
    private static int Joined(string text, int at, int next, int end)
    {
        while (next < end)
        {
            char c = text[next];
            bool wordBehind = next + 1 < end && Glyphs.IsWord(text[next + 1]);
            if (c == '.')
            {
                int part = PartStart(text, at, next);
                bool single = next - part == 1 && char.IsLetter(text[part]);
                if (wordBehind && single && char.IsLetter(text[next + 1]))
                {
                    int after = PartEnd(text, next + 1, end);
                    if (after - next - 1 == 1 || (after < end && text[after] == '.' && after - next <= 4))
                    {
                        next = after;
                        continue;
                    }
                    if (part > at)
                        return next + 1;
                    return char.IsUpper(text[part]) ? next + 1 : next;
                }
                if (wordBehind && IsDomain(text, next + 1, end))
                {
                    next = PartEnd(text, next + 1, end);
                    continue;
                }
                if (!wordBehind && (part > at && single && text[part - 1] == '.'))
                    return next + 1;
                if (!(next + 1 < end && text[next + 1] == '.') && Abbreviations.Holds(text.AsSpan(at, next + 1 - at), text, next + 1))
                    return next + 1;
                return next;
            }
            if (!wordBehind)
                return next;
            if (Glyphs.IsApostrophe(c))
            {
                int after = PartEnd(text, next + 1, end);
                if (IsClitic(text.AsSpan(next + 1, after - next - 1)))
                    return next;
                if (after - next - 1 == 1 && (text[next + 1] | 0x20) == 't' && (text[next - 1] | 0x20) == 'n')
                {
                    next = after;
                    continue;
                }
                if (c == '‘')
                    return next;
                next = after;
                continue;
            }
            if (Glyphs.IsHyphen(c))
            {
                if (!char.IsLetter(text[next + 1]) || !Prefixes.Value.Contains(text.AsSpan(at, next - at)))
                    return next;
                next = PartEnd(text, next + 1, end);
                continue;
            }
            if (c == '&' && next - at <= 3 && char.IsUpper(text[next + 1]))
            {
                next = PartEnd(text, next + 1, end);
                continue;
            }
            if (c is '\u200d' or '\u200c' or '\u00ad')
            {
                next = PartEnd(text, next + 1, end);
                continue;
            }
            return next;
        }
        return next;
    }

    private static int PartStart(string text, int at, int next)
    {
        int part = next;
        while (part > at && next - part < 3 && Glyphs.IsWord(text[part - 1]))
            part--;
        return part;
    }

    private static int PartEnd(string text, int at, int end)
    {
        while (at < end && Glyphs.IsWord(text[at]))
            at++;
        return at;
    }

    private static bool IsDomain(string text, int at, int end)
    {
        int after = PartEnd(text, at, end);
        ReadOnlySpan<char> part = text.AsSpan(at, after - at);
        return part is "com" or "org" or "net" or "gov" or "edu" or "html" or "htm" or "pdf" or "doc" or "php" or "info" or "co";
    }

    /// <summary>Where a contraction is cut in two; the start if it is none.</summary>
    private static int SplitPoint(string text, int at, int next)
    {
        int length = next - at;
        if (length > 3 && (text[next - 1] | 0x20) == 't' && Glyphs.IsApostrophe(text[next - 2]) && (text[next - 3] | 0x20) == 'n')
            return next - 3;
        if (length is >= 4 and <= 7 && Contractions.Value.TryGetValue(text.AsSpan(at, length), out int first))
            return at + first;
        return at;
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 6)
            return false;
        ReadOnlySpan<char> front = chunk[..Math.Min(chunk.Length, 2000)];
        int sign = front.IndexOf('@');
        return front.Contains("://", StringComparison.Ordinal) || front.IndexOf("www.", StringComparison.OrdinalIgnoreCase) is >= 0 and < 3
            || (sign > 0 && Glyphs.IsWord(front[sign - 1]) && front[sign..].Contains('.'));
    }

    private static int AddressEnd(string text, int at, int end)
    {
        int next = at;
        while (next < end && !Glyphs.IsDoubleQuote(text[next]) && text[next] is not ('<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or '|'))
            next++;
        while (next > at + 1 && (text[next - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '…' || Glyphs.IsApostrophe(text[next - 1])))
            next--;
        return next;
    }
}
