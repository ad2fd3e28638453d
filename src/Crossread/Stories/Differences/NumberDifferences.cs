// Counts that differ, and counts that have only moved on.
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Lays the counts of one thing side by side: lowest, highest, who gave which for which day.</summary>
internal static class NumberDifferences
{
    /// <summary>One difference for each thing whose counts cannot all hold at once.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Quantity[] all = [.. Enumerable.Range(0, table.Reports.Length).SelectMany(r => QuantityReader.Find(r, table.Reports[r]))];
        foreach (IGrouping<string, Quantity> group in all.GroupBy(q => q.Thing, StringComparer.Ordinal))
        {
            Quantity[] counts = [.. group.DistinctBy(q => (q.Report, q.Low, q.High))];
            if (counts.Select(q => q.Report).Distinct().Count() < 2 || counts.All(a => counts.All(a.Fits)))
                continue;
            (Quantity First, Quantity Second)? clash = Clash(counts, table);
            long low = counts.Min(q => q.Low), high = counts.Max(q => q.High ?? q.Low);
            yield return new Difference(
                DifferenceKind.Number,
                clash is null ? DifferenceVerdict.Development : DifferenceVerdict.Conflict,
                FormattableString.Invariant($"how many {group.Key}: from {low} to {high}"),
                clash is { } pair
                    ? FormattableString.Invariant($"{Words(pair.First, table)} and {Words(pair.Second, table)} are both given for {pair.First.Day:yyyy-MM-dd}")
                    : "each later count is given for a later day",
                [.. counts.OrderBy(q => q.Report).ThenBy(q => q.Clause).Select(q => new DifferingReading(new Evidence(table.Reports[q.Report].Id, q.Clause), Words(q, table)))]);
        }
    }

    // Two counts clash if different reports give them for one day; on different days the later updates the earlier.
    private static (Quantity First, Quantity Second)? Clash(Quantity[] counts, PredicationTable table)
    {
        foreach (Quantity a in counts)
        {
            foreach (Quantity b in counts)
            {
                if (a.Report < b.Report && a.Day is not null && a.Day == b.Day && !a.Fits(b) && table.Reports[a.Report].Origin != table.Reports[b.Report].Origin)
                    return (a, b);
            }
        }
        return null;
    }

    private static string Words(Quantity quantity, PredicationTable table) => quantity.Words.Cut(table.Reports[quantity.Report].Reading.Report.Text);
}
