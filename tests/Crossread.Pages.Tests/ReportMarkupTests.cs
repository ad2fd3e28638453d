// A report's text with its anchors.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages.Tests;

public sealed class ReportMarkupTests
{
    private static readonly BackLink Line = new("c1-1", "C1", "claim");

    [Fact]
    public void Words_that_nest_become_elements_that_nest()
    {
        ReportView report = View("one two three");
        report.Anchor(new TextSpan(0, 13), AnchorUse.Words);
        report.Anchor(new TextSpan(4, 7), AnchorUse.Words).Add(Line);
        Assert.Equal(
            "<p dir=\"auto\"><span class=\"words\" id=\"r1-0-13\">one <span class=\"words\" id=\"r1-4-7\">two</span><sup class=\"back\"><a href=\"#c1-1\" title=\"claim\">C1</a></sup> three</span></p>\n",
            ReportMarkup.Of(report));
    }

    [Fact]
    public void Words_that_cross_are_split_and_keep_one_id_and_one_way_back()
    {
        ReportView report = View("one two three four");
        report.Anchor(new TextSpan(0, 7), AnchorUse.Words);
        report.Anchor(new TextSpan(4, 13), AnchorUse.Words).Add(Line);
        Assert.Equal(
            "<p dir=\"auto\"><span class=\"words\" id=\"r1-0-7\">one <span class=\"words\" id=\"r1-4-13\">two</span></span><span class=\"words\"> three</span><sup class=\"back\"><a href=\"#c1-1\" title=\"claim\">C1</a></sup> four</p>\n",
            ReportMarkup.Of(report));
    }

    [Fact]
    public void Words_over_two_paragraphs_are_split_at_the_border()
    {
        ReportView report = View("one two\n\nthree four", new Passage(new TextSpan(0, 7), PassageKind.Paragraph), new Passage(new TextSpan(9, 19), PassageKind.Paragraph));
        report.Anchor(new TextSpan(4, 14), AnchorUse.Words).Add(Line);
        Assert.Equal(
            "<p dir=\"auto\">one <span class=\"words\" id=\"r1-4-14\">two</span></p>\n<p dir=\"auto\"><span class=\"words\">three</span><sup class=\"back\"><a href=\"#c1-1\" title=\"claim\">C1</a></sup> four</p>\n",
            ReportMarkup.Of(report));
    }

    [Fact]
    public void No_letter_is_lost_whatever_the_anchors()
    {
        string text = string.Join(' ', Enumerable.Range(0, 40).Select(i => "w" + i));
        ReportView report = View(text, new Passage(new TextSpan(0, 50), PassageKind.Title), new Passage(new TextSpan(51, 90), PassageKind.Heading));
        for (int i = 0; i < 200; i++)
            report.Anchor(new TextSpan(i * 7 % 100, Math.Min((i * 7 % 100) + (i * 13 % 60), text.Length)), (AnchorUse)(i % 3)).Add(new BackLink("c" + i, "C", "x"));
        System.Xml.Linq.XElement page = System.Xml.Linq.XElement.Parse("<div>" + ReportMarkup.Of(report) + "</div>");
        page.Descendants("sup").ToList().ForEach(s => s.Remove());
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(page.Value.Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void A_headline_in_the_text_is_shown_once()
    {
        ReportView report = View("Headline\n\nText", new Passage(new TextSpan(0, 8), PassageKind.Title), new Passage(new TextSpan(10, 14), PassageKind.Paragraph));
        report.Anchor(new TextSpan(0, 4), AnchorUse.Words);
        Assert.Equal("<span class=\"words\" id=\"r1-0-4\">Head</span>line", ReportMarkup.Title(report));
        Assert.Equal("<p dir=\"auto\">Text</p>\n", ReportMarkup.Of(report));
    }

    private static ReportView View(string text, params ImmutableArray<Passage> passages)
    {
        Report report = new() { Id = "x", File = "x.txt", Sha256 = "00", Title = "Headline", Language = "en", Text = text, Passages = passages, Map = SourceMap.Identity(text.Length) };
        return new ReportView(0, new StoryReport
        {
            Reading = new Reading { Report = report, Words = new AnnotatedText(text, [], []), Names = ReportNames.None, Times = [], Statements = [], Events = [] },
            Published = Publication.Unknown,
            TimeValues = [],
            StatementDates = [],
            EventDates = [],
            EntityOf = [],
            LinkTargets = [],
            Origin = 0,
        });
    }
}
