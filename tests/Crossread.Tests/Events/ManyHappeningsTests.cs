// Events without time or place, and very many of them. The people and places are invented.
using System.Collections.Immutable;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;

namespace Crossread.Tests.Events;

public sealed class ManyHappeningsTests
{
    [Fact]
    public void Events_without_time_or_place_are_kept_with_both_left_open()
    {
        ImmutableArray<Happening> all = StoryBuilder.Build([Read("The navy attacked the port of Sarn. The union accused the governor of lying.", null)]).Happenings;
        Assert.Equal(["DISAPPROVE", "FIGHT"], all.Select(h => h.Deed).Order(StringComparer.Ordinal));
        Assert.All(all, h => Assert.Null(h.When));
        Assert.All(all, h => Assert.Null(h.Place));
    }

    [Fact]
    public void Ten_thousand_mentions_of_many_events_take_time_that_grows_with_them()
    {
        Dictionary<int, Story> read = new[] { 2_500, 10_000 }.ToDictionary(n => n, n => StoryBuilder.Alone(Read(string.Concat(Enumerable.Range(0, n).Select(k => $"On {1 + (k % 28)} May soldiers of {Name(k)} attacked {Name(k * 7)}. ")), "2031-05-30")));
        Assert.All(read, r => Assert.InRange(r.Value.Reports[0].Reading.Events.Length, r.Key * 9 / 10, r.Key));
        double growth = Growth.Of(2_500, count => HappeningFinder.Find(read[count].Reports, read[count].Entities, read[count].Origins, []));
        Assert.InRange(growth, 0, Growth.NearLinear);
        Assert.InRange(Growth.Of(2_500, count => RelationFinder.Find(read[count].Reports, read[count].Entities, read[count].Origins, [])), 0, Growth.NearLinear);
    }

    private static string Name(int number) => "Tar" + (char)('a' + number % 23) + (char)('a' + number / 23 % 23) + "in";

    private static Reading Read(string text, string? day) =>
        Crossreader.Analyse(Cleaner.Keep(DocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt").Single().Document!) with { Published = day is null ? null : new StatedDate(day, "stated") });
}
