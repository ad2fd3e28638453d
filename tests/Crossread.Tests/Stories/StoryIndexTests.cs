using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Tests.Stories.Grouping;

namespace Crossread.Tests.Stories;

public class StoryIndexTests
{
    [Fact]
    public void Reports_that_come_one_by_one_find_their_stories()
    {
        StoryIndex index = new();
        Report[] stream = [.. GroupingReports.FirstQuake.Zip(GroupingReports.SecondQuake).SelectMany(pair => new[] { pair.First, pair.Second })];
        string[] placed = [.. stream.Select(r => index.Add(r).Story)];
        Assert.Equal(2, placed.Distinct().Count());
        Assert.Equal([placed[0], placed[0]], [placed[2], placed[4]]);
        Assert.Equal((6, 2), (index.Reports, index.Stories));
        Assert.All(stream, (r, i) => Assert.Equal(placed[i], index.StoryOf(r)));
    }

    [Fact]
    public void The_same_report_again_is_of_its_story_and_a_strange_one_of_none()
    {
        StoryIndex index = new();
        string story = index.Add(GroupingReports.FirstQuake[0]).Story;
        Assert.Equal(story, index.Add(GroupingReports.FirstQuake[0] with { File = "again" }).Story);
        Assert.Null(index.StoryOf(GroupingReports.SecondQuake[0]));
        Assert.NotEqual(story, index.Add(GroupingReports.Of("Bakers win prize", "The bakers of Ostrell won the golden loaf for a rye bread with caraway.")).Story);
    }

    [Fact]
    public void A_story_keeps_its_id_while_reports_join_it()
    {
        StoryIndex index = new();
        string first = index.Add(GroupingReports.FirstQuake[0]).Story;
        index.Add(GroupingReports.Of("Tellport institute honours its founder", "The Institute of Seismology in Tellport unveiled a bust of its founder."));
        foreach (Report report in GroupingReports.FirstQuake[1..])
            Assert.Equal(first, index.Add(report).Story);
    }

    [Fact]
    public void Stories_that_a_later_report_makes_one_keep_the_older_id_and_it_never_changes_again()
    {
        Report[] harbour = [.. Enumerable.Range(0, 3).Select(i => GroupingReports.Of($"Orla sinks off Dunmere {i}", $"The ferry Orla sank off Dunmere with 40 passengers, the coast guard of Dunmere said. Captain Oro Vaskin was saved by a trawler, {i} miles out."))];
        Report[] inquiry = [.. Enumerable.Range(0, 3).Select(i => GroupingReports.Of($"Judge Kolda opens inquiry {i}", $"Judge Ines Kolda opened an inquiry into the shipping firm Lund Marine and its loading books. Lund Marine sent {i} lawyers to the court in Tellport."))];
        // Each of the later ones tells all that both stories tell, until the two are as like as one.
        Report[] bridges = [.. Enumerable.Range(0, 12).Select(i => GroupingReports.Of($"Judge Kolda: Orla of Lund Marine sank off Dunmere overloaded {i}", $"{harbour[i % 3].Text} {inquiry[i % 3].Text} The hearing took {i} hours."))];
        StoryIndex index = new();
        string first = harbour.Select(r => index.Add(r).Story).ToArray()[0];
        string second = inquiry.Select(r => index.Add(r).Story).ToArray()[0];
        Assert.NotEqual(first, second);
        Placement[] later = [.. bridges.Select(index.Add)];
        Placement merging = Assert.Single(later, p => p.Merged is not null);
        Assert.Equal([second], merging.Merged!.Value);
        Assert.Equal(1, index.Stories);
        Assert.All(harbour.Concat(inquiry).Concat(bridges), r => Assert.Equal(first, index.StoryOf(r)));
        // The order in which they came stands: what came first names the story, and a copy of a merged report finds it.
        Assert.Equal(first, index.Add(inquiry[1] with { File = "copy" }).Story);
    }
}
