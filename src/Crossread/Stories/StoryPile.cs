// A pile of reports, parted into the stories that it tells.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Names;
using Crossread.Stories.Grouping;

namespace Crossread.Stories;

/// <summary>The stories that a pile of reports tells. Each is laid side by side by itself, so that reports of unlike or look-alike events never contradict each other.</summary>
public sealed record StoryPile
{
    /// <summary>The stories: those of most reports first, then by id. Every report belongs to one.</summary>
    public required ImmutableArray<Story> Stories { get; init; }

    /// <summary>What could not be read, of the whole pile.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Parts the readings into stories and builds each. The order of the readings does not matter.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="problems">What could not be read.</param>
    /// <param name="oneStory">True to take all as one story, however little they share.</param>
    /// <param name="decisions">A reader's decisions on names, obeyed before every rule; null is none.</param>
    public static StoryPile Build(IReadOnlyList<Reading> readings, ImmutableArray<Problem> problems, bool oneStory = false, NameDecisions? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(readings);
        Reading[][] groups = oneStory || readings.Count < 2 ? [[.. readings]] : Part(readings);
        if (groups.Length < 2)
            return new StoryPile { Stories = readings.Count == 0 ? [] : [StoryBuilder.Build(readings, decisions) with { Problems = problems }], Problems = problems };
        Story[] stories = new Story[groups.Length];
        Parallel.For(0, groups.Length, i =>
        {
            HashSet<string> files = [.. groups[i].Select(r => r.Report.File)];
            stories[i] = StoryBuilder.Build(groups[i], decisions) with { Problems = [.. problems.Where(p => files.Contains(p.File))] };
        });
        return new StoryPile
        {
            Stories = [.. stories.OrderByDescending(s => s.Reports.Length).ThenBy(s => s.Id, StringComparer.Ordinal)],
            Problems = problems,
        };
    }

    /// <summary>The same pile, with problems that are no report's told first.</summary>
    public StoryPile With(ImmutableArray<Problem> problems) => problems.IsEmpty ? this : this with
    {
        Stories = [.. Stories.Select(s => s with { Problems = [.. problems, .. s.Problems] })],
        Problems = [.. problems, .. Problems],
    };

    /// <summary>The stories as they could be known at the end of that day; a story that no report told by then is left out.</summary>
    /// <param name="day">The day, as in 2026-03-14.</param>
    public StoryPile AsOf(string day) =>
        this with { Stories = [.. Stories.Select(s => StoryBuilder.AsOf(s, day)).Where(s => !s.Reports.IsEmpty)] };

    // Reports that are not analysed contradict nobody: they alone do not make a pile a mixed one.
    private static Reading[][] Part(IReadOnlyList<Reading> readings)
    {
        ImmutableArray<string> ids = StoryGrouper.Group([.. readings.Select(r => r.Report)], GroupingRules.TogetherInPile);
        Reading[][] groups = [.. readings.Zip(ids).GroupBy(p => p.Second, StringComparer.Ordinal).Select(g => g.Select(p => p.First).ToArray())];
        return groups.Count(g => g.Any(r => !r.Words.Sentences.IsEmpty)) < 2 ? [[.. readings]] : groups;
    }
}
