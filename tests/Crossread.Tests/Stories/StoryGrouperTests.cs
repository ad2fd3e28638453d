using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Tests.Stories.Grouping;

namespace Crossread.Tests.Stories;

public class StoryGrouperTests
{
    [Fact]
    public void Two_look_alike_quakes_are_two_stories()
    {
        ImmutableArray<string> ids = StoryGrouper.Group([.. GroupingReports.FirstQuake, .. GroupingReports.SecondQuake]);
        Assert.Single(ids[..3].Distinct());
        Assert.Single(ids[3..].Distinct());
        Assert.NotEqual(ids[0], ids[3]);
    }

    [Fact]
    public void Any_order_of_the_reports_gives_the_same_stories()
    {
        Report[] pile = [.. GroupingReports.FirstQuake, .. GroupingReports.SecondQuake];
        ImmutableArray<string> ids = StoryGrouper.Group(pile);
        for (int turn = 1; turn < pile.Length; turn++)
        {
            Report[] turned = [.. pile[turn..].Reverse(), .. pile[..turn]];
            ImmutableArray<string> again = StoryGrouper.Group(turned);
            Assert.Equal(pile.Select((r, i) => (r, ids[i])).OrderBy(p => p.r.File), turned.Select((r, i) => (r, again[i])).OrderBy(p => p.r.File));
        }
    }

    [Fact]
    public void A_story_keeps_its_id_when_a_later_report_comes()
    {
        Report[] pile = [.. GroupingReports.FirstQuake.Select((r, i) => r with { Published = new StatedDate($"2031-03-0{i + 1}", "") })];
        Assert.Equal(StoryGrouper.Group(pile[..2])[0], StoryGrouper.Group(pile)[2]);
    }

    [Fact]
    public void A_hundred_copies_of_one_report_are_one_story()
    {
        Report report = GroupingReports.FirstQuake[0];
        Assert.Single(StoryGrouper.Group([.. Enumerable.Range(0, 100).Select(i => report with { File = $"{i}" })]).Distinct());
    }

    [Fact]
    public void A_copy_is_found_among_its_edited_copies()
    {
        Report report = GroupingReports.FirstQuake[0];
        Report[] pile = [report, .. Enumerable.Range(0, 30).Select(i => report with { Text = report.Text + $" Page {i}." }), .. GroupingReports.SecondQuake];
        Assert.Equal(2, StoryGrouper.Group(pile).Distinct().Count());
    }

    [Fact]
    public void Odd_input_is_grouped_without_a_word()
    {
        string[] texts = ["", " ", "\uD800", "a\u0000b\u202E", new string('x', 300_000), "٣٤ سنة", "東京で地震", "1,2,3,,,", "''''’’", "\u0301\u0301"];
        ImmutableArray<string> ids = StoryGrouper.Group([.. texts.Select(t => GroupingReports.Of("t" + t.Length, t))]);
        Assert.Equal(texts.Length, ids.Length);
        Assert.All(ids, id => Assert.StartsWith("s", id, StringComparison.Ordinal));
        Assert.Empty(StoryGrouper.Group([]));
    }

    [Fact]
    public void Reports_of_other_things_stay_alone()
    {
        ImmutableArray<string> ids = StoryGrouper.Group(
        [
            GroupingReports.Of("Bakers win prize", "The bakers of Ostrell won the golden loaf for a rye bread with caraway."),
            GroupingReports.Of("Ferry timetable changes", "From spring the ferry to Lund Isle sails twice a day, the port of Kessin said."),
            GroupingReports.FirstQuake[0],
        ]);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Reports_are_let_go_once_they_are_read()
    {
        List<WeakReference> read = [];
        int alive = 0;
        IEnumerable<Report> Pile()
        {
            for (int i = 0; i < 2_000; i++)
            {
                Report report = GroupingReports.Of($"Ferry {i} stops", $"The ferry number {i} of the harbour stopped for a day because its engine broke, the owner said.");
                if (i < 100)
                    read.Add(new WeakReference(report));
                yield return report;
            }
            GC.Collect();
            alive = read.Count(r => r.IsAlive);
        }

        Assert.Equal(2_000, StoryGrouper.Group(Pile()).Length);
        Assert.Equal(0, alive);
    }
}
