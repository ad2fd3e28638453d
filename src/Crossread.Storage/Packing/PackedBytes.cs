// Packed bytes that know their length.
using System.Buffers.Binary;

namespace Crossread.Storage.Packing;

/// <summary>Packed bytes behind their unpacked length, four bytes, the lowest first.</summary>
internal static class PackedBytes
{
    /// <summary>Packs bytes.</summary>
    public static byte[] WithLength(ReadOnlySpan<byte> bytes)
    {
        byte[] packed = Brotli.Pack(bytes);
        byte[] whole = new byte[packed.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(whole, bytes.Length);
        packed.CopyTo(whole, 4);
        return whole;
    }

    /// <summary>Unpacks them.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> whole) =>
        whole.Length < 4 ? throw new InvalidDataException("packed bytes are cut off") : Brotli.Unpack(whole[4..], BinaryPrimitives.ReadInt32LittleEndian(whole));
}
