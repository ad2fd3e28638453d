// Small numbers in few bytes.
using System.Buffers;

namespace Crossread.Storage.Packing;

/// <summary>Numbers of seven bits a byte, the lowest first (LEB128); those of either sign as 0, -1, 1, -2, 2 and so on.</summary>
internal static class PackedNumbers
{
    /// <summary>Writes a number of 0 or more.</summary>
    public static void Write(IBufferWriter<byte> to, int number)
    {
        Span<byte> room = to.GetSpan(5);
        int n = 0;
        uint rest = (uint)number;
        while (rest >= 0x80)
        {
            room[n++] = unchecked((byte)(rest | 0x80));
            rest >>= 7;
        }
        room[n++] = (byte)rest;
        to.Advance(n);
    }

    /// <summary>Reads a number of 0 or more.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static int Read(ref ReadOnlySpan<byte> from)
    {
        uint number = 0;
        for (int i = 0; i < Math.Min(5, from.Length); i++)
        {
            number |= unchecked((uint)(from[i] & 0x7F) << (7 * i));
            if (from[i] < 0x80)
            {
                from = from[(i + 1)..];
                return number <= int.MaxValue ? (int)number : throw new InvalidDataException("a number is out of bounds");
            }
        }
        throw new InvalidDataException("a number is cut off");
    }

    /// <summary>Writes a number of either sign.</summary>
    public static void WriteSigned(IBufferWriter<byte> to, int number) => Write(to, Fold(number));

    /// <summary>Reads a number of either sign.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static int ReadSigned(ref ReadOnlySpan<byte> from) => Unfold(Read(ref from));

    /// <summary>A number of either sign as one of 0 or more.</summary>
    public static int Fold(int number) => unchecked((number << 1) ^ (number >> 31));

    /// <summary>The number of either sign.</summary>
    public static int Unfold(int number) => (number >> 1) ^ -(number & 1);
}
