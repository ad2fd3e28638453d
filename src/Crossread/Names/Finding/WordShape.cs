// How a word is written: small, capital, initials, digits.
namespace Crossread.Names.Finding;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Mark,
    Lower,
    Capital,
    AllCapitals,
    Letter,
    Initial,
    Dotted,
    Mixed,
    Hyphenated,
    Year,
    Number,
    LetterDigit,
}

/// <summary>Tells the shape of a word.</summary>
internal static class WordShapes
{
    /// <summary>The shape of a word.</summary>
    public static WordShape Of(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0, digits = 0, dots = 0, hyphens = 0, innerUpper = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            bool capital = char.IsUpper(c);
            upper += capital ? 1 : 0;
            innerUpper += capital && i > 0 ? 1 : 0;
            lower += !capital && char.IsLetter(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            dots += c == '.' ? 1 : 0;
            hyphens += c == '-' ? 1 : 0;
        }
        if (upper + lower == 0)
            return digits == 0 ? WordShape.Mark : digits == 4 && word.Length == 4 && word[0] is '1' or '2' ? WordShape.Year : WordShape.Number;
        if (digits > 0)
            return WordShape.LetterDigit;
        if (upper == 0)
            return WordShape.Lower;
        if (upper == 1 && lower == 0)
            return dots > 0 ? WordShape.Initial : WordShape.Letter;
        if (lower == 0)
            return dots > 0 ? WordShape.Dotted : WordShape.AllCapitals;
        if (hyphens > 0)
            return WordShape.Hyphenated;
        return innerUpper == 0 && char.IsUpper(word[0]) ? WordShape.Capital : WordShape.Mixed;
    }

    /// <summary>True if the shape holds a capital letter.</summary>
    public static bool HasCapital(WordShape shape) => shape is >= WordShape.Capital and <= WordShape.Hyphenated;
}
