// Runs the arc model over a sentence: what each word would give for each other as its head, and for each relation.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>Scores all arcs of one sentence at a time. The model is shared; the working space belongs to one thread.</summary>
/// <param name="model">The model.</param>
/// <param name="weight">What a unit of the model's scores is worth in whole numbers.</param>
/// <param name="floor">No arc stands further behind the best than this, in the model's units.</param>
internal sealed class ArcScorer(ArcModel model, float weight, float floor)
{
    private const int FirstCapacity = 64;
    private readonly float[][] _parts = model.Parts;
    private readonly float[] _space = new float[ArcModel.LabelWidth + ArcModel.Labels];
    private float[] _words = [], _gates = [], _children = [], _heads = [], _turned = [], _between = [], _arcs = [], _labelChildren = [], _labelHeads = [];
    private int[] _values = [], _bounds = [];
    private int _padded;
    private int _capacity;

    /// <summary>Reads a tagged sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(WordSheet sheet)
    {
        int count = sheet.Count, all = count + 1;
        Reserve(all);
        Embed(sheet, all);
        Layer(ArcPart.Gates1, ArcPart.GateBias1, all);
        Layer(ArcPart.Gates2, ArcPart.GateBias2, all);
        Project(ArcPart.Child, ArcPart.ChildBias, _children, count, ArcModel.ArcWidth);
        Project(ArcPart.Head, ArcPart.HeadBias, _heads, all, ArcModel.ArcWidth);
        Rectify(_children.AsSpan(0, count * ArcModel.ArcWidth));
        Rectify(_heads.AsSpan(0, all * ArcModel.ArcWidth));
        Project(ArcPart.LabelChild, ArcPart.LabelChildBias, _labelChildren, count, ArcModel.LabelWidth);
        _labelHeads.AsSpan(0, all * ArcModel.LabelWidth).Clear();
        DenseMath.AddProduct(_words, ArcModel.Width, 1, _parts[(int)ArcPart.LabelHead], _labelHeads, all, ArcModel.Width, ArcModel.LabelWidth);
        Arcs(sheet, count, all);
    }

    /// <summary>How far an arc stands behind the best for its child; 0 or less.</summary>
    public int Arc(int child, int head) => _values[child * _padded + head];

    /// <summary>How far the best of the heads from this one on stands behind the best of all.</summary>
    public int Bound(int child, int from) => _bounds[child * _padded + from];

