// An entry of the timeline as a line.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>An entry of the timeline on the page.</summary>
/// <param name="Id">Id of its line.</param>
/// <param name="Entry">The entry.</param>
/// <param name="When">Its date in words.</param>
/// <param name="Reports">Numbers of the reports that tell it, ascending.</param>
/// <param name="Cites">Links to the words.</param>
public sealed record TimelineView(string Id, TimelineEntry Entry, string When, ImmutableArray<int> Reports, ImmutableArray<Cite> Cites)
{
    /// <summary>The positions of the slider at which a report tells it.</summary>
    public StepSet On => Cites.Aggregate(default(StepSet), (set, c) => set | c.On);

    internal static ImmutableArray<TimelineView> All(StoryView view) => [.. view.Story.Timeline.Select((t, i) => Of(view, t, i + 1))];

    private static TimelineView Of(StoryView view, TimelineEntry entry, int number)
    {
        string id = FormattableString.Invariant($"t{number}");
        string weekday = DateWords.Weekday(entry.Edtf);
        string when = weekday.Length > 0 ? weekday + ", " + view.Date(entry.Edtf) : view.Date(entry.Edtf);
        BackLink back = new(id, "T" + id[1..], "timeline: " + when);
        return new TimelineView(
            id, entry, when,
            [.. entry.Evidence.Select(e => view.Find(e.Report)?.Number ?? 0).Where(n => n > 0).Distinct().Order()],
            [.. entry.Evidence.Distinct().Select(e => view.Cite(e, back)).OfType<Cite>().OrderBy(c => c.Report.Number)]);
    }
}
