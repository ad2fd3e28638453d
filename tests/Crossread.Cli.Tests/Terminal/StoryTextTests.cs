// The story on a terminal.
using System.Text.RegularExpressions;

using Crossread.Cli.Terminal;
using Crossread.Pages.Tests;
using Crossread.Stories;

namespace Crossread.Cli.Tests.Terminal;

public sealed partial class StoryTextTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        string text = Write(SampleStory.Story, new TerminalShape(width, false));
        if (Environment.GetEnvironmentVariable("CROSSREAD_TEXT") is { Length: > 0 } file)
            File.WriteAllText(file + width, text);
        Assert.All(text.Split('\n'), line => Assert.InRange(TextLayout.Columns(line), 0, width));
    }

    [Fact]
    public void Colour_changes_no_word()
    {
        string plain = Write(SampleStory.Story, new TerminalShape(100, false)), coloured = Write(SampleStory.Story, new TerminalShape(100, true));
        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, Colours().Replace(coloured, ""));
    }

    [Fact]
    public void A_name_that_would_steer_the_terminal_is_shown_not_obeyed()
    {
        Story story = SampleStory.Story with
        {
            Entities = [.. SampleStory.Story.Entities.Select(e => e with { Name = "\u001b]0;owned\u0007" + e.Name + "\u202Egpj" })],
        };
        string text = Write(story, new TerminalShape(100, false));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("⟦U+202E⟧", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_without_reports_is_one_line() =>
        Assert.Contains("no report could be read", Write(Empty, new TerminalShape(80, false)), StringComparison.Ordinal);

    [GeneratedRegex("\u001b\\[[0-9]+m")]
    private static partial Regex Colours();

    private static readonly Story Empty = new() { Reports = [], Entities = [], Origins = [], Utterances = [], Claims = [], Differences = [], Timeline = [] };

    private static string Write(Story story, TerminalShape shape)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        StoryText.Write(story, writer, shape);
        return writer.ToString();
    }
}
