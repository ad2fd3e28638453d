// A vector with few entries that are not zero.
namespace Crossread.Stories.Grouping;

/// <summary>A sparse vector: ids rising, with their values.</summary>
/// <param name="Ids">Ids of the entries, rising.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct SparseVector(int[] Ids, float[] Values)
{
    // A story's sum keeps its heaviest entries only, so that a step costs the same however many reports it has.
    private const int _mostEntries = 512;

    /// <summary>No entry.</summary>
    public static SparseVector Empty { get; } = new([], []);

    /// <summary>The product of two vectors.</summary>
    public double Dot(SparseVector other)
    {
        double sum = 0;
        int[] a = Ids, b = other.Ids;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
                sum += (double)Values[i++] * other.Values[j++];
            else if (a[i] < b[j])
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>The vector times a number.</summary>
    public SparseVector Times(double factor) => new(Ids, Array.ConvertAll(Values, v => (float)(v * factor)));

    /// <summary>The sum of two vectors, cut to its heaviest entries.</summary>
    public SparseVector Plus(SparseVector other)
    {
        int[] ids = new int[Ids.Length + other.Ids.Length];
        float[] values = new float[ids.Length];
        int i = 0, j = 0, n = 0;
        while (i < Ids.Length || j < other.Ids.Length)
        {
            if (j == other.Ids.Length || (i < Ids.Length && Ids[i] < other.Ids[j]))
            {
                (ids[n], values[n]) = (Ids[i], Values[i]);
                i++;
            }
            else if (i == Ids.Length || other.Ids[j] < Ids[i])
            {
                (ids[n], values[n]) = (other.Ids[j], other.Values[j]);
                j++;
            }
            else
            {
                (ids[n], values[n]) = (Ids[i], Values[i] + other.Values[j]);
                i++;
                j++;
            }
            n++;
        }
        return n <= _mostEntries * 2 ? new(ids[..n], values[..n]) : Heaviest(ids.AsSpan(0, n), values.AsSpan(0, n), _mostEntries);
    }

    /// <summary>The heaviest entries; of equal ones the lower id.</summary>
    public static SparseVector Heaviest(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, int most)
    {
        if (ids.Length <= most)
            return new(ids.ToArray(), values.ToArray());
        (float, int)[] order = new (float, int)[ids.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = (-values[i], i);
        Array.Sort(order);
        int[] kept = new int[most];
        for (int i = 0; i < most; i++)
            kept[i] = order[i].Item2;
        Array.Sort(kept);
        int[] keptIds = new int[most];
        float[] keptValues = new float[most];
        for (int i = 0; i < most; i++)
        {
            keptIds[i] = ids[kept[i]];
            keptValues[i] = values[kept[i]];
        }
        return new(keptIds, keptValues);
    }
}
