// Lines of a given width: wrapped, clipped, in columns, coloured or not.
using System.Globalization;
using System.Text;

using Crossread.Pages;

namespace Crossread.Cli.Terminal;

/// <summary>What a piece of text is, as far as its colour goes.</summary>
internal enum Tone
{
    /// <summary>As the rest.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Dim.</summary>
    Soft,

    /// <summary>Asserted.</summary>
    For,

    /// <summary>Denied.</summary>
    Against,

    /// <summary>Questioned or conditional.</summary>
    Doubt,
}

/// <summary>Writes lines no wider than the terminal. Text is made visible first, so nothing in it can act on the terminal.</summary>
internal sealed class TextLayout(TextWriter output, TerminalShape shape)
{
    /// <summary>Columns of a line.</summary>
    public int Width => shape.Width;

    /// <summary>A blank line and a heading.</summary>
    public void Heading(string text)
    {
        output.WriteLine();
        Line(text, Tone.Strong);
        output.WriteLine(new string('─', Math.Min(Columns(text), Width)));
    }

    /// <summary>One line, clipped to the width.</summary>
    public void Line(string text, Tone tone = Tone.Plain) => output.WriteLine(Paint(Clip(VisibleText.Of(text), Width), tone));

    /// <summary>Text over as many lines as it needs; lines after the first stand further in.</summary>
    public void Wrapped(string text, int indent, Tone tone = Tone.Plain, int hanging = 2)
    {
        StringBuilder line = new(new string(' ', indent));
        int used = indent;
        bool empty = true;
        foreach (string word in VisibleText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string part in Parts(word, Width - indent - hanging))
            {
                int columns = Columns(part);
                if (!empty && used + 1 + columns > Width)
                {
                    output.WriteLine(Paint(line.ToString(), tone));
                    line.Clear().Append(' ', indent + hanging);
                    used = indent + hanging;
                    empty = true;
                }
                line.Append(empty ? "" : " ").Append(part);
                used += columns + (empty ? 0 : 1);
                empty = false;
            }
        }
        output.WriteLine(Paint(line.ToString(), tone));
    }

    /// <summary>One line whose start is clipped so that its end fits.</summary>
    public void Clipped(string text, string end)
    {
        string last = Clip(VisibleText.Of(end), Width - 10);
        output.WriteLine(Clip(VisibleText.Of(text), Width - Columns(last)) + last);
    }

    /// <summary>Says how many more there are, if any.</summary>
    public void Left(int count, int indent)
    {
        if (count > 0)
            output.WriteLine(Paint(new string(' ', indent) + "and " + count.ToString(CultureInfo.InvariantCulture) + " more", Tone.Soft));
    }

    /// <summary>One line of cells, two columns apart. A width of 0 takes what the cell needs, -1 what the others leave.</summary>
    public void Row(params ReadOnlySpan<(string Text, int Width, Tone Tone)> cells)
    {
        int left = Width - (2 * (cells.Length - 1));
        foreach ((string text, int width, _) in cells)
            left -= width > 0 ? width : 0;
        int needed = 0;
        foreach ((string text, int width, _) in cells)
            needed += width == 0 ? Math.Min(Columns(VisibleText.Of(text)), Math.Max(left, 1)) : 0;
        StringBuilder line = new();
        for (int i = 0; i < cells.Length; i++)
        {
            (string text, int width, Tone tone) = cells[i];
            int columns = Math.Max(width > 0 ? width : width < 0 ? left - needed : Math.Min(needed, left), 1);
            string shown = Clip(VisibleText.Of(text), columns);
            line.Append(Paint(shown, tone));
            if (i < cells.Length - 1)
                line.Append(' ', Math.Max(columns - Columns(shown), 0) + 2);
        }
        output.WriteLine(line.ToString().TrimEnd());
    }

    /// <summary>Columns that a text takes on a terminal: none for marks that join, two for the wide signs of East Asia and for pictographs.</summary>
    public static int Columns(string text)
    {
        int columns = 0;
        foreach (Rune rune in text.EnumerateRunes())
            columns += Columns(rune);
        return columns;
    }

    private static int Columns(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        >= 0x1100 and <= 0x115F or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };

    private static string Clip(string text, int width)
    {
        if (Columns(text) <= width)
            return text;
        StringBuilder kept = new();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += Columns(rune);
            if (used > width)
                break;
            kept.Append(rune.ToString());
        }
        return kept.ToString().TrimEnd() + "…";
    }

    private static IEnumerable<string> Parts(string word, int width)
    {
        if (Columns(word) <= width)
        {
            yield return word;
            yield break;
        }
        StringBuilder part = new();
        int used = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (used + Columns(rune) > width)
            {
                yield return part.ToString();
                part.Clear();
                used = 0;
            }
            part.Append(rune.ToString());
            used += Columns(rune);
        }
        if (part.Length > 0)
            yield return part.ToString();
    }

    private string Paint(string text, Tone tone) => !shape.Colour || tone == Tone.Plain || text.Length == 0 ? text : tone switch
    {
        Tone.Strong => "\u001b[1m",
        Tone.Soft => "\u001b[2m",
        Tone.For => "\u001b[36m",
        Tone.Against => "\u001b[31m",
        _ => "\u001b[33m",
    } + text + "\u001b[0m";
}
