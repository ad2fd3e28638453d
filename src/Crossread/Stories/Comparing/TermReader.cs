// Reads the content words of a stretch of text.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Stories.Comparing;

/// <summary>Reads the content words of a stretch of text in order: no function words, no words of time, no verbs of saying. Works on any text; with its words analysed, lemmas and tags are used.</summary>
public static class TermReader
{
    private const int _leastSounds = 3;

    /// <summary>The content words of the whole text.</summary>
    public static ImmutableArray<Term> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, new TextSpan(0, text.Length), null);
    }

    /// <summary>The content words of a stretch of an analysed text.</summary>
    public static ImmutableArray<Term> Read(AnnotatedText words, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Read(words.Text, span, words);
    }

    /// <summary>The content words of several stretches, one after the other.</summary>
    public static ImmutableArray<Term> Read(AnnotatedText words, ImmutableArray<TextSpan> spans) => [.. spans.SelectMany(span => Read(words, span))];

    private static ImmutableArray<Term> Read(string text, TextSpan span, AnnotatedText? words)
    {
        ImmutableArray<Term>.Builder terms = ImmutableArray.CreateBuilder<Term>();
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        WordScanner scanner = new(span.Of(text));
        while (scanner.MoveNext())
        {
            TextSpan at = new(span.Start + scanner.Start, span.Start + scanner.End);
            if (scanner.Shape == WordShape.Number)
            {
                terms.Add(new Term(NumberKey(scanner.Word), 0, TermKind.Number, at));
                continue;
            }
            Token? token = words is { Tokens.Length: > 0 } ? TokenOf(words, at) : null;
            string folded = WordFolding.Fold(scanner.Word, buffer).ToString();
            if (WordLists.Numbers.TryGetValue(folded, out int value) && value > 1)
            {
                terms.Add(new Term(NumberKey(value.ToString(CultureInfo.InvariantCulture)), 0, TermKind.Number, at));
                continue;
            }
            bool capital = scanner.Shape == WordShape.Capital;
            if (folded.Length < 2 || WordLists.PassedOver.ContainsKey(folded))
                continue;
            string form = token is { Upos: not Upos.PROPN, Lemma.Length: > 0 } t ? t.Lemma : folded;
            if (!ReferenceEquals(form, folded) && WordLists.PassedOver.ContainsKey(form))
                continue;
            ulong key = TermKey.Of(WordFolding.Stem(form, buffer));
            bool name = capital && (token is { } tagged ? tagged.Upos == Upos.PROPN : !scanner.OpensSentence);
            ulong sound = 0;
            if (capital)
            {
                ReadOnlySpan<char> sounds = WordFolding.Sounds(scanner.Word, buffer);
                sound = sounds.Length >= _leastSounds ? TermKey.Salted(TermKey.Of(sounds), 1) : 0;
            }
            terms.Add(new Term(key, sound, name ? TermKind.Name : TermKind.Word, at));
        }
        return terms.ToImmutable();
    }

    /// <summary>The key of a number in digits: points of thousands do not count.</summary>
    internal static ulong NumberKey(ReadOnlySpan<char> digits)
    {
        Span<char> kept = stackalloc char[WordFolding.Limit];
        int n = 0;
        kept[n++] = '#';
        foreach (char c in digits)
        {
            if (c != ',' && n < kept.Length)
                kept[n++] = c;
        }
        return TermKey.Of(kept[..n]);
    }

    private static Token? TokenOf(AnnotatedText words, TextSpan at)
    {
        int index = words.TokenAt(at.Start);
        return index < words.Tokens.Length && words.Tokens[index].Span.Start <= at.Start ? words.Tokens[index] : null;
    }
}
