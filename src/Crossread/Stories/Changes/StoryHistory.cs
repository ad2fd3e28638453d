// How the story grew, day by day.
using System.Collections.Immutable;

namespace Crossread.Stories.Changes;

/// <summary>The story at the end of each day on which a report came: the very states that <see cref="StoryBuilder.AsOf"/> gives.</summary>
public static class StoryHistory
{
    /// <summary>Days at most; of a longer story the last of each stretch of days is taken.</summary>
    public const int MostSteps = 40;

    /// <summary>Reports built anew at most, over all days: what keeps a story of 500 reports quick. Fewer days are taken if it would be more.</summary>
    public const int MostRebuilt = 800;

    /// <summary>The days on which a report became known, in order; reports without a date have none.</summary>
    public static ImmutableArray<string> Days(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Reports.Select(r => StoryBuilder.KnownFrom(r.Published)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The states, in order of days; each but the last has fewer reports than the story. Empty if all reports came on one day.</summary>
    public static ImmutableArray<StoryStep> Of(Story story)
    {
        ImmutableArray<string> days = Days(story);
        if (days.Length < 2)
            return [];
        string[] known = [.. story.Reports.Select(r => StoryBuilder.KnownFrom(r.Published)).OfType<string>().Order(StringComparer.Ordinal)];
        // The last day is the story itself where every report has a date.
        bool whole = known.Length == story.Reports.Length;
        for (int count = Math.Min(MostSteps, days.Length); count > 1; count--)
        {
            string[] taken = [.. Enumerable.Range(1, count).Select(i => days[(i * days.Length / count) - 1])];
            long rebuilt = taken.SkipLast(whole ? 1 : 0).Sum(d => (long)known.Count(k => string.CompareOrdinal(k, d) <= 0));
            if (rebuilt > MostRebuilt)
                continue;
            StoryStep[] steps = new StoryStep[count];
            Parallel.For(0, count, i => steps[i] = new StoryStep(taken[i], whole && i == count - 1 ? story : StoryBuilder.AsOf(story, taken[i])));
            return [.. steps];
        }
        return [];
    }
}
