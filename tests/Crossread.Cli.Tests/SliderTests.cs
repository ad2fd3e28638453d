// The page's slider shows what --as-of shows.
using System.Collections.Immutable;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using Crossread.Pages;
using Crossread.Stories;
using Crossread.Stories.Changes;

namespace Crossread.Cli.Tests;

public sealed class SliderTests
{
    private static readonly Lazy<Story> _sample = new(() => Crossreader.Read([Path.Combine(Checkout.Root, "samples", "ulmar-flood")]));

    [Fact]
    public async Task Every_position_of_the_slider_shows_the_reports_claims_and_differences_of_that_day()
    {
        Story story = _sample.Value;
        ImmutableArray<StoryStep> steps = StoryHistory.Of(story);
        IDocument page = new HtmlParser().ParseDocument(await StoryPage.RenderAsync(story));
        Assert.Equal(StoryHistory.Days(story), steps.Select(s => s.Day));
        Assert.Equal(steps.Length, page.QuerySelectorAll("#as-of-days option").Length);
        Dictionary<string, int> number = story.Reports.Select((r, i) => (r.Id, i + 1)).ToDictionary(p => p.Id, p => p.Item2);
        for (int at = 0; at < steps.Length; at++)
        {
            Story then = StoryBuilder.AsOf(story, steps[at].Day);
            Assert.Equal(then.Reports.Select(r => "r" + number[r.Id]), page.QuerySelectorAll("article.report").Where(e => There(e, at)).Select(e => e.Id!));
            Assert.Equal(
                then.Claims.Select(c => string.Join(' ', c.Accounts.Select(a => $"#r{number[a.Evidence.Report]}-{a.Evidence.Span.Start}-{a.Evidence.Span.End}").Distinct().Order(StringComparer.Ordinal)) + Card(c)).Order(StringComparer.Ordinal),
                page.QuerySelectorAll("#disputed [id]").Where(e => IsLine(e.Id!, "c") && There(e, at)).Select(e => Cites(e, at) + (e.LocalName == "article" ? e.QuerySelectorAll("h3 bdi, .standing").Select(t => "|" + Text(t, at)).Aggregate("", (a, b) => a + b) : "")).Order(StringComparer.Ordinal));
            Assert.Equal(
                then.Differences.Select(d => string.Join(' ', d.Readings.Select(r => $"#r{number[r.Evidence.Report]}-{r.Evidence.Span.Start}-{r.Evidence.Span.End}").Distinct().Order(StringComparer.Ordinal)) + "|" + DifferenceView.VerdictOf(d)).Order(StringComparer.Ordinal),
                page.QuerySelectorAll("#differs [id]").Where(e => IsLine(e.Id!, "d") && There(e, at)).Select(e => Cites(e, at) + "|" + Text(e.QuerySelector(".verdict b")!, at)).Order(StringComparer.Ordinal));
            Assert.Equal(StorySummary.Of(then), Text(page.QuerySelector(".sum")!, at));

            // A claim that nobody asserts on any day stands in a list without a headline of its own.
            string Card(Claim claim) => page.QuerySelectorAll("#disputed article.card").Any(e => There(e, at) && claim.Accounts.All(a => Cites(e, at).Split(' ').Contains($"#r{number[a.Evidence.Report]}-{a.Evidence.Span.Start}-{a.Evidence.Span.End}")))
                ? "|" + claim.About + (ClaimView.StandingOf(claim) == "disputed" && AlwaysDisputed(claim) ? "" : "|" + ClaimView.StandingOf(claim)) : "";

            bool AlwaysDisputed(Claim claim) => page.QuerySelectorAll("#disputed article.card").First(e => There(e, at) && claim.Accounts.All(a => Cites(e, at).Split(' ').Contains($"#r{number[a.Evidence.Report]}-{a.Evidence.Span.Start}-{a.Evidence.Span.End}"))).QuerySelector(".standing") is null;
        }
    }

    [Fact]
    public async Task The_page_as_it_is_opened_shows_the_whole_story()
    {
        IDocument page = new HtmlParser().ParseDocument(await StoryPage.RenderAsync(_sample.Value));
        int last = page.QuerySelectorAll("#as-of-days option").Length - 1;
        foreach (IElement part in page.QuerySelectorAll("[data-on]"))
            Assert.Equal(Own(part, last), !part.HasAttribute("hidden"));
        Assert.Contains("--as-of", page.QuerySelector("noscript")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_one_day_make_no_slider()
    {
        Story day = StoryBuilder.AsOf(_sample.Value, StoryHistory.Days(_sample.Value)[0]);
        string page = await StoryPage.RenderAsync(day);
        Assert.DoesNotContain("as-of-day", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_story_has_fewer_positions_and_never_more_work_than_the_limit()
    {
        Story story = _sample.Value;
        int rebuilt = StoryHistory.Of(story).Sum(s => ReferenceEquals(s.Story, story) ? 0 : s.Story.Reports.Length);
        Assert.InRange(rebuilt, 1, StoryHistory.MostRebuilt);
    }

    private static bool IsLine(string id, string kind) => id.StartsWith(kind, StringComparison.Ordinal) && id[1..].TrimStart('w').All(char.IsAsciiDigit) && id.Length > 1;

    private static string Cites(IElement line, int at) =>
        string.Join(' ', line.QuerySelectorAll("a[href^='#r']").Where(a => There(a, at)).Select(a => a.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal));

    private static string Text(IElement element, int at) =>
        string.Concat(element.ChildNodes.Select(n => n is IElement e ? There(e, at) ? e.TextContent : "" : n.TextContent));

    private static bool There(IElement element, int at) => element.GetAncestors().OfType<IElement>().Append(element).All(e => Own(e, at));

    // As the page's script reads it.
    private static bool Own(IElement element, int at) => element.GetAttribute("data-on") is not { } on
        || on.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('-')).Any(r => at >= int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture) && at <= int.Parse(r[^1], System.Globalization.CultureInfo.InvariantCulture));
}
