// Where the reports tell the same thing differently.
using System.Collections.Immutable;

using Crossread.Stories.Differences;
using Crossread.Stories.Predications;

namespace Crossread.Stories;

/// <summary>Finds differences of place, number, list and wording, and tells a conflict from a development.</summary>
internal static class DifferenceFinder
{
    /// <summary>All differences, conflicts first.</summary>
    public static ImmutableArray<Difference> Find(PredicationTable table) =>
    [
        .. PlaceDifferences.Find(table)
            .Concat(NumberDifferences.Find(table))
            .Concat(ListDifferences.Find(table))
            .Concat(TimeDifferences.Find(table))
            .Concat(ClockDifferences.Find(table))
            .Concat(ShareDifferences.Find(table))
            .Concat(LabelDifferences.Find(table))
            .Concat(GroupLabelDifferences.Find(table))
            .OrderBy(d => d.Verdict switch { DifferenceVerdict.Conflict => 0, DifferenceVerdict.Unclear => 1, _ => 2 })
            .ThenBy(d => d.Kind)
            .ThenByDescending(d => d.Readings.Select(r => r.Evidence.Report).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(d => d.Readings[0].Evidence),
    ];
}
