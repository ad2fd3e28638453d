// Weights of the parser's four actions: key and weights share eight bytes, so that a feature costs one look into memory.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>A linear model over four classes. Immutable after loading; safe to share between threads.</summary>
internal sealed class ActionTable
{
    private readonly ulong[] _slots;
    private readonly int _shift;

    private ActionTable(ulong[] slots)
    {
        _slots = slots;
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>Reads a table of four columns that <see cref="WeightTable.Write"/> wrote.</summary>
    public static ActionTable Read(BinaryReader reader)
    {
        int columns = reader.ReadInt32();
        if (columns != 4)
            throw new InvalidDataException("The parser's table of actions must have four columns.");
        int count = reader.ReadInt32();
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + count / 2));
        ulong[] slots = new ulong[size];
        int shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        byte[] gaps = reader.ReadBytes(reader.ReadInt32());
        byte[] packed = reader.ReadBytes(count * 4);
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
                uint four = packed[row] | ((uint)packed[count + row] << 8) | ((uint)packed[2 * count + row] << 16) | ((uint)packed[3 * count + row] << 24);
                slots[slot] = ((ulong)key << 32) | four;
            }
        }
        return new ActionTable(slots);
    }

    /// <summary>The sums of the keys' weights, one a class.</summary>
    public Vector128<int> Score(ReadOnlySpan<uint> keys)
    {
        unchecked
        {
            Vector128<short> sum = Vector128<short>.Zero;
            ulong[] slots = _slots;
            uint mask = (uint)slots.Length - 1;
            foreach (uint key in keys)
            {
                uint slot = Slot(key, _shift);
                while (true)
                {
                    ulong entry = slots[slot & mask];
                    if ((uint)(entry >> 32) == key)
                    {
                        sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe((uint)entry).AsSByte());
                        break;
                    }
                    if (entry == 0)
                        break;
                    slot++;
                }
            }
            return Vector128.WidenLower(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(uint key, int shift) => (uint)(unchecked(key * 0x9E3779B97F4A7C15UL) >> shift);
}
