// The report page as a whole.
using System.Globalization;
using System.Text.RegularExpressions;

using Crossread.Stories;

namespace Crossread.Pages.Tests;

public sealed partial class StoryPageTests
{
    private static readonly string[] Sections = ["disputed", "differs", "said", "when", "origins", "people", "reports"];

    [Fact]
    public async Task The_sample_gives_a_page_with_every_section_in_order()
    {
        string page = await StoryPage.RenderAsync(SampleStory.Story);
        if (Environment.GetEnvironmentVariable("CROSSREAD_PAGE") is { Length: > 0 } file)
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        int[] places = [.. Sections.Select(id => page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task The_same_story_gives_the_same_bytes() =>
        Assert.Equal(await StoryPage.RenderAsync(SampleStory.Story), await StoryPage.RenderAsync(SampleStory.Story));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_reader_s_culture_does_not_change_a_byte(string culture)
    {
        string page = await StoryPage.RenderAsync(SampleStory.Story);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(page, await StoryPage.RenderAsync(SampleStory.Story));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_story_without_reports_is_a_page_too()
    {
        Story empty = new() { Reports = [], Entities = [], Origins = [], Utterances = [], Claims = [], Differences = [], Timeline = [] };
        Assert.Contains("no report could be read", await StoryPage.RenderAsync(empty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_leads_to_a_place_on_the_page_and_no_place_has_a_double()
    {
        string page = await StoryPage.RenderAsync(SampleStory.Story);
        string[] ids = [.. Ids().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Empty(Links().Matches(page).Select(m => m.Groups[1].Value).Distinct().Except(ids));
    }

    [Fact]
    public async Task The_page_needs_nothing_from_outside_and_runs_nothing_but_its_slider()
    {
        string page = await StoryPage.RenderAsync(SampleStory.Story);
        Assert.Equal(1, page.Split("<script").Length - 1);
        string script = page[(page.IndexOf("<script>", StringComparison.Ordinal) + 8)..page.IndexOf("</script>", StringComparison.Ordinal)];
        string hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        page = page.Replace("<script>" + script + "</script>", "", StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<(script|link|img|iframe|object|embed|base|form)\\b", page);
        Assert.DoesNotMatch("(?i)\\s(on[a-z]+|style|src)=", page);
        Assert.DoesNotMatch("(?i)(url\\(|@import|href=\"(?!#))", page);
        Assert.Contains("default-src &#x27;none&#x27;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_thousand_claims_the_most_disputed_stand_first_and_the_rest_is_folded_and_counted()
    {
        Claim disputed = SampleStory.Story.Claims.First(c => c.Accounts.Any(a => a.Side == Side.Asserts) && c.Accounts.Select(a => a.Origin).Distinct().Count() >= 3);
        Account[] one = [disputed.Accounts.First(a => a.Side == Side.Asserts), disputed.Accounts.First(a => a.Side == Side.Denies)];
        Claim[] weak = [.. Enumerable.Range(0, 1999).Select(i => new Claim($"w{i}", $"Weak claim {i}", Standing.Disputed, [.. one]))];
        // The strongest comes last, so that only its weight can put it first.
        Story story = SampleStory.Story with { Claims = [.. weak, disputed with { About = "The strongest claim" }] };
        string page = await StoryPage.RenderAsync(story);
        int strongest = page.IndexOf("The strongest claim", StringComparison.Ordinal), first = page.IndexOf("Weak claim", StringComparison.Ordinal), fold = page.IndexOf("more disputed claims", StringComparison.Ordinal);
        Assert.InRange(strongest, 1, first);
        Assert.InRange(fold, first, page.Length);
        Assert.Contains("1,970 more disputed claims", page, StringComparison.Ordinal);
        Assert.Equal(29, Regex.Matches(page[..fold], "<article class=\"card\"").Count - 1);
        Assert.Equal(2000, Regex.Matches(page, "<article class=\"card\"").Count);
        Assert.InRange(page.Length, 1, 10_000_000);
    }

    [Fact]
    public async Task A_story_of_one_report_says_so()
    {
        Story one = SampleStory.Story with { Reports = [SampleStory.Story.Reports[0] with { Origin = 0 }], Origins = [new Origin("o1", [SampleStory.Story.Reports[0].Id], "alone", [])], Utterances = [], Claims = [], Differences = [], Timeline = [] };
        Assert.Contains("No other stands beside it", await StoryPage.RenderAsync(one), StringComparison.Ordinal);
    }

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Links();
}
