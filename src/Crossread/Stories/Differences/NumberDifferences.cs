// Counts that differ, and counts that have only moved on.
using System.Globalization;

using Crossread.Statements;
using Crossread.Stories.Claims;
using Crossread.Stories.Predications;
using Crossread.Stories.Publications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Lays the counts of one thing side by side: lowest, highest, who gave which for which day.</summary>
internal static class NumberDifferences
{
    /// <summary>One difference for each thing whose counts cannot all hold at once.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Quantity[] all = [.. Enumerable.Range(0, table.Reports.Length).SelectMany(r => OfStory(QuantityReader.Find(r, table.Reports[r]), table))];
        foreach (IGrouping<(int Event, string Thing, string Period), Quantity> group in all.GroupBy(q => (table.Events[q.Report], q.Thing, q.Period)))
        {
            Quantity[] counts = [.. group.DistinctBy(q => (q.Report, q.Low, q.High, By(q, table)))];
            if (counts.Length < 2 || counts.All(a => counts.All(a.Fits)) || counts.Select(q => (q.Report, By(q, table))).Distinct().Count() < 2)
                continue;
            (Quantity First, Quantity Second)? clash = Clash(counts, table);
            // A count of ten years ago is no earlier state of the same story.
            bool far = counts.Any(a => counts.Any(b => a.Day is { } day && b.Day is { } other && other.DayNumber - day.DayNumber > FarOff.Days));
            bool moved = !far && counts.All(a => counts.All(b => a.Fits(b) || a.Day is not null && b.Day is not null && a.Day != b.Day));
            long low = counts.Min(q => q.Low), high = counts.Max(q => q.High ?? q.Low);
            yield return new Difference(
                DifferenceKind.Number,
                clash is not null ? DifferenceVerdict.Conflict : moved ? DifferenceVerdict.Development : DifferenceVerdict.Unclear,
                FormattableString.Invariant($"how many {group.Key.Thing}{(group.Key.Period.Length > 0 ? " in " + group.Key.Period : "")}: from {low} to {high}{(MostTold(counts, table) is { } most ? ", most often " + most : "")}"),
                clash is { } pair
                    ? FormattableString.Invariant($"{Words(pair.First, table)} and {Words(pair.Second, table)} are both given for {(group.Key.Period.Length > 0 ? group.Key.Period : pair.First.Day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture))}")
                    : moved ? "each count is given for another day" : far ? "some counts are dated years from the others" : "the words do not tell for which day each is given",
                [.. counts.OrderBy(q => q.Report).ThenBy(q => q.Clause).Select(q => Reading(q, table))]);
        }
    }

    private static DifferingReading Reading(Quantity count, PredicationTable table)
    {
        StoryReport report = table.Reports[count.Report];
        int by = By(count, table);
        int? holder = by >= 0 ? by : null;
        return new DifferingReading(new Evidence(report.Id, count.Clause), Words(count, table))
        {
            Holder = holder,
            HolderWords = by < -1 && count.Statement is int s && HolderReader.Words(report, s) is { } words ? new Evidence(report.Id, words) : null,
        };
    }

    // The count that most independent origins give, the latest of two; none if each is given by one.
    private static string? MostTold(Quantity[] counts, PredicationTable table) =>
        counts.Where(c => c.Low == c.High).GroupBy(c => c.Low)
            .Select(g => (Value: g.Key, Origins: g.Select(c => table.Reports[c.Report].Origin).Distinct().Count(), Last: g.Max(c => c.Day)))
            .Where(g => g.Origins >= 2).OrderByDescending(g => g.Origins).ThenByDescending(g => g.Last).ThenByDescending(g => g.Value)
            .Select(g => g.Value.ToString(CultureInfo.InvariantCulture)).FirstOrDefault();

    // The counts of a report that are the story's: a report does not contradict itself, so a second count in the same voice is of something else;
    // a headline only repeats.
    private static IEnumerable<Quantity> OfStory(IEnumerable<Quantity> ofReport, PredicationTable table)
    {
        foreach (IGrouping<(string, string), Quantity> thing in ofReport.GroupBy(q => (q.Thing, q.Period)))
        {
            List<Quantity> kept = [];
            foreach (Quantity count in thing.OrderBy(q => q.Lead))
            {
                bool another = kept.Any(k => (k.Lead || count.Lead || By(k, table) == By(count, table)) && !k.Fits(count) && (k.Day == count.Day || k.Day is null || count.Day is null));
                bool repeats = count.Lead && kept.Any(k => k.Fits(count));
                if (!another && !repeats)
                    kept.Add(count);
            }
            foreach (Quantity count in kept)
                yield return count;
        }
    }

    // Two counts clash if different reports, or different speakers, give them for one day; on different days the later updates the earlier.
    private static (Quantity First, Quantity Second)? Clash(Quantity[] counts, PredicationTable table)
    {
        const int mostTimes = 20;
        foreach (Quantity a in counts)
        {
            foreach (Quantity b in counts)
            {
                bool one = a.Day is not null && a.Day == b.Day || a.Period.Length > 0;
                // Twenty times as many is hardly a count of the same.
                if (!one || a.Fits(b) || Math.Max(a.Low, b.Low) >= mostTimes * Math.Max(1, Math.Min(a.Low, b.Low)))
                    continue;
                bool reports = a.Report < b.Report && table.Reports[a.Report].Origin != table.Reports[b.Report].Origin;
                bool speakers = a.Report <= b.Report && By(a, table) is >= 0 and var first && By(b, table) is >= 0 and var second && first != second;
                if (reports || speakers)
                    return (a, b);
            }
        }
        return null;
    }

    // The entity that gives the count; -1 for the report's own voice, less for a speaker without a name.
    private static int By(Quantity quantity, PredicationTable table)
    {
        StoryReport report = table.Reports[quantity.Report];
        // "denied arming them, hours after shells killed eight": whoever denies gives no count; the report does.
        if (quantity.Statement is not int s || report.Reading.Statements[s].Stance == Stance.Denies)
            return -1;
        return report.Reading.Statements[s].SpeakerEntity is int local ? report.EntityOf[local] : -2 - s;
    }

    // An exact count in figures, so that "twelve" and "12" stand together; a vague one keeps its words.
    private static string Words(Quantity quantity, PredicationTable table) =>
        quantity.Low == quantity.High ? quantity.Low.ToString("N0", CultureInfo.InvariantCulture) : quantity.Words.Cut(table.Reports[quantity.Report].Reading.Report.Text).ToLowerInvariant();
}
