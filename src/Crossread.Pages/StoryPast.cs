// What the page shows of earlier days: which lines were there, with which standing.
using System.Collections.Immutable;

using Crossread.Stories;
using Crossread.Stories.Changes;

namespace Crossread.Pages;

/// <summary>
/// The states of a story at the positions of the slider; the last is the story as it is. A claim or difference of an earlier day is shown by its line of
/// today as far as that line holds all its accounts; else it gets a line of its own, so that a position shows just what <c>--as-of</c> shows.
/// </summary>
public sealed class StoryPast
{
    private readonly ImmutableArray<Story> _states;
    private readonly int[][] _claims, _differences;

    internal StoryPast(Story story, ImmutableArray<StoryStep> steps)
    {
        bool whole = steps.Length > 0 && ReferenceEquals(steps[^1].Story, story);
        _states = steps.Length == 0 ? [story] : whole ? [.. steps.Select(s => s.Story)] : [.. steps.Select(s => s.Story), story];
        Days = steps.Length == 0 ? [] : whole ? [.. steps.Select(s => s.Day)] : [.. steps.Select(s => s.Day), null];
        _claims = new int[Count][];
        _differences = new int[Count][];
        Dictionary<string, (Claim Claim, StepSet On)> claims = new(StringComparer.Ordinal);
        Dictionary<string, (Difference Difference, StepSet On)> differences = new(StringComparer.Ordinal);
        for (int at = 0; at < Count; at++)
        {
            Story state = _states[at];
            bool today = ReferenceEquals(state, story);
            (_claims[at], List<int> newClaims) = Lines(today ? null : StoryMatch.Claims(state, story), story.Claims.Length);
            (_differences[at], List<int> newDifferences) = Lines(today ? null : StoryMatch.Differences(state, story), story.Differences.Length);
            if (newClaims.Count + newDifferences.Count == 0)
                continue;
            Dictionary<int, int> entities = Entities(state, story);
            foreach (Claim claim in newClaims.Select(c => Translated(state.Claims[c], entities)))
            {
                string key = claim.About + "\n" + claim.Standing + "\n" + string.Join('\n', claim.Accounts);
                claims[key] = (claim, claims.TryGetValue(key, out (Claim, StepSet On) known) ? known.On.With(at) : StepSet.None(Count).With(at));
            }
            foreach (Difference difference in newDifferences.Select(d => Translated(state.Differences[d], entities)))
            {
                string key = difference.About + "\n" + difference.Verdict + difference.Because + "\n" + string.Join('\n', difference.Readings);
                differences[key] = (difference, differences.TryGetValue(key, out (Difference, StepSet On) known) ? known.On.With(at) : StepSet.None(Count).With(at));
            }
        }
        FormerClaims = [.. claims.OrderBy(c => c.Value.On.Bits).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)];
        FormerDifferences = [.. differences.OrderBy(c => c.Value.On.Bits).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)];
    }

    /// <summary>Number of positions; 1 if the page has no slider.</summary>
    public int Count => _states.Length;

    /// <summary>The day of each position, as in 2026-03-14; null for the last if some reports have no date. Empty without a slider.</summary>
    public ImmutableArray<string?> Days { get; }

    /// <summary>All positions.</summary>
    public StepSet Always => StepSet.All(Count);

    /// <summary>Claims of earlier days that have no line of today, with their positions.</summary>
    public ImmutableArray<(Claim Claim, StepSet On)> FormerClaims { get; }

    /// <summary>Differences of earlier days that have no row of today, with their positions.</summary>
    public ImmutableArray<(Difference Difference, StepSet On)> FormerDifferences { get; }

    /// <summary>The story at a position.</summary>
    public Story this[int position] => _states[position];

    /// <summary>The claim of today as it was at a position, or null if it was not there.</summary>
    public Claim? ClaimAt(int position, int claim) => _claims[position][claim] is >= 0 and var c ? _states[position].Claims[c] : null;

    /// <summary>The difference of today as it was at a position, or null if it was not there.</summary>
    public Difference? DifferenceAt(int position, int difference) => _differences[position][difference] is >= 0 and var d ? _states[position].Differences[d] : null;

    /// <summary>The positions at which something holds.</summary>
    public StepSet Where(Func<int, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        StepSet on = StepSet.None(Count);
        for (int at = 0; at < Count; at++)
        {
            if (holds(at))
                on = on.With(at);
        }
        return on;
    }

    /// <summary>A text as it was at each position.</summary>
    public Varied Vary(Func<int, string?> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string?[] texts = new string?[Count];
        for (int at = 0; at < Count; at++)
            texts[at] = text(at);
        return Varied.Of(texts);
    }

    // For each line of today the line of the state that it holds as a whole, or -1; and the lines that none of today holds.
    private static (int[] LineOf, List<int> Former) Lines(ImmutableArray<Continuation>? lives, int today)
    {
        int[] line = new int[today];
        List<int> former = [];
        if (lives is not { } found)
        {
            for (int i = 0; i < today; i++)
                line[i] = i;
            return (line, former);
        }
        Array.Fill(line, -1);
        for (int i = 0; i < found.Length; i++)
        {
            if (found[i].Later >= 0 && found[i].Whole)
                line[found[i].Later] = i;
            else
                former.Add(i);
        }
        return (line, former);
    }

    // The state's entities as those of today: by what each report calls them.
    private static Dictionary<int, int> Entities(Story state, Story story)
    {
        Dictionary<string, StoryReport> today = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Dictionary<int, int> found = [];
        foreach (StoryReport report in state.Reports)
        {
            StoryReport now = today[report.Id];
            for (int local = 0; local < report.EntityOf.Length; local++)
                found.TryAdd(report.EntityOf[local], now.EntityOf[local]);
        }
        return found;
    }

    private static Difference Translated(Difference difference, Dictionary<int, int> entities) =>
        difference with { Readings = [.. difference.Readings.Select(r => r with { Holder = r.Holder is int h && entities.TryGetValue(h, out int now) ? now : null })] };

    private static Claim Translated(Claim claim, Dictionary<int, int> entities) =>
        claim with { Accounts = [.. claim.Accounts.Select(a => a with { Holder = a.Holder is int h && entities.TryGetValue(h, out int now) ? now : null })] };
}
