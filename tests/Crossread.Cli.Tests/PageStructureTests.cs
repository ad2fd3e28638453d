// The page as a screen reader walks through it and as a printer gets it.
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Tests;

public sealed class PageStructureTests
{
    private static readonly Lazy<Story> _story = new(() => Crossreader.Read([Path.Combine(Checkout.Root, "samples", "zoragh-airport")]));

    private static async Task<IDocument> Page() => new HtmlParser().ParseDocument(await StoryPage.RenderAsync(_story.Value));

    [Fact]
    public async Task The_landmarks_are_there_once_and_have_names()
    {
        IDocument page = await Page();
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("main > header"));
        Assert.Single(page.QuerySelectorAll("h1"));
        IElement[] regions = [.. page.QuerySelectorAll("nav, section")];
        Assert.All(regions, r => Assert.False(string.IsNullOrWhiteSpace(r.GetAttribute("aria-label")), r.OuterHtml[..Math.Min(80, r.OuterHtml.Length)]));
        Assert.Equal(regions.Length, regions.Select(r => r.GetAttribute("aria-label")).Distinct().Count());
        // The first thing that the keyboard reaches leads past the page's own summary.
        Assert.NotNull(page.QuerySelector(page.QuerySelector("a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task No_heading_skips_a_level()
    {
        int before = 0;
        foreach (IElement heading in (await Page()).QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"h{level} behind h{before}: {heading.TextContent.Trim()}");
            Assert.NotEmpty(heading.TextContent.Trim());
            before = level;
        }
        Assert.True(before > 0);
    }

    [Fact]
    public async Task Every_control_and_picture_has_a_name()
    {
        IDocument page = await Page();
        Assert.NotEmpty(page.QuerySelectorAll("input"));
        Assert.All(page.QuerySelectorAll("a[href], summary, button, output"), e => Assert.False(string.IsNullOrWhiteSpace(e.TextContent + e.GetAttribute("aria-label")), e.OuterHtml));
        Assert.All(page.QuerySelectorAll("input"), e => Assert.True(e.Closest("label") is not null || page.QuerySelector($"label[for='{e.Id}']") is not null, e.OuterHtml));
        Assert.All(page.QuerySelectorAll("figure > svg"), e => Assert.False(string.IsNullOrWhiteSpace(e.GetAttribute("aria-label")), e.OuterHtml[..80]));
        // What is an image for the screen reader hides its links.
        Assert.DoesNotContain(page.QuerySelectorAll("[role=img]"), e => e.QuerySelector("a") is not null);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelectorAll("th[scope]")));
        Assert.All(page.QuerySelectorAll("details"), d => Assert.Equal("summary", d.FirstElementChild?.LocalName));
    }

    [Fact]
    public async Task Names_and_words_of_reports_keep_their_direction_to_themselves()
    {
        IDocument page = await Page();
        Assert.NotEmpty(page.QuerySelectorAll(".quote"));
        Assert.All(page.QuerySelectorAll(".quote"), q => Assert.Equal("auto", q.GetAttribute("dir")));
    }

    [Fact]
    public async Task In_print_everything_is_unfolded_and_what_only_a_screen_can_do_is_gone()
    {
        string style = (await Page()).QuerySelector("style")!.TextContent;
        string print = style[style.IndexOf("@media print", StringComparison.Ordinal)..];
        Assert.Contains("details.rest::details-content{content-visibility:visible", print, StringComparison.Ordinal);
        Assert.Contains(".as-of input", print, StringComparison.Ordinal);
        Assert.Contains("break-inside:avoid", print, StringComparison.Ordinal);
        // Each fold of the story's own lines is of the kind that print opens; the parts taken out of pages stay folded.
        Assert.All((await Page()).QuerySelectorAll("details"), d => Assert.Contains(d.ClassName, new[] { "rest", "removed" }));
    }
}
