// Joins reports into stories, the likest first.
namespace Crossread.Stories.Grouping;

/// <summary>
/// Agglomerative clustering by average link over the neighbours that an index found. The mean cosine of two groups is the product of their sums,
/// so a join costs the number of a group's neighbours, not of its members.
/// </summary>
internal sealed class AverageLink(double together)
{
    private readonly List<Group> _groups = [];
    private readonly PriorityQueue<(int A, int B), (double Distance, int A, int B)> _queue = new();

    private sealed class Group(SparseVector sum, int size, DayRange days, HashSet<int> near)
    {
        public SparseVector Sum { get; } = sum;
        public int Size { get; } = size;
        public DayRange Days { get; } = days;
        public HashSet<int> Near { get; } = near;
        public int Into { get; set; } = -1;
    }

    /// <summary>For each report the number of its group.</summary>
    public static int[] Join(SparseVector[] vectors, DayRange[] days, Neighbour[][] neighbours, double together)
    {
        AverageLink link = new(together);
        for (int i = 0; i < vectors.Length; i++)
            link._groups.Add(new Group(vectors[i].Times(OwnMeasure(neighbours[i])), 1, days[i], [.. neighbours[i].Select(n => n.Item)]));
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (Neighbour near in neighbours[i])
                link._groups[near.Item].Near.Add(i);
        }
        // Near-duplicates first: it keeps a thousand copies of one report cheap.
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (Neighbour near in neighbours[i])
            {
                if (near.Likeness >= GroupingRules.NearDuplicate && link.Find(i) is var a && link.Find(near.Item) is var b && a != b)
                    link.Merge(a, b);
            }
        }
        for (int i = 0; i < link._groups.Count; i++)
        {
            if (link._groups[i].Into < 0)
                link.Measure(i, onlyAfter: true);
        }
        while (link._queue.TryDequeue(out (int A, int B) pair, out _))
        {
            if (link._groups[pair.A].Into < 0 && link._groups[pair.B].Into < 0)
                link.Measure(link.Merge(pair.A, pair.B), onlyAfter: false);
        }
        return [.. Enumerable.Range(0, vectors.Length).Select(link.Find)];
    }

    private static double OwnMeasure(Neighbour[] nearest)
    {
        double mean = 0;
        for (int i = 0; i < GroupingRules.ScaleNeighbours && i < nearest.Length; i++)
            mean += nearest[i].Likeness / GroupingRules.ScaleNeighbours;
        return GroupingRules.OwnMeasureOf(mean);
    }

    private int Find(int group)
    {
        int root = group;
        while (_groups[root].Into >= 0)
            root = _groups[root].Into;
        while (_groups[group].Into >= 0)
            (group, _groups[group].Into) = (_groups[group].Into, root);
        return root;
    }

    private int Merge(int a, int b)
    {
        Group first = _groups[a], second = _groups[b];
        (HashSet<int> large, HashSet<int> small) = first.Near.Count >= second.Near.Count ? (first.Near, second.Near) : (second.Near, first.Near);
        large.UnionWith(small);
        int joined = _groups.Count;
        _groups.Add(new Group(first.Sum.Plus(second.Sum), first.Size + second.Size, first.Days.With(second.Days), large));
        first.Into = second.Into = joined;
        return joined;
    }

    // Puts the group's near groups in the queue, as far as they may be joined with it.
    private void Measure(int at, bool onlyAfter)
    {
        Group group = _groups[at];
        HashSet<int> near = [.. group.Near.Select(Find)];
        near.Remove(at);
        group.Near.Clear();
        group.Near.UnionWith(near);
        foreach (int other in near)
        {
            if (onlyAfter && other < at)
                continue;
            Group second = _groups[other];
            double likeness = group.Sum.Dot(second.Sum) / ((double)group.Size * second.Size) * GroupingRules.AfterDays(group.Days.DaysTo(second.Days));
            if (likeness >= together)
                _queue.Enqueue((at, other), (-likeness, Math.Min(at, other), Math.Max(at, other)));
        }
    }
}
