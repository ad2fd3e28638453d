// Weights of features by their keys: one row of small integers a feature, one column a class.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>A trained linear model's weights. Immutable after loading; safe to share between threads.</summary>
internal sealed class WeightTable
{
    private readonly ulong[] _slots;
    private readonly sbyte[] _rows;
    private readonly int _shift;

    private WeightTable(int columns, int stride, ulong[] slots, sbyte[] rows)
    {
        Columns = columns;
        Stride = stride;
        _slots = slots;
        _rows = rows;
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>Number of classes.</summary>
    public int Columns { get; }

    /// <summary>Columns rounded up to a multiple of 32: the length that score buffers need.</summary>
    public int Stride { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WeightTable Read(BinaryReader reader)
    {
        int columns = reader.ReadInt32();
        int count = reader.ReadInt32();
        int stride = (columns + 31) / 32 * 32;
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        ulong[] slots = new ulong[size];
        int shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        byte[] gaps = reader.ReadBytes(reader.ReadInt32());
        sbyte[] rows = new sbyte[(count + 1) * stride];
        byte[] packed = reader.ReadBytes(count * columns);
        unchecked
        {
            uint key = 0;
            for (int row = 0, at = 0; row < count; row++)
            {
                uint gap = 0;
                for (int bits = 0; ; bits += 7)
                {
                    byte b = gaps[at++];
                    gap |= (uint)(b & 127) << bits;
                    if (b < 128)
                        break;
                }
                key += gap;
                uint slot = Slot(key, shift);
                while (slots[slot] != 0)
                    slot = (slot + 1) & (uint)(size - 1);
                slots[slot] = ((ulong)key << 32) | (uint)(row * stride);
                for (int c = 0; c < columns; c++)
                    rows[row * stride + c] = (sbyte)packed[c * count + row];
            }
        }
        return new WeightTable(columns, stride, slots, rows);
    }

    /// <summary>Writes rows in the order of their keys: keys as gaps, weights column by column.</summary>
    public static void Write(BinaryWriter writer, int columns, uint[] keys, sbyte[][] weights)
    {
        writer.Write(columns);
        writer.Write(keys.Length);
        using MemoryStream gaps = new();
        uint last = 0;
        foreach (uint key in keys)
        {
            uint gap = key - last;
            while (gap >= 128)
            {
                gaps.WriteByte((byte)(gap & 127 | 128));
                gap >>= 7;
            }
            gaps.WriteByte((byte)gap);
            last = key;
        }
        writer.Write((int)gaps.Length);
        writer.Write(gaps.ToArray());
        byte[] packed = new byte[keys.Length * columns];
        for (int row = 0; row < keys.Length; row++)
        {
            for (int c = 0; c < columns; c++)
                packed[c * keys.Length + row] = unchecked((byte)weights[row][c]);
        }
        writer.Write(packed);
    }

    /// <summary>Adds up the rows of the keys. <paramref name="scores"/> holds <see cref="Stride"/> numbers and is overwritten.</summary>
    public void Score(ReadOnlySpan<uint> keys, Span<short> scores)
    {
        scores[..Stride].Clear();
        ref short score = ref MemoryMarshal.GetReference(scores);
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (uint key in keys)
        {
            int row = Find(key);
            if (row < 0)
                continue;
            for (int c = 0; c < Stride; c += 32)
            {
                Vector256<sbyte> w = Vector256.LoadUnsafe(ref weights, (nuint)(row + c));
                (Vector256<short> low, Vector256<short> high) = Vector256.Widen(w);
                (Vector256.LoadUnsafe(ref score, (nuint)c) + low).StoreUnsafe(ref score, (nuint)c);
                (Vector256.LoadUnsafe(ref score, (nuint)c + 16) + high).StoreUnsafe(ref score, (nuint)c + 16);
            }
        }
    }

    /// <summary>Start of the key's row, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint key)
    {
        unchecked
        {
            ulong[] slots = _slots;
            uint slot = Slot(key, _shift);
            uint mask = (uint)slots.Length - 1;
            while (true)
            {
                ulong entry = slots[slot & mask];
                if ((uint)(entry >> 32) == key)
                    return (int)(uint)entry;
                if (entry == 0)
                    return -1;
                slot++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint key, int shift) => (uint)(unchecked(key * 0x9E3779B97F4A7C15UL) >> shift);
}
