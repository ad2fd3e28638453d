// Which line of an earlier state of a story is which of the later one.
using System.Collections.Immutable;

namespace Crossread.Stories.Changes;

/// <summary>A line of an earlier state in a later one.</summary>
/// <param name="Later">Index in the later state, or -1 if nothing of it is left there.</param>
/// <param name="Whole">True if all its accounts or readings stand in that line, with their sides or values.</param>
public readonly record struct Continuation(int Later, bool Whole);

/// <summary>Matches claims and differences of two states of one story by the words that they rest on.</summary>
public static class StoryMatch
{
    /// <summary>For each claim of the earlier state the claim of the later one that shares most accounts with it; no two lead to one.</summary>
    public static ImmutableArray<Continuation> Claims(Story earlier, Story later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return Match(
            [.. earlier.Claims.Select(c => c.Accounts.Select(a => (a.Evidence, a.Side)).ToHashSet())],
            [.. later.Claims.Select(c => c.Accounts.Select(a => (a.Evidence, a.Side)).ToHashSet())]);
    }

    /// <summary>For each difference of the earlier state the difference of the later one that shares most readings with it; no two lead to one.</summary>
    public static ImmutableArray<Continuation> Differences(Story earlier, Story later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return Match(
            [.. earlier.Differences.Select(d => d.Readings.Select(r => (d.Kind, r.Evidence, r.Value)).ToHashSet())],
            [.. later.Differences.Select(d => d.Readings.Select(r => (d.Kind, r.Evidence, r.Value)).ToHashSet())]);
    }

    private static ImmutableArray<Continuation> Match<T>(HashSet<T>[] earlier, HashSet<T>[] later)
        where T : notnull
    {
        Dictionary<T, List<int>> holders = [];
        for (int l = 0; l < later.Length; l++)
        {
            foreach (T part in later[l])
            {
                if (!holders.TryGetValue(part, out List<int>? lines))
                    holders.Add(part, lines = []);
                lines.Add(l);
            }
        }
        List<(int Shared, int Earlier, int Later)> pairs = [];
        for (int e = 0; e < earlier.Length; e++)
        {
            foreach (IGrouping<int, int> line in earlier[e].SelectMany(p => holders.GetValueOrDefault(p) ?? []).GroupBy(l => l))
                pairs.Add((line.Count(), e, line.Key));
        }
        Continuation[] found = new Continuation[earlier.Length];
        Array.Fill(found, new Continuation(-1, false));
        HashSet<int> taken = [];
        foreach ((int shared, int e, int l) in pairs.OrderByDescending(p => p.Shared).ThenBy(p => p.Earlier).ThenBy(p => p.Later))
        {
            if (found[e].Later < 0 && taken.Add(l))
                found[e] = new Continuation(l, shared == earlier[e].Count);
        }
        return [.. found];
    }
}
