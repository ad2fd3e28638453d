// The annotation page: everything found stands in words, nothing runs, nothing is fetched.
using System.Text.RegularExpressions;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Pages.Tests;

public sealed partial class AnnotationPageTests
{
    private const string Text = "Harbour stays open\n\nMara Venn denied on Tuesday that the harbour would close. “The wall is safe,” she told reporters. Asked if it would rise, she said it would not.";

    [Fact]
    public async Task Every_statement_stands_in_words_beside_its_paragraph()
    {
        Story story = Alone(Text);
        string page = await AnnotationPage.RenderAsync([story]);
        for (int i = 1; i <= story.Reports[0].Reading.Statements.Length; i++)
            Assert.Contains(FormattableString.Invariant($"<li id=\"r1s{i}\" tabindex=\"0\">"), page, StringComparison.Ordinal);
        Assert.Contains("denies", page, StringComparison.Ordinal);
        Assert.Contains("answers:", page, StringComparison.Ordinal);
        Assert.Contains("Mara Venn, a person", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_the_report_are_all_there_once()
    {
        Story story = Alone(Text);
        AnnotatedReport report = new(1, story);
        string words = string.Concat(report.Blocks.Select(b => Marks().Replace(b.Markup, "")));
        Assert.Equal(Solid(Html.Text(story.Reports[0].Reading.Report.Text)), Solid(words));
        Assert.Contains("main:has(#r1s1", await AnnotationPage.RenderAsync([story]), StringComparison.Ordinal);
    }

    [GeneratedRegex("<a class=\"sign[^>]*>[0-9]+</a>|<[^>]*>")]
    private static partial Regex Marks();

    // White space between blocks is the page's own.
    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public async Task A_hostile_report_is_shown_not_run()
    {
        string page = await AnnotationPage.RenderAsync([Alone("<script>alert(1)</script>\n\nMara Venn said on Monday: “<img src=x onerror=alert(1)> \" ' javascript:alert(1)”.")]);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_reports_stand_on_one_page_and_the_same_reports_give_the_same_bytes()
    {
        Story[] stories = [Alone(Text), Alone("Mayor Ono Vel said the wall was low.")];
        string page = await AnnotationPage.RenderAsync(stories);
        Assert.Contains("id=\"r2\"", page, StringComparison.Ordinal);
        Assert.Equal(page, await AnnotationPage.RenderAsync(stories));
    }

    private static Story Alone(string text) => StoryBuilder.Alone(Crossreader.Analyse(Cleaner.Clean([Document.OfText("harbour.txt", text)])[0]));
}
