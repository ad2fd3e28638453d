// Piles as nobody would wish for: they are read all the same, and what is odd is said.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Stories;
using Crossread.Tests.Stories.Grouping;

namespace Crossread.Tests.Stories;

public sealed class BadPileTests
{
    private static Report Report(string id, string text, string? day = null) => Piles.Report(id, text) with { Published = day is null ? null : new StatedDate(day, "under the headline") };

    [Fact]
    public void A_hundred_copies_of_one_report_are_one_origin_and_one_account()
    {
        Report one = Report("x", "The director Ines Kolda denied that the gas alarm of the mine had been switched off. Rescuers brought up 11 bodies on Wednesday, the minister Teo Marun said.", "2031-05-14");
        Story story = StoryBuilder.Build(Piles.Read([.. Enumerable.Range(0, 100).Select(i => one with { Id = $"r{i:000}", File = $"{i:000}.txt" })]));
        Assert.Single(story.Origins);
        Assert.All(story.Claims, c => Assert.Single(c.Accounts.Select(a => a.Origin).Distinct()));
        Assert.DoesNotContain(story.Claims, c => c.Standing == Standing.Agreed);
        Assert.Empty(story.Differences);
        Assert.All(story.Utterances, u => Assert.Equal(100, u.Statements.Select(s => s.Report).Distinct().Count()));
    }

    [Fact]
    public void Reports_without_any_date_have_no_day_and_contradict_no_day()
    {
        Story story = StoryBuilder.Build(Piles.Read(
            Report("a", "The ferry Orla sank off Sarn on Monday. 14 people were killed, the coastguard said."),
            Report("b", "The ferry Orla went down near Sarn. Hospital staff said on Tuesday that 19 people were killed.")));
        Assert.All(story.Reports, r => Assert.Equal((null, PublicationBasis.Unknown), (r.Published.Edtf, r.Published.Basis)));
        Assert.All(story.Differences, d => Assert.Equal(DifferenceVerdict.Unclear, d.Verdict));
        Assert.Contains(story.Differences, d => d.Kind == DifferenceKind.Number);
    }

    [Fact]
    public void Reports_of_other_events_agree_and_disagree_on_nothing()
    {
        Story story = StoryBuilder.Build(Piles.Read([.. GroupingReports.FirstQuake.Concat(GroupingReports.SecondQuake).Select((r, i) => Piles.Report($"q{i}", r.Text, r.Title) with { Published = new StatedDate("2031-03-04", "under the headline") })]));
        string[] first = [.. story.Reports.Where(r => r.Reading.Report.Text.Contains("Morvanna", StringComparison.Ordinal) || r.Reading.Report.Text.Contains("Castel Drune", StringComparison.Ordinal)).Select(r => r.Id)];
        Assert.Equal(3, first.Length);
        Assert.All(story.Differences, d => Assert.Single(d.Readings.Select(r => first.Contains(r.Evidence.Report)).Distinct()));
        Assert.All(story.Claims, c => Assert.Single(c.Accounts.Select(a => first.Contains(a.Evidence.Report)).Distinct()));
    }

    [Fact]
    public void Page_and_script_that_name_two_days_leave_the_day_told_with_its_reason()
    {
        string html = """
            <html><head><meta property="article:published_time" content="2031-05-14T10:00:00Z">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Orla sinks","datePublished":"2029-01-02T10:00:00Z"}</script></head>
            <body><article><h1>Orla sinks</h1><p>The ferry Orla sank off Dunmere on Monday with forty passengers, the coast guard of Dunmere said on Wednesday.</p>
            <p>Captain Oro Vaskin was saved by a trawler, and divers went down to the wreck in the evening.</p></article></body></html>
            """;
        string folder = Directory.CreateTempSubdirectory("crossread-").FullName;
        try
        {
            string file = Path.Combine(folder, "orla.html");
            File.WriteAllText(file, html);
            Publication published = Assert.Single(Crossreader.Read([file], null, TestContext.Current.CancellationToken).Reports).Published;
            Assert.Contains(published.Edtf![..10], new[] { "2031-05-14", "2029-01-02" });
            Assert.NotEmpty(published.Because);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
