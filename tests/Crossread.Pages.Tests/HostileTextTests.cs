// Text from outside is shown, never run.
using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Stories;

namespace Crossread.Pages.Tests;

public sealed class HostileTextTests
{
    private const string Evil = "<script>alert(1)</script>\" onload='x' &amp; ]]> <!-- \u202Egpj.exe\u0007\u001b[31m \uD800 javascript:alert(1)";

    [Fact]
    public async Task A_hostile_story_is_shown_not_run()
    {
        string page = await StoryPage.RenderAsync(Poisoned());
        string body = page[page.IndexOf("<body", StringComparison.Ordinal)..].Replace("<script>" + PageAssets.Script + "</script>", "", StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload", body, StringComparison.Ordinal);
        Assert.DoesNotContain(body, c => c is '\u202E' or '\u0007' or '\u001b' || char.IsSurrogate(c));
        Assert.Contains("⟦U+202E⟧", System.Net.WebUtility.HtmlDecode(body), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_in_a_report_stay_text()
    {
        ReportView report = new StoryView(Poisoned()).Reports[0];
        string markup = ReportMarkup.Of(report);
        Assert.Contains("&lt;script&gt;", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("a\u0000b", "a␀b")]
    [InlineData("a\u202Eb", "a⟦U+202E⟧b")]
    [InlineData("\u00ADhyphen", "hyphen")]
    [InlineData("😀 é ‍", "😀 é ‍")]
    public void Characters_that_act_become_signs(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_sign_for_a_broken_character() =>
        Assert.Equal("a\uFFFDb", VisibleText.Of("a" + (char)0xD800 + "b"));

    /// <summary>The sample with the same hostile words in every field that a report's author can fill.</summary>
    private static Story Poisoned()
    {
        Story story = SampleStory.Story;
        return story with
        {
            Reports = [.. story.Reports.Select(Poison)],
            Entities = [.. story.Entities.Select(e => e with { Name = Evil + e.Name, Forms = [new EntityForm(Evil, 1)], Because = [Evil] })],
            Origins = [.. story.Origins.Select(o => o with { Because = Evil })],
            Claims = [.. story.Claims.Select(c => c with { About = Evil, Accounts = [.. c.Accounts.Select(a => a with { Scope = Evil, When = Evil })] })],
            Differences = [.. story.Differences.Select(d => d with { About = Evil, Because = Evil, Readings = [.. d.Readings.Select(r => r with { Value = Evil })] })],
            Timeline = [.. story.Timeline.Select((t, i) => t with { Label = Evil, Edtf = i % 2 == 0 ? Evil : t.Edtf })],
            Problems = [new Documents.Problem(Evil, Evil, Evil, Evil)],
        };
    }

    private static StoryReport Poison(StoryReport report)
    {
        Report source = report.Reading.Report;
        return report with
        {
            Published = report.Published with { Because = Evil },
            StatementDates = [.. report.StatementDates.Select(_ => Evil)],
            TimeValues = [.. report.TimeValues.Select(t => t with { Because = Evil })],
            Reading = report.Reading with
            {
                Report = source with
                {
                    File = Evil,
                    Title = Evil,
                    Outlet = Evil,
                    Authors = [Evil],
                    Language = Evil,
                    Text = Evil + source.Text[Math.Min(Evil.Length, source.Text.Length)..],
                    Removed = [new Removed(Evil, Evil, new Text.SourceSpan(0, 0))],
                },
                Names = ReportNames.None,
            },
        };
    }
}
