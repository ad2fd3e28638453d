// Which reports of one pile tell of one event.
using System.Collections.Immutable;

namespace Crossread.Stories.Comparing;

/// <summary>
/// Look-alike events must not contradict each other: only reports of one event are held against each other.
/// The pile's own grouping tells the events; a report that stands alone in it is of the pile's one event, if it has only one.
/// </summary>
internal static class EventsOfPile
{
    /// <summary>For each report the number of its event.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<StoryReport> reports)
    {
        ImmutableArray<string> groups = StoryGrouper.Group([.. reports.Select(r => r.Reading.Report)]);
        string[] told = [.. groups.CountBy(g => g, StringComparer.Ordinal).Where(g => g.Value > 1).Select(g => g.Key).Order(StringComparer.Ordinal)];
        if (told.Length <= 1)
            return [.. reports.Select(_ => 0)];
        string[] all = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. groups.Select(g => Array.IndexOf(all, g))];
    }
}
