// crossread read PATH…: the main job.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Exports;
using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Reads the reports of one story and lays them side by side.</summary>
internal static class ReadCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string?> html = new("--html") { Description = "Write the story as one self-contained page. Example: --html story.html", HelpName = "FILE" };
        Option<string> form = CommonOptions.As("text", "text", "json");
        Option<string?> asOf = new("--as-of") { Description = "Only what was published by that day. Example: --as-of 2026-03-14", HelpName = "DATE" };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _))
                result.AddError($"--as-of takes a day as in 2026-03-14, not '{day}'.");
        });
        Option<bool> quiet = CommonOptions.Quiet(), noColor = CommonOptions.NoColor();
        Command command = new("read", "Read the reports of one story: who says what, who denies it, where they differ.")
        {
            paths, html, form, asOf, quiet, noColor,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            Story story = Progress.While("reading", parsed.GetValue(quiet), report => Crossreader.Read(Inputs.Documents(parsed.GetValue(paths)!.Order(StringComparer.Ordinal)), report, cancel));
            if (parsed.GetValue(asOf) is { } day)
                story = StoryBuilder.AsOf(story, day);
            int status = Problems.Report(story.Problems, story.Reports.Length);
            if (story.Reports.IsEmpty)
                return status == ExitStatus.AllRead ? ExitStatus.Nothing : status;
            if (parsed.GetValue(html) is { } file)
            {
                string page = await StoryPage.RenderAsync(story);
                if (!OutputFile.Write(file, page))
                    status = ExitStatus.SomeUnread;
            }
            if (parsed.GetValue(form) == "json")
            {
                using Stream output = Console.OpenStandardOutput();
                StoryJson.Write(output, story);
                output.WriteByte((byte)'\n');
            }
            else
            {
                StoryText.Write(story, Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
            }
            return status;
        });
        return command;
    }
}
