// The nearest reports of each report, through an index of features.
namespace Crossread.Stories.Grouping;

/// <summary>Another report and how like it is.</summary>
/// <param name="Item">Index of the report.</param>
/// <param name="Likeness">Cosine of the two, 0 to 1, less what lies between their days.</param>
internal readonly record struct Neighbour(int Item, double Likeness);

/// <summary>Finds the nearest reports. Each feature leads to a bounded number of reports, so a report's search costs the same in any pile.</summary>
internal sealed class NeighbourFinder
{
    private readonly SparseVector[] _vectors;
    private readonly DayRange[] _days;
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly float[] _values;

    /// <summary>Indexes the reports.</summary>
    public NeighbourFinder(SparseVector[] vectors, DayRange[] days, int features)
    {
        _vectors = vectors;
        _days = days;
        int[] counts = new int[features];
        foreach (SparseVector vector in vectors)
        {
            foreach (int id in vector.Ids)
                counts[id] = Math.Min(GroupingRules.MostPostings, counts[id] + 1);
        }
        _starts = new int[features + 1];
        for (int id = 0; id < features; id++)
            _starts[id + 1] = _starts[id] + counts[id];
        _items = new int[_starts[features]];
        _values = new float[_items.Length];
        Array.Clear(counts);
        for (int item = 0; item < vectors.Length; item++)
        {
            for (int i = 0; i < vectors[item].Ids.Length; i++)
            {
                int id = vectors[item].Ids[i];
                int at = _starts[id] + counts[id];
                if (at == _starts[id + 1])
                    continue;
                counts[id]++;
                _items[at] = item;
                _values[at] = vectors[item].Values[i];
            }
        }
    }

    /// <summary>The nearest reports of all reports, nearest first.</summary>
    public Neighbour[][] All()
    {
        Neighbour[][] found = new Neighbour[_vectors.Length][];
        Parallel.For(0, _vectors.Length, () => (Scores: new float[_vectors.Length], Touched: new List<int>()), (item, _, room) =>
        {
            found[item] = Of(item, room.Scores, room.Touched);
            return room;
        }, _ => { });
        return found;
    }

    private Neighbour[] Of(int item, float[] scores, List<int> touched)
    {
        SparseVector vector = _vectors[item];
        for (int i = 0; i < vector.Ids.Length; i++)
        {
            int id = vector.Ids[i];
            float value = vector.Values[i];
            for (int at = _starts[id]; at < _starts[id + 1]; at++)
            {
                int other = _items[at];
                if (scores[other] == 0)
                    touched.Add(other);
                scores[other] += value * _values[at];
            }
        }
        List<(float Score, int Item)> best = new(touched.Count);
        foreach (int other in touched)
        {
            if (other != item)
                best.Add((-scores[other], other));
            scores[other] = 0;
        }
        touched.Clear();
        best.Sort();
        List<Neighbour> near = [];
        for (int i = 0; i < best.Count && i < GroupingRules.Neighbours * 2; i++)
        {
            int other = best[i].Item;
            near.Add(new Neighbour(other, vector.Dot(_vectors[other]) * GroupingRules.AfterDays(_days[item].DaysTo(_days[other]))));
        }
        near.Sort((a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Item.CompareTo(b.Item));
        return [.. near.Take(GroupingRules.Neighbours)];
    }
}
