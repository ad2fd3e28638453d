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
}
