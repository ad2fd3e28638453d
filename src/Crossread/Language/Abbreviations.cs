// Abbreviations: whether a full stop belongs to its word, and what that means for the sentence's end.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>What an abbreviation's full stop means for the end of a sentence.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>No abbreviation.</summary>
    None,

    /// <summary>A name follows; never ends a sentence.</summary>
    Title,

    /// <summary>An abbreviation only before a figure.</summary>
    Number,

    /// <summary>Never ends a sentence.</summary>
    Inner,

    /// <summary>Stands at the end of a name; may end a sentence.</summary>
    Name,

    /// <summary>a.m. and p.m.</summary>
    Time,

    /// <summary>A state or a street.</summary>
    Place,

    /// <summary>May end a sentence.</summary>
    Other,
}

/// <summary>The list of abbreviations.</summary>
internal static class Abbreviations
{
    private static readonly Lazy<Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>>> Kinds = new(Load);

    /// <summary>The kind of a word that ends in a full stop.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 8 || word[^1] != '.')
            return AbbreviationKind.None;
        return Kinds.Value.TryGetValue(word, out AbbreviationKind kind) && (kind is AbbreviationKind.Inner or AbbreviationKind.Other or AbbreviationKind.Time || char.IsUpper(word[0]) || word is "p." or "pp." or "ext." or "tel.")
            ? kind : AbbreviationKind.None;
    }

    /// <summary>True if the full stop at the word's end belongs to it, judged by the list, by its shape (an initial) and by what follows.</summary>
    public static bool Holds(ReadOnlySpan<char> word, string text, int behind)
    {
        if (word.Length == 2 && char.IsLetter(word[0]))
            return char.IsUpper(word[0]) && (word[0] != 'I' || FollowedBy(text, behind, digit: false)) && behind < text.Length && FollowedBy(text, behind, digit: false);
        return KindOf(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Number => FollowedBy(text, behind, digit: true) || (word.Length >= 4 && word is not "Art." and not "Mar." and not "Sec." and not "Fig." && FollowedBy(text, behind, digit: false)),
            AbbreviationKind.Place => word.Length > 3 || FollowedBy(text, behind, digit: false) || Punctuated(text, behind),
            _ => true,
        };
    }

    /// <summary>True if the next word on the line begins with a figure, or else with a capital.</summary>
    private static bool FollowedBy(string text, int at, bool digit)
    {
        int limit = Math.Min(text.Length, at + 3);
        while (at < limit && text[at] is ' ' or '\u00a0')
            at++;
        return at < text.Length && (digit ? char.IsAsciiDigit(text[at]) : char.IsUpper(text[at]));
    }

    private static bool Punctuated(string text, int at) => at < text.Length && text[at] is ',' or ')' or ';';

    private static Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        Dictionary<string, AbbreviationKind> kinds = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Language/abbreviations.tsv"))
            kinds[row[0]] = Enum.Parse<AbbreviationKind>(row[1], ignoreCase: true);
        return kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
