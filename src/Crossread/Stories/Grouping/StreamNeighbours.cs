// The nearest reports of a report of a stream.
namespace Crossread.Stories.Grouping;

/// <summary>Finds the nearest of the reports that came before. Each feature leads to the latest reports that have it, a bounded number.</summary>
internal sealed class StreamNeighbours(FeatureTable table, List<StreamItem> items)
{
    private readonly List<Postings?> _postings = [];
    private readonly List<int> _touched = [];
    private float[] _scores = new float[1024];

    /// <summary>The latest reports that have a feature.</summary>
    private sealed class Postings
    {
        private int[] _items = new int[2];
        private int _next;

        public int Count { get; private set; }

        public int this[int index] => _items[index];

        public void Add(int item)
        {
            if (Count == _items.Length && Count < GroupingRules.MostPostings)
                Array.Resize(ref _items, Math.Min(GroupingRules.MostPostings, Count * 2));
            if (Count < _items.Length)
                Count++;
            _items[_next] = item;
            _next = (_next + 1) % GroupingRules.MostPostings;
        }
    }

    /// <summary>Lets the report's features lead to it.</summary>
    public void Post(int number)
    {
        foreach (int id in items[number].Leads(table))
        {
            while (_postings.Count <= id)
                _postings.Add(null);
            (_postings[id] ??= new Postings()).Add(number);
        }
    }

    /// <summary>The nearest reports, nearest first.</summary>
    public List<Neighbour> Of(int number)
    {
        if (_scores.Length < items.Count)
            Array.Resize(ref _scores, items.Count * 2);
        StreamItem item = items[number];
        SparseVector vector = item.Vector;
        for (int i = 0; i < vector.Ids.Length; i++)
        {
            if (vector.Ids[i] >= _postings.Count || _postings[vector.Ids[i]] is not { } list)
                continue;
            // The square of the weight stands for the product with the other's, which is much the same.
            float value = vector.Values[i] * vector.Values[i];
            for (int k = 0; k < list.Count; k++)
            {
                int other = list[k];
                if (_scores[other] == 0)
                    _touched.Add(other);
                _scores[other] += value;
            }
        }
        List<Neighbour> near = [];
        foreach ((_, int met) in Best(GroupingRules.Neighbours * 2))
        {
            StreamItem other = items[met];
            other.Renew(table);
            near.Add(new Neighbour(met, vector.Dot(other.Vector) * GroupingRules.AfterDays(item.Days.DaysTo(other.Days))));
        }
        near.Sort((a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Item.CompareTo(b.Item));
        return near.Count > GroupingRules.Neighbours ? near[..GroupingRules.Neighbours] : near;
    }

    // The best of thousands that were touched, in order, without ordering the others; of equal ones the earlier. Forgets the scores.
    private List<(float Score, int Item)> Best(int most)
    {
        List<(float Score, int Item)> best = new(most + 1);
        foreach (int other in _touched)
        {
            (float, int) candidate = (-_scores[other], other);
            _scores[other] = 0;
            if (best.Count == most && candidate.CompareTo(best[^1]) >= 0)
                continue;
            best.Insert(~best.BinarySearch(candidate), candidate);
            if (best.Count > most)
                best.RemoveAt(most);
        }
        _touched.Clear();
        return best;
    }
}
