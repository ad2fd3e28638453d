// Weights of features by their keys: for each feature the classes that it speaks for or against.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Crossread.Language;

/// <summary>A trained linear model's weights. Immutable after loading; safe to share between threads.</summary>
internal sealed class WeightTable
{
    /// <summary>A row with more entries than this is kept whole, and added by vectors.</summary>
    private const int FullRow = 24;

    private const uint FullMark = 0x8000_0000;

    /// <summary>So many look-ups wait for memory together.</summary>
    private const int Batch = 128;

    private readonly ulong[] _slots;
    private readonly uint[] _cells;
    private readonly short[] _rows;

    private WeightTable(int columns, ulong[] slots, uint[] cells, short[] rows)
    {
        Columns = columns;
        Stride = StrideOf(columns);
        _slots = slots;
        _cells = cells;
        _rows = rows;
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
        int cellCount = reader.ReadInt32();
        int fullCount = reader.ReadInt32();
        ByteRun bytes = new(reader.BaseStream, reader.ReadInt32());
        // Three slots in five are taken: fewer would cost memory, more would cost time.
        int size = Math.Max(16, count / 3 * 5), stride = StrideOf(columns);
        ulong[] slots = new ulong[size];
        uint[] cells = new uint[cellCount + count - fullCount + 1];
        short[] rows = new short[fullCount * stride];
        unchecked
        {
            uint key = 0;
            int cell = 1, full = 0;
            for (int row = 0; row < count; row++)
            {
                key += bytes.Varint();
                int entries = (int)bytes.Varint();
                uint place;
                if (entries > FullRow)
                {
                    place = FullMark | (uint)full;
                    int column = -1;
                    for (int e = 0; e < entries; e++)
                    {
                        column += bytes.Next() + 1;
                        rows[full + column] = Signed(bytes.Varint());
                    }
                    full += stride;
                }
                else
                {
                    place = (uint)cell;
                    cells[cell++] = (uint)entries;
                    int column = -1;
                    for (int e = 0; e < entries; e++)
                    {
                        column += bytes.Next() + 1;
                        cells[cell++] = ((uint)column << 16) | (ushort)Signed(bytes.Varint());
                    }
                }
                uint slot = Slot(key, (uint)size);
                while (slots[slot] != 0)
                    slot = slot + 1 == (uint)size ? 0 : slot + 1;
                slots[slot] = ((ulong)key << 32) | place;
            }
        }
        return new WeightTable(columns, slots, cells, rows);
    }

    /// <summary>Writes rows in the order of their keys: the gap to the key before, the number of entries, and for each the gap to the column before and the weight.</summary>
    public static void Write(BinaryWriter writer, int columns, uint[] keys, short[][] weights)
    {
        int cells = 0, full = 0;
        using MemoryStream bytes = new();
        uint last = 0;
        for (int row = 0; row < keys.Length; row++)
        {
            WriteVarint(bytes, keys[row] - last);
            last = keys[row];
            int entries = weights[row].Count(w => w != 0);
            WriteVarint(bytes, (uint)entries);
            if (entries > FullRow)
                full++;
            else
                cells += entries;
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
        writer.Write(cells);
        writer.Write(full);
        writer.Write((int)bytes.Length);
        writer.Write(bytes.ToArray());
    }

    /// <summary>Adds up the rows of the keys. <paramref name="scores"/> holds <see cref="Stride"/> numbers and is overwritten.</summary>
    /// <remarks>
    /// The table is far larger than the caches, so nearly every look-up waits for memory. All slots are fetched first, then all rows:
    /// loads that do not depend on each other wait together, not one after the other.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        scores[..Stride].Clear();
        Span<ulong> entries = stackalloc ulong[Batch];
        Span<uint> places = stackalloc uint[Batch];
        for (int from = 0; from < keys.Length; from += Batch)
        {
            ReadOnlySpan<uint> batch = keys.Slice(from, Math.Min(Batch, keys.Length - from));
            Add(places[..Find(batch, entries, places)], scores);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<uint> places, Span<int> scores)
    {
        ref int score = ref MemoryMarshal.GetReference(scores);
        ref uint cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref short rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        int width = Vector<short>.Count, half = Vector<int>.Count;
        unchecked
        {
            foreach (uint place in places)
            {
                if ((place & FullMark) == 0)
                {
                    ref uint cell = ref Unsafe.Add(ref cells, (nint)place);
                    for (uint e = cell; e > 0; e--)
                    {
                        cell = ref Unsafe.Add(ref cell, 1);
                        Unsafe.Add(ref score, (nint)(cell >> 16)) += (short)cell;
                    }
                    continue;
                }
                ref short row = ref Unsafe.Add(ref rows, (nint)(place & ~FullMark));
                for (int c = 0; c < Stride; c += width)
                {
                    Vector.Widen(Vector.LoadUnsafe(ref row, (nuint)c), out Vector<int> low, out Vector<int> high);
                    (Vector.LoadUnsafe(ref score, (nuint)c) + low).StoreUnsafe(ref score, (nuint)c);
                    (Vector.LoadUnsafe(ref score, (nuint)(c + half)) + high).StoreUnsafe(ref score, (nuint)(c + half));
                }
            }
        }
    }

    /// <summary>The column with the largest score; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int c = 1; c < Columns; c++)
        {
            if (scores[c] > scores[best])
                best = c;
        }
        return best;
    }

    // Fills the places of the keys that have a row, in the order of the keys; returns their number.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> keys, Span<ulong> entries, Span<uint> places)
    {
        unchecked
        {
            ulong[] slots = _slots;
            uint size = (uint)slots.Length;
            for (int k = 0; k < keys.Length; k++)
                entries[k] = slots[Slot(keys[k], size)];
            int found = 0;
            for (int k = 0; k < keys.Length; k++)
            {
                ulong entry = entries[k];
                uint key = keys[k];
                if (entry != 0 && (uint)(entry >> 32) != key)
                {
                    uint slot = Slot(key, size);
                    do
                    {
                        if (++slot == size)
                            slot = 0;
                        entry = slots[slot];
                    }
                    while (entry != 0 && (uint)(entry >> 32) != key);
                }
                if (entry != 0)
                    places[found++] = (uint)entry;
            }
            return found;
        }
    }

    private static int StrideOf(int columns) => (columns + 31) / 32 * 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint key, uint size) => (uint)(unchecked(((key * 0x9E3779B97F4A7C15UL) >> 32) * size) >> 32);

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
