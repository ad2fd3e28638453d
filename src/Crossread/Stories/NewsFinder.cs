// Compares two states of a story.
using System.Collections.Immutable;

using Crossread.Stories.Changes;

namespace Crossread.Stories;

/// <summary>Finds what is new in a story since a day.</summary>
public static class NewsFinder
{
    /// <summary>What the reports after the end of that day added. For the news between two days give the story as of the second.</summary>
    /// <param name="story">The story.</param>
    /// <param name="since">The day, as in 2026-03-14.</param>
    public static StoryNews Since(Story story, string since)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(since);
        Story before = StoryBuilder.AsOf(story, since);
        HashSet<string> known = [.. before.Reports.Select(r => r.Id)];
        bool New(int report) => !known.Contains(story.Reports[report].Id);
        return new StoryNews
        {
            Since = since,
            Reports = [.. Enumerable.Range(0, story.Reports.Length).Where(New)],
            Claims = Claims(before, story, known),
            Differences = Differences(before, story, known),
            Utterances = [.. Indices(story.Utterances, u => u.Statements.All(s => New(s.Report)))],
            Voices = [.. Indices(story.Voices.Voices, v => v.Utterances.SelectMany(u => story.Utterances[u].Statements).All(s => New(s.Report)))],
            Timeline = [.. Indices(story.Timeline, t => t.Evidence.All(e => !known.Contains(e.Report)))],
        };
    }

    private static IEnumerable<int> Indices<T>(ImmutableArray<T> items, Func<T, bool> take) => Enumerable.Range(0, items.Length).Where(i => take(items[i]));

    private static ImmutableArray<ClaimNews> Claims(Story before, Story story, HashSet<string> known)
    {
        Dictionary<int, Standing> standings = [];
        ImmutableArray<Continuation> lives = StoryMatch.Claims(before, story);
        for (int c = 0; c < lives.Length; c++)
        {
            if (lives[c].Later >= 0)
                standings[lives[c].Later] = before.Claims[c].Standing;
        }
        List<ClaimNews> news = [];
        for (int c = 0; c < story.Claims.Length; c++)
        {
            Claim claim = story.Claims[c];
            int[] added = [.. Indices(claim.Accounts, a => !known.Contains(a.Evidence.Report))];
            // Two old accounts may have become one claim only now: then nothing was added, and it is no news.
            Standing? was = standings.TryGetValue(c, out Standing s) ? s : null;
            if (added.Length > 0 || (was is { } w && w != claim.Standing))
                news.Add(new ClaimNews(c, was, [.. added]));
        }
        return [.. news];
    }

    private static ImmutableArray<DifferenceNews> Differences(Story before, Story story, HashSet<string> known)
    {
        HashSet<int> old = [.. StoryMatch.Differences(before, story).Select(m => m.Later)];
        List<DifferenceNews> news = [];
        for (int d = 0; d < story.Differences.Length; d++)
        {
            int[] added = [.. Indices(story.Differences[d].Readings, r => !known.Contains(r.Evidence.Report))];
            if (added.Length > 0)
                news.Add(new DifferenceNews(d, !old.Contains(d), [.. added]));
        }
        return [.. news];
    }
}
