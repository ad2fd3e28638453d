// How a command shows a story: for the terminal, as JSON, as a page.
using System.CommandLine;
using System.Text.Json;

using Crossread.Cli.Terminal;
using Crossread.Exports;
using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>The options that say how a story is shown, and the showing.</summary>
internal sealed class StoryOutput
{
    private readonly Option<string?> _html = new("--html") { Description = "Write the story as one self-contained page. Example: --html story.html", HelpName = "FILE" };
    private readonly Option<string> _form = CommonOptions.As("text", "text", "json");
    private readonly Option<string?> _asOf = CommonOptions.Day("--as-of", "Only what was published by that day. Example: --as-of 2026-03-14");
    private readonly Option<bool> _noColor = CommonOptions.NoColor();

    /// <summary>Gives the command the options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _html, _form, _asOf, _noColor })
            command.Options.Add(option);
    }

    /// <summary>Shows the story; gives the exit status.</summary>
    /// <param name="whole">The story.</param>
    /// <param name="asOf">The story as of a day.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="after">Writes what stands below the story on a terminal.</param>
    /// <param name="more">Writes what stands at the end of its JSON, or null.</param>
    public int Write(Story whole, Func<string, Story> asOf, ParseResult parsed, Action<Story, TextLayout> after, Action<Utf8JsonWriter, Story>? more = null)
    {
        Story story = parsed.GetValue(_asOf) is { } day ? asOf(day) : whole;
        int status = Problems.Report(story.Problems, story.Reports.Length);
        if (story.Reports.IsEmpty)
            return status == ExitStatus.AllRead ? ExitStatus.Nothing : status;
        if (parsed.GetValue(_html) is { } file && !OutputFile.Write(file, StoryPage.RenderAsync(story).GetAwaiter().GetResult()))
            status = ExitStatus.SomeUnread;
        if (parsed.GetValue(_form) == "json")
        {
            using Stream output = Console.OpenStandardOutput();
            StoryJson.Write(output, story, more is null ? null : json => more(json, story));
            output.WriteByte((byte)'\n');
        }
        else
        {
            TerminalShape shape = TerminalShape.Of(parsed.GetValue(_noColor));
            StoryText.Write(story, Console.Out, shape);
            after(story, new TextLayout(Console.Out, shape));
        }
        return status;
    }
}
