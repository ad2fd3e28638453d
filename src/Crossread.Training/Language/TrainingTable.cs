// Weights while they are being learnt: averaged perceptron with rows made on demand.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Crossread.Training.Language;

/// <summary>A linear model in training (averaged perceptron, Collins 2002). A row scores only once it has been updated often enough (Goldberg and Elhadad 2011).</summary>
internal sealed class TrainingTable(int columns, int leastUpdates)
{
    private const int SlotStart = 1 << 16;
    private uint[] _keys = new uint[SlotStart];
    private int[] _rowOf = new int[SlotStart];
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
            int row = Find(key);
            if (row < 0 || _updates[row] < leastUpdates)
                continue;
            ReadOnlySpan<float> weights = _weights.AsSpan(row * columns, columns);
            Add(scores, weights);
        }
    }

    public void Update(ReadOnlySpan<uint> keys, int column, float step)
    {
        foreach (uint key in keys)
            _weights[Touch(key) * columns + column] += step;
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
    public (uint[] Keys, sbyte[][] Rows) Quantise(float scale, int leastWeight)
    {
        List<uint> keys = [];
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != 0 && _updates[_rowOf[slot]] >= leastUpdates)
                keys.Add(_keys[slot]);
        }
        keys.Sort();
        List<uint> kept = [];
        List<sbyte[]> rows = [];
        foreach (uint key in keys)
        {
            int row = Find(key);
            CatchUp(row);
            sbyte[] values = new sbyte[columns];
            int largest = 0;
            for (int c = 0; c < columns; c++)
            {
                values[c] = (sbyte)Math.Clamp(MathF.Round(_totals[row * columns + c] / Math.Max(1, Now) * scale), -127, 127);
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

    private static void Add(Span<float> scores, ReadOnlySpan<float> weights)
    {
        int c = 0;
        for (; c + Vector<float>.Count <= weights.Length; c += Vector<float>.Count)
            (new Vector<float>(scores[c..]) + new Vector<float>(weights[c..])).CopyTo(scores[c..]);
        for (; c < weights.Length; c++)
            scores[c] += weights[c];
    }

    private int Touch(uint key)
    {
        int row = Find(key);
        if (row < 0)
            row = Add(key);
        CatchUp(row);
        _updates[row]++;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint key)
    {
        uint mask = (uint)_keys.Length - 1;
        uint slot = unchecked(key * 2654435769u) & mask;
        while (true)
        {
            uint found = _keys[slot];
            if (found == key)
                return _rowOf[slot];
            if (found == 0)
                return -1;
            slot = (slot + 1) & mask;
        }
    }

    private int Add(uint key)
    {
        if (_rows * 2 >= _keys.Length)
            Grow();
        if (_rows == _stamps.Length)
        {
            Array.Resize(ref _stamps, _rows * 2);
            Array.Resize(ref _updates, _rows * 2);
            Array.Resize(ref _weights, _rows * 2 * columns);
            Array.Resize(ref _totals, _rows * 2 * columns);
        }
        _stamps[_rows] = Now;
        Place(key, _rows);
        return _rows++;
    }

    private void Place(uint key, int row)
    {
        uint mask = (uint)_keys.Length - 1;
        uint slot = unchecked(key * 2654435769u) & mask;
        while (_keys[slot] != 0)
            slot = (slot + 1) & mask;
        _keys[slot] = key;
        _rowOf[slot] = row;
    }

    private void Grow()
    {
        (uint[] keys, int[] rowOf) = (_keys, _rowOf);
        _keys = new uint[keys.Length * 2];
        _rowOf = new int[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
                Place(keys[i], rowOf[i]);
        }
    }
}
