// Events without time or place, and very many of them. The people and places are invented.
using System.Collections.Immutable;
using System.Diagnostics;
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
    public void Ten_thousand_mentions_become_events_and_relations_within_seconds()
    {
        Story alone = StoryBuilder.Alone(Read(string.Concat(Enumerable.Range(0, 10_000).Select(k => $"On {1 + (k % 28)} May soldiers of {Name(k)} attacked {Name(k * 7)}. ")), "2031-05-30"));
        Assert.InRange(alone.Reports[0].Reading.Events.Length, 9_000, 10_000);
        long began = Stopwatch.GetTimestamp();
        ImmutableArray<Happening> happenings = HappeningFinder.Find(alone.Reports, alone.Entities, alone.Origins, []);
        _ = RelationFinder.Find(alone.Reports, alone.Entities, alone.Origins, []);
        Assert.Equal(alone.Reports[0].Reading.Events.Length, happenings.Sum(h => h.Accounts.Length));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(15), $"took {Stopwatch.GetElapsedTime(began)}");
    }

    private static string Name(int number) => "Tar" + (char)('a' + number % 23) + (char)('a' + number / 23 % 23) + "in";

    private static Reading Read(string text, string? day) =>
        Crossreader.Analyse(Cleaner.Keep(DocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt").Single().Document!) with { Published = day is null ? null : new StatedDate(day, "stated") });
}
