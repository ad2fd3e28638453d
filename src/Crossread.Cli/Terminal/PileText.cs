// A pile of stories on a terminal: a short overview, then the stories in turn.
using System.Globalization;

using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Terminal;

/// <summary>Prints the stories of a pile; one story stands by itself.</summary>
internal static class PileText
{
    private const int MostListed = 60, MostPrinted = 12;

    /// <summary>Writes the pile.</summary>
    /// <param name="pile">The stories.</param>
    /// <param name="since">A day, to tell what is new since then; or null.</param>
    /// <param name="output">Where to.</param>
    /// <param name="shape">What the terminal can show.</param>
    public static void Write(StoryPile pile, string? since, TextWriter output, TerminalShape shape)
    {
        if (pile.Stories.Length == 1)
        {
            StoryText.Write(pile.Stories[0], output, shape, since);
            return;
        }
        TextLayout layout = new(output, shape);
        layout.Line(StorySummary.Of(pile), Tone.Strong);
        for (int i = 0; i < Math.Min(pile.Stories.Length, MostListed); i++)
        {
            Story story = pile.Stories[i];
            layout.Wrapped(Number(i + 1) + " " + StorySummary.Title(story) + " (" + (story.Reports.Length == 1 ? "one report" : Html.Count(story.Reports.Length, "report")) + "; " + StorySummary.Outlets(story) + ")", 2);
        }
        layout.Left(pile.Stories.Length - MostListed, 2);
        int printed = 0;
        for (int i = 0; i < pile.Stories.Length && printed < MostPrinted; i++)
        {
            // What one report alone tells is in the list; there is nothing to hold it against.
            if (pile.Stories[i].Reports.Length == 1 && pile.Stories.Any(s => s.Reports.Length > 1))
                continue;
            printed++;
            output.WriteLine();
            layout.Line(new string('═', shape.Width), Tone.Soft);
            layout.Line("Story " + Number(i + 1) + " of " + Number(pile.Stories.Length), Tone.Soft);
            StoryText.Write(pile.Stories[i], output, shape, since);
        }
        int left = pile.Stories.Length - printed;
        if (left > 0)
        {
            output.WriteLine();
            layout.Wrapped("The other " + Html.Count(left, "story is", "stories are") + " not printed here: --html FILE writes a page for each, --as jsonl a line.", 0, Tone.Soft);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
