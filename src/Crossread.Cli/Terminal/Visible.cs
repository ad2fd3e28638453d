// Makes signs visible that would otherwise act on a terminal or turn the text around.
using System.Globalization;
using System.Text;

namespace Crossread.Cli.Terminal;

/// <summary>Text from reports is shown, never obeyed.</summary>
internal static class Visible
{
    /// <summary>Replaces control characters (line break and tab apart), bidirectional controls and other unseen format signs by their code, as in <c>⟨U+001B⟩</c>.</summary>
    public static string Signs(string text)
    {
        int at = 0;
        while (at < text.Length && !Acts(text[at]))
            at++;
        if (at == text.Length)
            return text;
        StringBuilder shown = new(text, 0, at, text.Length + 16);
        for (; at < text.Length; at++)
        {
            if (Acts(text[at]))
                shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)text[at]:X4}⟩");
            else
                shown.Append(text[at]);
        }
        return shown.ToString();
    }

    private static bool Acts(char c) => c is not ('\n' or '\t') && char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => c is not ('\u00AD' or '\u200C' or '\u200D'),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
