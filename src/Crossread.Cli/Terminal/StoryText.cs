// The story on a terminal, in a screen or two; plain text in a pipe.
using System.Globalization;

using Crossread.Stories;

namespace Crossread.Cli.Terminal;

/// <summary>Prints a story for a reader at a terminal.</summary>
internal static class StoryText
{
    /// <summary>Writes the story.</summary>
    public static void Write(Story story, TextWriter output, TerminalShape shape)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Reports.Length} reports, {story.Origins.Length} origins"));
        foreach (StoryReport report in story.Reports)
            output.WriteLine(Visible.Signs($"  {report.Reading.Report.Title ?? report.Reading.Report.File}"));
    }
}
