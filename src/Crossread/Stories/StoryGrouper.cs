// A pile of reports of many events, grouped into stories.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Stories.Grouping;

namespace Crossread.Stories;

/// <summary>Groups reports into stories: near-duplicates and retellings together, look-alikes apart.</summary>
public static class StoryGrouper
{
    private const int _batch = 512;

    /// <summary>
    /// For each report the id of its story, in the same order. The order of the reports does not matter; a story's id is that of its earliest report's
    /// content. A report is let go once it is read: only what grouping needs of it stays.
    /// </summary>
    public static ImmutableArray<string> Group(IEnumerable<Report> reports) => Group(reports, GroupingRules.Together);

    /// <summary>The same, with the mean likeness from which two groups are one story.</summary>
    internal static ImmutableArray<string> Group(IEnumerable<Report> reports, double together)
    {
        ArgumentNullException.ThrowIfNull(reports);
        List<GroupingItem> read = [];
        foreach (Report[] batch in reports.Chunk(_batch))
        {
            GroupingItem[] features = new GroupingItem[batch.Length];
            Parallel.For(0, batch.Length, () => new FeatureReader(), (i, _, reader) =>
            {
                features[i] = GroupingItem.Of(batch[i], reader);
                return reader;
            }, _ => { });
            read.AddRange(features);
        }
        // Equal content is one item, and the items stand in an order of their own.
        GroupingItem[] items = [.. read.OrderBy(item => item.Content).ThenBy(item => item.Day ?? int.MaxValue).DistinctBy(item => item.Content)];
        int[] groups = Join(items, together);
        Dictionary<int, GroupingItem> founders = [];
        for (int i = 0; i < items.Length; i++)
        {
            if (!founders.TryGetValue(groups[i], out GroupingItem? founder) || Before(items[i], founder))
                founders[groups[i]] = items[i];
        }
        Dictionary<ulong, string> ids = [];
        for (int i = 0; i < items.Length; i++)
            ids[items[i].Content] = IdOf(founders[groups[i]].Content);
        return [.. read.Select(item => ids[item.Content])];
    }

    /// <summary>The id of the story that these reports are: from the content of the earliest; empty without reports.</summary>
    internal static string IdOf(IEnumerable<Report> reports) =>
        reports.Select(r => (Day: GroupingItem.DayOf(r.Published?.Edtf) ?? int.MaxValue, Content: GroupingItem.ContentOf(r)))
            .OrderBy(r => r.Day).ThenBy(r => r.Content).Select(r => IdOf(r.Content)).FirstOrDefault("");

    internal static string IdOf(ulong content) => string.Create(CultureInfo.InvariantCulture, $"s{content & 0xFFFFFFFFFFFF:x12}");

    private static int[] Join(GroupingItem[] items, double together)
    {
        FeatureTable table = new();
        NumberedFeature[][] features = new NumberedFeature[items.Length][];
        for (int i = 0; i < items.Length; i++)
        {
            features[i] = table.Add(items[i].Features);
            items[i].Release();
        }
        SparseVector[] vectors = new SparseVector[items.Length];
        Parallel.For(0, items.Length, i =>
        {
            vectors[i] = table.Weigh(features[i]);
            features[i] = [];
        });
        DayRange[] days = [.. items.Select(item => new DayRange(item.Day, item.Day))];
        return AverageLink.Join(vectors, days, new NeighbourFinder(vectors, days, table.Count).All(), together);
    }

    // The earliest report names its story; a report without a day names it only if no other does.
    private static bool Before(GroupingItem a, GroupingItem b)
    {
        int days = (a.Day ?? int.MaxValue).CompareTo(b.Day ?? int.MaxValue);
        return days != 0 ? days < 0 : a.Content < b.Content;
    }
}