    /// <summary>For each relation, how far it stands behind the best for this arc; 0 or less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<float> Labels(int child, int head, int relations)
    {
        Span<float> hidden = _space.AsSpan(0, ArcModel.LabelWidth), labels = _space.AsSpan(ArcModel.LabelWidth);
        ReadOnlySpan<float> a = _labelChildren.AsSpan(child * ArcModel.LabelWidth, ArcModel.LabelWidth), b = _labelHeads.AsSpan(head * ArcModel.LabelWidth, ArcModel.LabelWidth);
        ReadOnlySpan<float> side = _parts[(int)ArcPart.Side].AsSpan(head < child ? 0 : ArcModel.LabelWidth, ArcModel.LabelWidth);
        ref float first = ref MemoryMarshal.GetReference(a), second = ref MemoryMarshal.GetReference(b), third = ref MemoryMarshal.GetReference(side);
        for (nuint i = 0; i < ArcModel.LabelWidth; i += 8)
        {
            Vector256<float> sum = Vector256.LoadUnsafe(ref first, i) + Vector256.LoadUnsafe(ref second, i) + Vector256.LoadUnsafe(ref third, i);
            Vector256.Max(sum, Vector256<float>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(hidden), i);
        }
        _parts[(int)ArcPart.LabelBias].CopyTo(labels);
        DenseMath.AddProduct(hidden, 0, 1, _parts[(int)ArcPart.Label], labels, 1, ArcModel.LabelWidth, ArcModel.Labels);
        labels = labels[..relations];
        float best = float.MinValue;
        foreach (float label in labels)
            best = Math.Max(best, label);
        foreach (ref float label in labels)
            label -= best;
        return labels;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(WordSheet sheet, int all)
    {
        Span<int> rows = stackalloc int[ArcModel.Features];
        ref sbyte table = ref MemoryMarshal.GetArrayDataReference(model.Embeddings);
        Vector256<float> scale = Vector256.Create(model.Scale);
        for (int i = 0; i < all; i++)
        {
            ArcModel.FindRows(sheet, i, rows);
            ref float word = ref _words[i * ArcModel.Width];
            for (int c = 0; c < ArcModel.Width; c += 16)
            {
                Vector256<short> sum = Vector256<short>.Zero;
                foreach (int row in rows)
                    sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref table, (nuint)(row * ArcModel.Width + c)).ToVector256Unsafe());
                (Vector256<int> low, Vector256<int> high) = Vector256.Widen(sum);
                (Vector256.ConvertToSingle(low) * scale).StoreUnsafe(ref word, (nuint)c);
                (Vector256.ConvertToSingle(high) * scale).StoreUnsafe(ref word, (nuint)c + 8);
            }
        }
    }

    private void Layer(ArcPart gates, ArcPart bias, int all)
    {
        Project(gates, bias, _gates, all, ArcModel.Gates);
        Run(0, 0, 1, all);
        Run(ArcModel.Half, all - 1, -1, all);
    }

    /// <summary>One direction of a layer: each word's share is added to what came in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(int share, int first, int step, int all)
    {
        ref float gate = ref _gates[first * ArcModel.Gates + (share == 0 ? 0 : 3 * ArcModel.Half)];
        ref float word = ref _words[first * ArcModel.Width + share];
        for (nuint c = 0; c < ArcModel.Half; c += 8)
        {
            Vector256<float> memory = Vector256<float>.Zero;
            ref float g = ref gate;
            ref float w = ref word;
            for (int i = 0; i < all; i++)
            {
                Vector256<float> fresh = DenseMath.Squash(Vector256.LoadUnsafe(ref g, c));
                Vector256<float> keep = DenseMath.Gate(Vector256.LoadUnsafe(ref g, c + ArcModel.Half));
                Vector256<float> open = DenseMath.Gate(Vector256.LoadUnsafe(ref g, c + 2 * ArcModel.Half));
                memory = Vector256.FusedMultiplyAdd(keep, memory - fresh, fresh);
                Vector256.FusedMultiplyAdd(open, memory, Vector256.LoadUnsafe(ref w, c)).StoreUnsafe(ref w, c);
                if (i + 1 < all)
                {
                    g = ref Unsafe.Add(ref g, step * ArcModel.Gates);
                    w = ref Unsafe.Add(ref w, step * ArcModel.Width);
                }
            }
        }
    }

    private void Project(ArcPart part, ArcPart bias, float[] to, int rows, int width)
    {
        DenseMath.FillRows(_parts[(int)bias], to, rows);
        DenseMath.AddProduct(_words, ArcModel.Width, 1, _parts[(int)part], to, rows, ArcModel.Width, width);
    }

    private static void Rectify(Span<float> numbers)
    {
        ref float first = ref MemoryMarshal.GetReference(numbers);
        for (nuint i = 0; i < (nuint)numbers.Length; i += 8)
            Vector256.Max(Vector256.LoadUnsafe(ref first, i), Vector256<float>.Zero).StoreUnsafe(ref first, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Arcs(WordSheet sheet, int count, int all)
    {
        _padded = DenseMath.Padded(all);
        ReadOnlySpan<float> alone = _parts[(int)ArcPart.HeadAlone], pairs = _parts[(int)ArcPart.TagPair], distances = _parts[(int)ArcPart.TagDistance];
        // Heads turned: a row a number, a column a word.
        for (int h = 0; h < all; h++)
        {
            for (int k = 0; k < ArcModel.ArcWidth; k++)
                _turned[k * _padded + h] = _heads[h * ArcModel.ArcWidth + k];
        }
        _between.AsSpan(0, count * ArcModel.ArcWidth).Clear();
        DenseMath.AddProduct(_children, ArcModel.ArcWidth, 1, _parts[(int)ArcPart.Between], _between, count, ArcModel.ArcWidth, ArcModel.ArcWidth);
        // What speaks for a head whoever the child is goes to every child.
        for (int d = 0; d < count; d++)
        {
            for (int k = 0; k < ArcModel.ArcWidth; k++)
                _between[d * ArcModel.ArcWidth + k] += alone[k];
        }
        for (int d = 0; d < count; d++)
        {
            Span<float> row = _arcs.AsSpan(d * _padded, _padded);
            row[all..].Clear();
            int pair = sheet.Tag[d] * ArcModel.Tags, distance = sheet.Tag[d] * ArcModel.Distances;
            for (int h = 0; h < all; h++)
                row[h] = h == d ? -1000 : pairs[pair + (h == count ? ArcModel.RootTag : sheet.Tag[h])] + distances[distance + (h == count ? 15 : ArcModel.Distance(d, h))];
        }
        DenseMath.AddProduct(_between, ArcModel.ArcWidth, 1, _turned, _arcs, count, ArcModel.ArcWidth, _padded);
        for (int d = 0; d < count; d++)
        {
            Span<float> row = _arcs.AsSpan(d * _padded, all);
            Span<int> values = _values.AsSpan(d * _padded, all), bounds = _bounds.AsSpan(d * _padded, all);
            float best = float.MinValue;
            foreach (float arc in row)
                best = Math.Max(best, arc);
            int bound = int.MinValue;
            for (int h = all - 1; h >= 0; h--)
            {
                values[h] = unchecked((int)(Math.Max(row[h] - best, floor) * weight));
                bounds[h] = bound = Math.Max(bound, values[h]);
            }
        }
    }

    private void Reserve(int all)
    {
        if (all <= _capacity)
            return;
        _capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(all, FirstCapacity));
        _words = new float[_capacity * ArcModel.Width];
        _gates = new float[_capacity * ArcModel.Gates];
        _children = new float[_capacity * ArcModel.ArcWidth];
        _heads = new float[_capacity * ArcModel.ArcWidth];
        _turned = new float[_capacity * ArcModel.ArcWidth];
        _between = new float[_capacity * ArcModel.ArcWidth];
        _arcs = new float[_capacity * _capacity];
        _labelChildren = new float[_capacity * ArcModel.LabelWidth];
        _labelHeads = new float[_capacity * ArcModel.LabelWidth];
        _values = new int[_capacity * _capacity];
        _bounds = new int[_capacity * _capacity];
    }
}
