// Weights of features by their keys: for each feature the classes that it speaks for or against.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>A trained linear model's weights. Immutable after loading; safe to share between threads.</summary>
/// <remarks>
/// The table is far larger than the caches, so that nearly every look-up waits for memory once. A key names a line of 64 bytes with
/// eight slots; a slot holds the rest of the key and, for six rows in seven, the whole row: up to three classes with their weights.
/// </remarks>
internal sealed class WeightTable
{
    /// <summary>A row with more entries than this, or with a weight beyond eight bits, is kept whole, and added by vectors.</summary>
    private const int FullRow = 24;

    /// <summary>Slots a line, and entries that a slot has room for.</summary>
    private const int LineSlots = 8, SlotEntries = 3;

    /// <summary>So many lines at least, that line and check together hold the whole key, also where a line goes on in the next three.</summary>
    private const int LeastLines = 1 << 15;

    /// <summary>Lines behind the last for what that has no room for.</summary>
    private const int SpareLines = 64;

    // A slot from its lowest bit: three entries of 8 bits of weight and 7 of class, 18 bits of the key, and one bit, which in the last slot says that the next line goes on.
    private const int EntryBits = 15, CheckShift = 45;
    private const ulong CheckMask = 0x3ffffUL << CheckShift, GoesOn = 1UL << 63;

    /// <summary>Stand for a class: the row is among the long or among the full ones, and the next 30 bits say where.</summary>
    private const uint Long = 126, Full = 127;

    private readonly ulong[] _slots;
    private readonly int _first;
    private readonly uint _lines;
    private readonly ushort[] _cells;
    private readonly short[] _rows;

