// What a character is to the tokeniser and to the models: classes, and one glyph for the many quotation marks and dashes.
using System.Globalization;

namespace Crossread.Language;

/// <summary>Classes of characters.</summary>
internal static class Glyphs
{
    /// <summary>True for a straight or curly apostrophe or single quotation mark.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '′' or '`' or '´' or '‛' or '‚';

    /// <summary>True for a double quotation mark of any kind.</summary>
    public static bool IsDoubleQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '″' or '＂';

    /// <summary>True for a hyphen, not a dash.</summary>
    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>True for a dash longer than a hyphen.</summary>
    public static bool IsDash(char c) => c is '–' or '—' or '―' or '‒' or '−';

    /// <summary>True for what parts words and is no word: white space, control and format characters, marks of byte order.</summary>
    public static bool IsSpace(char c) => c <= ' ' || (c >= '\u007f' && (char.IsWhiteSpace(c) || IsInvisible(c)));

    /// <summary>True for a letter, a digit or a mark that belongs to the letter before it.</summary>
    public static bool IsWord(char c)
    {
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => c != 'ʼ',
            _ => false,
        };
    }

    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        && c is not ('\u200d' or '\u200c');
}
