// Bytes told by what they share with other bytes.
using System.Buffers;
using System.Buffers.Binary;

namespace Crossread.Storage.Packing;

/// <summary>
/// Tells bytes by the runs that they share with others, in the manner of VCDIFF (RFC 3284): bytes of its own, then a run of the other's, and so on.
/// A clean text shares nearly all of its bytes with the original that it was cut from.
/// </summary>
internal static class ByteDifference
{
    // A run is found by the words of so many bytes that begin at each multiple of that in the other's bytes.
    private const int _word = 8;

    /// <summary>Tells the bytes by what they share with others.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="other">The others.</param>
    public static byte[] Of(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> other)
    {
        Dictionary<ulong, int> places = new(other.Length / _word);
        for (int i = 0; i + _word <= other.Length; i += _word)
            places.TryAdd(BinaryPrimitives.ReadUInt64LittleEndian(other[i..]), i);
        ArrayBufferWriter<byte> to = new(256);
        int told = 0, next = 0;
        for (int at = 0; at + _word <= bytes.Length;)
        {
            int start = Goes(bytes, at, other, next) >= _word ? next
                : places.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]), out int place) ? place : -1;
            if (start < 0)
            {
                at++;
                continue;
            }
            // The run may have begun before the word by which it was found.
            while (at > told && start > 0 && bytes[at - 1] == other[start - 1])
                (at, start) = (at - 1, start - 1);
            int length = Goes(bytes, at, other, start);
            Own(to, bytes[told..at]);
            PackedNumbers.WriteSigned(to, start - next);
            PackedNumbers.Write(to, length);
            told = at += length;
            next = start + length;
        }
        Own(to, bytes[told..]);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>The bytes that were told.</summary>
    /// <param name="told">What <see cref="Of"/> gave.</param>
    /// <param name="other">The others.</param>
    /// <param name="most">How many bytes it may be at most.</param>
    /// <exception cref="InvalidDataException">It was not told by these.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> told, ReadOnlySpan<byte> other, int most)
    {
        ArrayBufferWriter<byte> bytes = new(Math.Max(1, Math.Min(most, other.Length)));
        for (int next = 0; ;)
        {
            int own = PackedNumbers.Read(ref told);
            Write(bytes, own <= told.Length ? told[..own] : throw Damaged(), most);
            told = told[own..];
            if (told.IsEmpty)
                return bytes.WrittenSpan.ToArray();
            int start = unchecked(next + PackedNumbers.ReadSigned(ref told)), length = PackedNumbers.Read(ref told);
            if (start < 0 || start > other.Length || length > other.Length - start)
                throw Damaged();
            Write(bytes, other.Slice(start, length), most);
            next = start + length;
        }
    }

    private static int Goes(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> other, int start) =>
        start < other.Length ? bytes[at..].CommonPrefixLength(other[start..]) : 0;

    private static void Own(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> own)
    {
        PackedNumbers.Write(to, own.Length);
        to.Write(own);
    }

    private static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes, int most)
    {
        if (bytes.Length > most - to.WrittenCount)
            throw Damaged();
        to.Write(bytes);
    }

    private static InvalidDataException Damaged() => new("a text does not fit its original");
}