    private WeightTable(int columns, int keys, int cells, int full)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(columns, (int)Long);
        Columns = columns;
        Stride = StrideOf(columns);
        // Four slots in seven are taken: fewer would cost memory, more would send more look-ups to a second line.
        _lines = (uint)Math.Max(LeastLines, keys / LineSlots * 7 / 4);
        // Pinned, and begun at a multiple of 64 bytes, so that a line is a line of the cache.
        _slots = GC.AllocateArray<ulong>(((int)_lines + SpareLines) * LineSlots + LineSlots, pinned: true);
        _first = (int)((64 - (Marshal.UnsafeAddrOfPinnedArrayElement(_slots, 0) & 63)) & 63) / sizeof(ulong);
        _cells = new ushort[cells];
        _rows = new short[full];
    }

    /// <summary>Number of classes.</summary>
    public int Columns { get; }

    /// <summary>Columns rounded up to whole vectors: the length that score buffers need.</summary>
    public int Stride { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WeightTable Read(BinaryReader reader)
    {
        int columns = reader.ReadInt32();
        int count = reader.ReadInt32();
        // The longer a row the more often it is asked for: the longest stand together, so that they stay in the caches.
        int[] starts = new int[FullRow + 1];
        int cellCount = 0;
        for (int length = FullRow; length > SlotEntries; length--)
        {
            starts[length] = cellCount;
            cellCount += reader.ReadInt32() * (length + 1);
        }
        int fullCount = reader.ReadInt32();
        ByteRun bytes = new(reader.BaseStream, reader.ReadInt32());
        WeightTable table = new(columns, count, cellCount, fullCount * StrideOf(columns));
        Span<byte> classes = stackalloc byte[columns];
        Span<short> weights = stackalloc short[columns];
        ref ulong slots = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table._slots), table._first);
        unchecked
        {
            uint key = 0, line = 0, taken = 0;
            int full = 0;
            for (int row = 0; row < count; row++)
            {
                key += bytes.Varint();
                int entries = (int)bytes.Varint(), column = -1;
                for (int e = 0; e < entries; e++)
                {
                    column += bytes.Next() + 1;
                    classes[e] = (byte)column;
                    weights[e] = Signed(bytes.Varint());
                }
                ulong slot = 0;
                if (IsFull(weights[..entries]))
                {
                    slot = (Full << 8) | ((ulong)full << EntryBits);
                    for (int e = 0; e < entries; e++)
                        table._rows[full + classes[e]] = weights[e];
                    full += StrideOf(columns);
                }
                else if (entries > SlotEntries)
                {
                    int cell = starts[entries];
                    slot = (Long << 8) | ((ulong)cell << EntryBits);
                    table._cells[cell++] = (ushort)entries;
                    for (int e = 0; e < entries; e++)
                        table._cells[cell++] = Entry(classes[e], weights[e]);
                    starts[entries] = cell;
                }
                else
                {
                    for (int e = 0; e < entries; e++)
                        slot |= (ulong)Entry(classes[e], weights[e]) << (EntryBits * e);
                }
                // Keys come in order, so do lines; what a line has no room for stands in the next.
                uint home = Line(key, table._lines);
                if (home > line)
                    (line, taken) = (home, 0);
                if (taken == LineSlots)
                {
                    if (line == table._lines + SpareLines - 1)
                        throw new InvalidDataException("A model's keys are not spread evenly.");
                    Unsafe.Add(ref slots, (nint)(line * LineSlots + LineSlots - 1)) |= GoesOn;
                    (line, taken) = (line + 1, 0);
                }
                Unsafe.Add(ref slots, (nint)(line * LineSlots + taken++)) = slot | Check(key);
            }
        }
        return table;
    }

    /// <summary>Writes rows in the order of their keys: the gap to the key before, the number of entries, and for each the gap to the column before and the weight.</summary>
    public static void Write(BinaryWriter writer, int columns, uint[] keys, short[][] weights)
    {
        int full = 0;
        int[] lengths = new int[FullRow + 1];
        using MemoryStream bytes = new();
        uint last = 0;
        for (int row = 0; row < keys.Length; row++)
        {
            WriteVarint(bytes, keys[row] - last);
            last = keys[row];
            short[] entries = [.. weights[row].Where(w => w != 0)];
            WriteVarint(bytes, (uint)entries.Length);
            if (IsFull(entries))
                full++;
            else if (entries.Length > SlotEntries)
                lengths[entries.Length]++;
            int before = -1;
            for (int c = 0; c < columns; c++)
            {
                short w = weights[row][c];
                if (w == 0)
                    continue;
                bytes.WriteByte((byte)(c - before - 1));
                before = c;
                WriteVarint(bytes, (uint)(w >= 0 ? 2 * w : -2 * w - 1));
            }
        }
        writer.Write(columns);
        writer.Write(keys.Length);
        for (int length = FullRow; length > SlotEntries; length--)
            writer.Write(lengths[length]);
        writer.Write(full);
        writer.Write((int)bytes.Length);
        writer.Write(bytes.ToArray());
    }

    /// <summary>Adds up the rows of the keys. <paramref name="scores"/> holds <see cref="Stride"/> numbers and is overwritten.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        scores[..Stride].Clear();
        Add(keys, scores);
    }

    /// <summary>Adds the rows of the keys to the scores.</summary>
    /// <remarks>All lines are fetched first, then all rows that stand elsewhere: loads that do not depend on each other wait together, not one after the other.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        Span<ulong> found = stackalloc ulong[keys.Length];
        Span<int> longs = stackalloc int[keys.Length], fulls = stackalloc int[keys.Length];
        int count = Find(keys, found);
        ref int score = ref MemoryMarshal.GetReference(scores);
        int longCount = 0, fullCount = 0;
        unchecked
        {
            foreach (ulong slot in found[..count])
            {
                uint column = (uint)(slot >> 8) & 127;
                if (column >= Long)
                {
                    int place = (int)(slot >> EntryBits) & 0x3fffffff;
                    longs[longCount] = fulls[fullCount] = place;
                    fullCount += (int)(column - Long);
                    longCount += (int)(Full - column);
                    continue;
                }
                Unsafe.Add(ref score, (nint)column) += (sbyte)slot;
                Unsafe.Add(ref score, (nint)((slot >> (EntryBits + 8)) & 127)) += (sbyte)(slot >> EntryBits);
                Unsafe.Add(ref score, (nint)((slot >> (2 * EntryBits + 8)) & 127)) += (sbyte)(slot >> (2 * EntryBits));
            }
        }
        if (longCount > 0)
            AddLong(longs[..longCount], ref score);
        if (fullCount > 0)
            AddFull(fulls[..fullCount], ref score);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddLong(ReadOnlySpan<int> places, ref int score)
    {
        ref ushort cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        Span<ushort> counts = stackalloc ushort[places.Length];
        unchecked
        {
            for (int k = 0; k < places.Length; k++)
                counts[k] = Unsafe.Add(ref cells, places[k]);
            for (int k = 0; k < places.Length; k++)
            {
                ref ushort cell = ref Unsafe.Add(ref cells, places[k]);
                for (int e = counts[k]; e > 0; e--)
                {
                    cell = ref Unsafe.Add(ref cell, 1);
                    Unsafe.Add(ref score, cell >> 8) += (sbyte)cell;
                }
            }
        }
    }

    /// <summary>Vector by vector, so that each is written once however many rows there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFull(ReadOnlySpan<int> places, ref int score)
    {
        ref short rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (int c = 0; c < Stride; c += Vector256<short>.Count)
        {
            Vector256<int> low = Vector256.LoadUnsafe(ref score, (nuint)c), high = Vector256.LoadUnsafe(ref score, (nuint)c + 8);
            foreach (int place in places)
            {
                (Vector256<int> first, Vector256<int> second) = Vector256.Widen(Vector256.LoadUnsafe(ref rows, (nuint)(place + c)));
                low += first;
                high += second;
            }
            low.StoreUnsafe(ref score, (nuint)c);
            high.StoreUnsafe(ref score, (nuint)c + 8);
        }
    }

    /// <summary>The column with the largest score, the first of equals, and how far the next one stands behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Best(ReadOnlySpan<int> scores, out int lead)
    {
        ref int first = ref MemoryMarshal.GetReference(scores);
        Vector256<int> most = Vector256.Create(int.MinValue), next = most;
        int c = 0;
        for (; c + Vector256<int>.Count <= Columns; c += Vector256<int>.Count)
        {
            Vector256<int> some = Vector256.LoadUnsafe(ref first, (nuint)c);
            next = Vector256.Max(next, Vector256.Min(most, some));
            most = Vector256.Max(most, some);
        }
        int best = int.MinValue, second = int.MinValue;
        for (int k = 0; k < Vector256<int>.Count; k++)
        {
            second = Math.Max(Math.Max(second, next.GetElement(k)), Math.Min(best, most.GetElement(k)));
            best = Math.Max(best, most.GetElement(k));
        }
        for (; c < Columns; c++)
        {
            second = Math.Max(second, Math.Min(best, scores[c]));
            best = Math.Max(best, scores[c]);
        }
        lead = unchecked(best - second);
        return scores.IndexOf(best);
    }

    // Fills the slots of the keys that have a row, in the order of the keys; returns their number. No branch depends on what is found, but for the rare line that goes on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> keys, Span<ulong> found)
    {
        ref ulong slots = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), _first);
        ref ulong next = ref MemoryMarshal.GetReference(found);
        uint lines = _lines;
        int count = 0;
        unchecked
        {
            foreach (uint key in keys)
            {
                ref ulong line = ref Unsafe.Add(ref slots, (nint)(Line(key, lines) * LineSlots));
                uint match = Match(ref line, Check(key));
                // What is rare is asked first: whether there is a match nobody can foretell.
                while ((long)Unsafe.Add(ref line, LineSlots - 1) < 0 && match == 0)
                {
                    line = ref Unsafe.Add(ref line, LineSlots);
                    match = Match(ref line, Check(key));
                }
                Unsafe.Add(ref next, count) = Unsafe.Add(ref line, BitOperations.TrailingZeroCount(match) & (LineSlots - 1));
                count += match == 0 ? 0 : 1;
            }
        }
        return count;
    }

    /// <summary>A bit for each slot of the line that holds the check. An empty slot may match; its weights are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Match(ref ulong line, ulong check)
    {
        if (Vector512.IsHardwareAccelerated)
            return unchecked((uint)Vector512.Equals(Vector512.LoadUnsafe(ref line) & Vector512.Create(CheckMask), Vector512.Create(check)).ExtractMostSignificantBits());
        Vector256<ulong> mask = Vector256.Create(CheckMask), wanted = Vector256.Create(check);
        return Vector256.Equals(Vector256.LoadUnsafe(ref line) & mask, wanted).ExtractMostSignificantBits()
            | (Vector256.Equals(Vector256.LoadUnsafe(ref line, 4) & mask, wanted).ExtractMostSignificantBits() << 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Line(uint key, uint lines) => unchecked((uint)(((ulong)key * lines) >> 32));

    /// <summary>The lowest bit of a key is always 1 and so tells nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Check(uint key) => unchecked((ulong)(key >> 1) << CheckShift) & CheckMask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Entry(byte column, short weight) => unchecked((ushort)((column << 8) | (byte)weight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFull(ReadOnlySpan<short> weights)
    {
        foreach (short weight in weights)
        {
            if (weight is < sbyte.MinValue or > sbyte.MaxValue)
                return true;
        }
        return weights.Length > FullRow;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StrideOf(int columns) => (columns + 31) / 32 * 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short Signed(uint value) => (short)((value & 1) == 0 ? (int)(value >> 1) : -(int)((value + 1) >> 1));

    private static void WriteVarint(MemoryStream bytes, uint value)
    {
        while (value >= 128)
        {
            bytes.WriteByte((byte)(value & 127 | 128));
            value >>= 7;
        }
        bytes.WriteByte((byte)value);
    }
}
