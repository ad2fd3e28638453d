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
    /// <summary>Score of an arc that cannot be.</summary>
    private const float Never = -1000;

    private const int FirstCapacity = 64;
    private readonly float[][] _parts = model.Parts;
    private readonly float[] _hidden = new float[ArcModel.LabelWidth], _other = new float[ArcModel.Labels];
    private float[] _words = [], _gates = [], _children = [], _heads = [], _turned = [], _between = [], _arcs = [], _labelChildren = [], _labelHeads = [], _labels = [];
    private int[] _values = [], _bounds = [], _best = [], _behind = [], _lastChild = [], _sibling = [];
    private byte[] _relation = [];
    private float[] _relationLead = [];
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
        DenseMath.AddPacked(_words, ArcModel.Width, 1, _parts[(int)ArcPart.LabelHead], _labelHeads, all, ArcModel.Width, ArcModel.LabelWidth);
        Arcs(sheet, count, all);
        Compare(count, all);
        LabelBest(count);
    }

    /// <summary>How far an arc stands behind the best for its child; 0 or less.</summary>
    public int Arc(int child, int head) => _values[child * _padded + head];

    /// <summary>How far the best of the heads from this one on stands behind the best of all.</summary>
    public int Bound(int child, int from) => _bounds[child * _padded + from];

    /// <summary>What the words from this one on lose at the most if this head is no longer to be had; 0 or less.</summary>
    public int Children(int head, int from)
    {
        int cost = 0;
        for (int d = _lastChild[head]; d >= from; d = _sibling[d])
            cost = Math.Min(cost, _behind[d]);
        return cost;
    }

    /// <summary>The relation of an arc if it is the best for its child and no other relation comes nearer than the lead, else -1.</summary>
    public int SureLabel(int child, int head, float lead) => _best[child] == head && _relationLead[child] >= lead ? _relation[child] : -1;

    /// <summary>For each relation, and for the numbers behind them that stand for none, how far it stands behind the best for this arc; 0 or less.</summary>
    public ReadOnlySpan<float> Labels(int child, int head)
    {
        if (_best[child] == head)
            return _labels.AsSpan(child * ArcModel.Labels, ArcModel.Labels);
        Hide(child, head, _hidden);
        _parts[(int)ArcPart.LabelBias].CopyTo(_other, 0);
        DenseMath.AddPacked(_hidden, 0, 1, _parts[(int)ArcPart.Label], _other, 1, ArcModel.LabelWidth, ArcModel.Labels);
        Behind(_other);
        return _other;
    }

    /// <summary>The relations of the best arcs, all at once.</summary>
    private void LabelBest(int count)
    {
        // The children's room is free by now.
        for (int d = 0; d < count; d++)
            Hide(d, _best[d], _children.AsSpan(d * ArcModel.LabelWidth, ArcModel.LabelWidth));
        DenseMath.FillRows(_parts[(int)ArcPart.LabelBias], _labels, count);
        DenseMath.AddPacked(_children, ArcModel.LabelWidth, 1, _parts[(int)ArcPart.Label], _labels, count, ArcModel.LabelWidth, ArcModel.Labels);
        for (int d = 0; d < count; d++)
        {
            Span<float> labels = _labels.AsSpan(d * ArcModel.Labels, ArcModel.Labels);
            _relationLead[d] = Behind(labels);
            _relation[d] = (byte)labels.IndexOf(0f);
        }
    }

    /// <summary>The form between words and relations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Hide(int child, int head, Span<float> hidden)
    {
        ReadOnlySpan<float> a = _labelChildren.AsSpan(child * ArcModel.LabelWidth, ArcModel.LabelWidth), b = _labelHeads.AsSpan(head * ArcModel.LabelWidth, ArcModel.LabelWidth);
        ReadOnlySpan<float> side = _parts[(int)ArcPart.Side].AsSpan(head < child ? 0 : ArcModel.LabelWidth, ArcModel.LabelWidth);
        ref float first = ref MemoryMarshal.GetReference(a), second = ref MemoryMarshal.GetReference(b), third = ref MemoryMarshal.GetReference(side);
        for (nuint i = 0; i < ArcModel.LabelWidth; i += 8)
        {
            Vector256<float> sum = Vector256.LoadUnsafe(ref first, i) + Vector256.LoadUnsafe(ref second, i) + Vector256.LoadUnsafe(ref third, i);
            Vector256.Max(sum, Vector256<float>.Zero).StoreUnsafe(ref MemoryMarshal.GetReference(hidden), i);
        }
    }

    /// <summary>Takes the best from all numbers, so that it is 0 and the others less; returns how far the second is behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Behind(Span<float> numbers)
    {
        ref float first = ref MemoryMarshal.GetReference(numbers);
        Vector256<float> most = Vector256.Create(float.MinValue), next = most;
        for (nuint i = 0; i < (nuint)numbers.Length; i += 8)
        {
            Vector256<float> some = Vector256.LoadUnsafe(ref first, i);
            next = Vector256.Max(next, Vector256.Min(most, some));
            most = Vector256.Max(most, some);
        }
        float best = float.MinValue, second = float.MinValue;
        for (int k = 0; k < Vector256<float>.Count; k++)
        {
            second = Math.Max(Math.Max(second, next.GetElement(k)), Math.Min(best, most.GetElement(k)));
            best = Math.Max(best, most.GetElement(k));
        }
        Vector256<float> all = Vector256.Create(best);
        for (nuint i = 0; i < (nuint)numbers.Length; i += 8)
            (Vector256.LoadUnsafe(ref first, i) - all).StoreUnsafe(ref first, i);
        return best - second;
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
        DenseMath.AddPacked(_words, ArcModel.Width, 1, _parts[(int)part], to, rows, ArcModel.Width, width);
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
        Turn(all);
        _between.AsSpan(0, count * ArcModel.ArcWidth).Clear();
        DenseMath.AddPacked(_children, ArcModel.ArcWidth, 1, _parts[(int)ArcPart.Between], _between, count, ArcModel.ArcWidth, ArcModel.ArcWidth);
        // What speaks for a head whoever the child is goes to every child.
        ref float alone = ref MemoryMarshal.GetArrayDataReference(_parts[(int)ArcPart.HeadAlone]);
        for (int d = 0; d < count; d++)
        {
            ref float own = ref _between[d * ArcModel.ArcWidth];
            for (nuint k = 0; k < ArcModel.ArcWidth; k += 8)
                (Vector256.LoadUnsafe(ref own, k) + Vector256.LoadUnsafe(ref alone, k)).StoreUnsafe(ref own, k);
        }
        ReadOnlySpan<byte> tags = sheet.Tag.AsSpan(0, count);
        for (int d = 0; d < count; d++)
        {
            Span<float> row = _arcs.AsSpan(d * _padded, _padded);
            row[all..].Fill(Never);
            ReadOnlySpan<float> pairs = _parts[(int)ArcPart.TagPair].AsSpan(tags[d] * ArcModel.Tags, ArcModel.Tags), distances = _parts[(int)ArcPart.TagDistance].AsSpan(tags[d] * ArcModel.Distances, ArcModel.Distances);
            for (int h = 0; h < tags.Length; h++)
                row[h] = pairs[tags[h]] + distances[ArcModel.Distance(d, h)];
            row[d] = Never;
            row[count] = pairs[ArcModel.RootTag] + distances[ArcModel.Distances - 1];
        }
        DenseMath.AddPacked(_between, ArcModel.ArcWidth, 1, _turned, _arcs, count, ArcModel.ArcWidth, _padded);
    }

    /// <summary>The words as heads: in blocks of columns, a row a number, a column a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(int all)
    {
        for (int h = 0; h < all; h++)
        {
            ReadOnlySpan<float> head = _heads.AsSpan(h * ArcModel.ArcWidth, ArcModel.ArcWidth);
            Span<float> block = _turned.AsSpan(h / DenseMath.Block * DenseMath.Block * ArcModel.ArcWidth, DenseMath.Block * ArcModel.ArcWidth);
            for (int k = 0, to = h % DenseMath.Block; k < head.Length; k++, to += DenseMath.Block)
                block[to] = head[k];
        }
    }

    /// <summary>From scores to how far each arc is behind the best.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(int count, int all)
    {
        Array.Fill(_lastChild, -1, 0, all);
        Vector256<float> least = Vector256.Create(floor), unit = Vector256.Create(weight);
        for (int d = 0; d < count; d++)
        {
            Span<float> row = _arcs.AsSpan(d * _padded, _padded);
            float lead = Behind(row);
            ref int values = ref _values[d * _padded];
            for (int h = 0; h < row.Length; h += 8)
                Vector256.ConvertToInt32(Vector256.Max(Vector256.LoadUnsafe(ref row[h]), least) * unit).StoreUnsafe(ref values, (nuint)h);
            int best = row.IndexOf(0f), bound = int.MinValue;
            Span<int> bounds = _bounds.AsSpan(d * _padded, all);
            for (int h = bounds.Length - 1; h >= 0; h--)
                bounds[h] = bound = Math.Max(bound, Unsafe.Add(ref values, h));
            _best[d] = best;
            _behind[d] = (int)(Math.Max(-lead, floor) * weight);
            _sibling[d] = _lastChild[best];
            _lastChild[best] = d;
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
        _best = new int[_capacity];
        _behind = new int[_capacity];
        _lastChild = new int[_capacity];
        _sibling = new int[_capacity];
        _relation = new byte[_capacity];
        _relationLead = new float[_capacity];
        _labels = new float[_capacity * ArcModel.Labels];
        _values = new int[_capacity * _capacity];
        _bounds = new int[_capacity * _capacity];
    }
}
