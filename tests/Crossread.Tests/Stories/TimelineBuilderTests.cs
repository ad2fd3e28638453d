// One timeline over all reports.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;


namespace Crossread.Tests.Stories;

public sealed class TimelineBuilderTests
{
    private static ImmutableArray<TimelineEntry> Build(params Report[] reports) => StoryBuilder.Build(Piles.Read(reports)).Timeline;

    private static Report Dated(string id, string text) => Piles.Report(id, text) with { Published = new StatedDate("2019-05-13", "under the headline") };

    [Fact]
    public void What_happened_and_what_is_due_stand_in_order_of_time()
    {
        ImmutableArray<TimelineEntry> found = Build(Dated("a", "Talks on the cable are due May 20-22. A trawler cut the undersea cable to Bellmar on Friday. Divers found the anchor on Sunday."));
        Assert.Equal(["2019-05-10", "2019-05-12", "2019-05-20/2019-05-22"], found.Select(e => e.Edtf));
        Assert.Equal("A trawler cut the undersea cable to Bellmar on Friday", found[0].Label);
    }

    [Fact]
    public void One_happening_told_by_two_reports_is_one_entry_with_two_evidences()
    {
        ImmutableArray<TimelineEntry> found = Build(
            Dated("a", "A trawler cut the undersea cable to Bellmar on Friday."),
            Dated("b", "The undersea cable to the island of Bellmar was cut on Friday by a trawler. On Friday the harbour of Sarn held its yearly regatta."));
        Assert.Equal([2, 1], found.Select(e => e.Evidence.Length).OrderDescending());
    }

    [Fact]
    public void Years_and_lengths_of_time_are_no_entries() => Assert.Empty(Build(Dated("a", "It was the worst storm since 1987 and lasted three days.")));

    [Fact]
    public void A_label_is_short_and_holds_its_time_expression()
    {
        string clause = "The committee of the harbour masters of the seven northern islands, which had not met since the great storm tore away the light on the Skerry of Orm and the pier, met on Friday in Sarn.";
        TimelineEntry entry = Assert.Single(Build(Dated("a", clause)));
        Assert.True(entry.Label.Length <= 140);
        Assert.Contains("Friday", entry.Label, StringComparison.Ordinal);
    }
}
