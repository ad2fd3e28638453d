// An original in the form in which it is kept.
using System.Security.Cryptography;

namespace Crossread.Storage.Packing;

/// <summary>An original in the form in which it is kept: packed if that is smaller, and always the same bytes when it is unpacked.</summary>
/// <param name="Sha256">SHA-256 of the bytes as they came.</param>
/// <param name="Length">How many they are.</param>
/// <param name="IsPacked">True if they are packed.</param>
/// <param name="Bytes">As kept.</param>
internal sealed record PackedOriginal(byte[] Sha256, int Length, bool IsPacked, byte[] Bytes)
{
    /// <summary>Packs an original.</summary>
    public static PackedOriginal Of(ReadOnlySpan<byte> bytes)
    {
        byte[] packed = Brotli.Pack(bytes);
        bool smaller = packed.Length < bytes.Length;
        return new PackedOriginal(SHA256.HashData(bytes), bytes.Length, smaller, smaller ? packed : bytes.ToArray());
    }

    /// <summary>The bytes as they came.</summary>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public byte[] Unpack() => IsPacked ? Brotli.Unpack(Bytes, Length) : Bytes;
}
