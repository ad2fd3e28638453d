// Weights while they are being learnt: averaged perceptron with rows made on demand.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crossread.Training.Language;

/// <summary>A linear model in training (averaged perceptron, Collins 2002). A row scores only once it has been updated often enough (Goldberg and Elhadad 2011).</summary>
internal sealed class TrainingTable(int columns, int leastUpdates)
{
    private const int SlotStart = 1 << 16;
    // A slot holds the key and, above the lowest bit, the row; the lowest bit tells that the row has been updated often enough to count.
    private ulong[] _slots = new ulong[SlotStart];
    private float[] _weights = new float[columns * 1024];
    private float[] _totals = new float[columns * 1024];
    private int[] _stamps = new int[1024];
    private int[] _updates = new int[1024];
    private int _rows;

    public int Columns => columns;

    public int Rows => _rows;

    /// <summary>The clock of averaging: one tick an update.</summary>
    public int Now { get; set; }

    public void Score(ReadOnlySpan<uint> keys, Span<float> scores)
    {
        scores[..columns].Clear();
        foreach (uint key in keys)
        {
            ulong slot = Slot(key);
            if ((slot & 1) == 0)
                continue;
            ReadOnlySpan<float> weights = _weights.AsSpan((int)((uint)slot >> 1) * columns, columns);
            Add(scores, weights);
        }
    }

    public void Update(ReadOnlySpan<uint> keys, int column, float step)
    {
        foreach (uint key in keys)
        {
            int row = Touch(key);
            _weights[row * columns + column] += step;
        }
    }

    public void Update(ReadOnlySpan<uint> keys, int right, int wrong)
    {
        foreach (uint key in keys)
        {
            int row = Touch(key);
            _weights[row * columns + right] += 1;
            _weights[row * columns + wrong] -= 1;
        }
    }

    /// <summary>The averaged rows that count, in the order of their keys, scaled and rounded to whole numbers; small rows are left out.</summary>
    public (uint[] Keys, short[][] Rows) Quantise(float scale, int leastWeight)
    {
        List<uint> keys = [];
        foreach (ulong slot in _slots)
        {
            if ((slot & 1) != 0)
                keys.Add((uint)(slot >> 32));
        }
        keys.Sort();
        List<uint> kept = [];
        List<short[]> rows = [];
        foreach (uint key in keys)
        {
            int row = Find(key);
            CatchUp(row);
            short[] values = new short[columns];
            int largest = 0;
            for (int c = 0; c < columns; c++)
            {
                values[c] = (short)Math.Clamp(MathF.Round(_totals[row * columns + c] / Math.Max(1, Now) * scale), -32000, 32000);
                largest = Math.Max(largest, Math.Abs((int)values[c]));
            }
            if (largest >= leastWeight)
            {
                kept.Add(key);
                rows.Add(values);
            }
        }
        return ([.. kept], [.. rows]);
    }

    /// <summary>Puts the averages in the weights' place. Training is over then.</summary>
    public void UseAverages()
    {
        for (int row = 0; row < _rows; row++)
        {
            CatchUp(row);
            for (int c = row * columns; c < (row + 1) * columns; c++)
                _weights[c] = _totals[c] / Math.Max(1, Now);
        }
    }

    /// <summary>Begins a new average from the weights as they stand.</summary>
    public void Restart()
    {
        Now = 0;
        Array.Clear(_totals);
        Array.Clear(_stamps);
    }

    private static void Add(Span<float> scores, ReadOnlySpan<float> weights)
    {
        ref float score = ref MemoryMarshal.GetReference(scores);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        int c = 0, width = Vector<float>.Count;
        for (; c + width <= weights.Length; c += width)
            (Vector.LoadUnsafe(ref score, (nuint)c) + Vector.LoadUnsafe(ref weight, (nuint)c)).StoreUnsafe(ref score, (nuint)c);
        for (; c < weights.Length; c++)
            scores[c] += weights[c];
    }

    private int Touch(uint key)
    {
        int place = Place(key);
        if (_slots[place] == 0)
            place = Add(key, place);
        int row = (int)((uint)_slots[place] >> 1);
        CatchUp(row);
        if (++_updates[row] >= leastUpdates)
            _slots[place] |= 1;
        return row;
    }

    private void CatchUp(int row)
    {
        int passed = Now - _stamps[row];
        if (passed == 0)
            return;
        _stamps[row] = Now;
        for (int c = row * columns; c < (row + 1) * columns; c++)
        {
            if (_weights[c] != 0)
                _totals[c] += passed * _weights[c];
        }
    }

    private int Find(uint key) => (int)((uint)Slot(key) >> 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Slot(uint key)
    {
        ulong[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        uint at = unchecked(key * 2654435769u) & mask;
        while (true)
        {
            ulong found = slots[at];
            if (found == 0 || (uint)(found >> 32) == key)
                return found;
            at = (at + 1) & mask;
        }
    }

    /// <summary>Where the key stands or would stand.</summary>
    private int Place(uint key)
    {
        uint mask = (uint)_slots.Length - 1;
        uint at = unchecked(key * 2654435769u) & mask;
        while (_slots[at] != 0 && (uint)(_slots[at] >> 32) != key)
            at = (at + 1) & mask;
        return (int)at;
    }

    private int Add(uint key, int place)
    {
        if (_rows * 2 >= _slots.Length)
        {
            ulong[] old = _slots;
            _slots = new ulong[old.Length * 2];
            foreach (ulong slot in old)
            {
                if (slot != 0)
                    _slots[Place((uint)(slot >> 32))] = slot;
            }
            place = Place(key);
        }
        if (_rows == _stamps.Length)
        {
            Array.Resize(ref _stamps, _rows * 2);
            Array.Resize(ref _updates, _rows * 2);
            Array.Resize(ref _weights, _rows * 2 * columns);
            Array.Resize(ref _totals, _rows * 2 * columns);
        }
        _stamps[_rows] = Now;
        _slots[place] = ((ulong)key << 32) | ((uint)_rows << 1);
        _rows++;
        return place;
    }
}
