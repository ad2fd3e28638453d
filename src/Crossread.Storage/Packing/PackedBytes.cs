// Packed bytes that know their length.
using System.Buffers.Binary;

namespace Crossread.Storage.Packing;

/// <summary>Packed bytes behind their unpacked length, four bytes, the lowest first; its complement where they were packed behind the primer.</summary>
internal static class PackedBytes
{
    /// <summary>Packs bytes.</summary>
    public static byte[] WithLength(ReadOnlySpan<byte> bytes) => Headed(bytes.Length, Brotli.Pack(bytes));

    /// <summary>Packs an analysis: behind a primer where that can be.</summary>
    public static byte[] Primed(ReadOnlySpan<byte> bytes, Primer primer) => primer.Pack(bytes) is { } packed ? Headed(~bytes.Length, packed) : WithLength(bytes);

    /// <summary>Unpacks them.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> whole, Primer? primer = null)
    {
        int length = whole.Length < 4 ? throw new InvalidDataException("packed bytes are cut off") : BinaryPrimitives.ReadInt32LittleEndian(whole);
        return length >= 0 ? Brotli.Unpack(whole[4..], length) : primer is not null && ~length <= Brotli.MostBytes ? primer.Unpack(whole[4..], ~length) : throw new InvalidDataException("a length is out of bounds");
    }

    private static byte[] Headed(int head, byte[] packed)
    {
        byte[] whole = new byte[packed.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(whole, head);
        packed.CopyTo(whole, 4);
        return whole;
    }
}
