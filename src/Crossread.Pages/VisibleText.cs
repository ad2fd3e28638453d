// Makes characters visible that a page or terminal would hide or obey.
using System.Globalization;
using System.Text;

namespace Crossread.Pages;

/// <summary>
/// Text of unknown origin, made safe to show: control characters, bidirectional controls and invisible characters
/// become visible signs, so that nothing in a headline or a name can move, hide or colour what stands around it.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with every such character replaced; line breaks and tabs become one space unless they are kept.</summary>
    /// <param name="text">Any text; lone surrogates are allowed.</param>
    /// <param name="keepLines">True to leave line breaks and tabs as they are.</param>
    public static string Of(string text, bool keepLines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        int first = FirstOdd(text, keepLines);
        if (first < 0)
            return text;
        StringBuilder made = new(text.Length + 16);
        made.Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                Append(made, char.ConvertToUtf32(c, text[++i]), keepLines);
            else
                Append(made, c, keepLines);
        }
        return made.ToString();
    }

    /// <summary>True for a character that must be shown as a sign.</summary>
    public static bool IsOdd(int codePoint) => codePoint switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        0xAD or 0x61C or 0x180E => true,
        0x200B or 0x200E or 0x200F => true,
        >= 0x2028 and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        0xFEFF or (>= 0xFFF9 and <= 0xFFFB) => true,
        >= 0xD800 and <= 0xDFFF => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    private static int FirstOdd(string text, bool keepLines)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and < '\u007F' || (keepLines && c is '\n' or '\t'))
                continue;
            if (IsOdd(c))
                return i;
        }
        return -1;
    }

    private static void Append(StringBuilder made, int codePoint, bool keepLines)
    {
        if (codePoint is '\n' or '\t' or '\r')
            _ = keepLines && codePoint != '\r' ? made.Append((char)codePoint) : codePoint == '\r' ? made : made.Append(' ');
        else if (!IsOdd(codePoint))
            made.Append(char.ConvertFromUtf32(codePoint));
        else if (codePoint is >= 0xD800 and <= 0xDFFF)
            made.Append('\uFFFD');
        else if (codePoint == 0xAD)
            return;
        else if (codePoint < 0x20)
            made.Append((char)(0x2400 + codePoint));
        else if (codePoint == 0x7F)
            made.Append('\u2421');
        else
            made.Append('⟦').Append("U+").Append(codePoint.ToString("X4", CultureInfo.InvariantCulture)).Append('⟧');
    }
}
