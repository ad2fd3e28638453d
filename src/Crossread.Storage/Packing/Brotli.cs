// Small things made smaller.
using System.IO.Compression;

namespace Crossread.Storage.Packing;

/// <summary>Brotli (RFC 7932) over whole byte runs.</summary>
internal static class Brotli
{
    /// <summary>Quality; a higher one takes more than twice the time and saves under a twentieth.</summary>
    public const int Quality = 5;

    /// <summary>Window; most of what is kept is far smaller than a large one.</summary>
    public const int Window = 18;

    /// <summary>Unpacked bytes, at most.</summary>
    public const int MostBytes = 1 << 30;

    /// <summary>Packs bytes.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, Quality, Window) ? room[..written] : throw new InvalidOperationException("Packing took more room than its bound.");
    }

    /// <summary>Unpacks bytes whose length is known.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, long length)
    {
        if (length is < 0 or > MostBytes)
            throw new InvalidDataException("a length is out of bounds");
        byte[] bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out int written) && written == length ? bytes : throw new InvalidDataException("packed bytes are damaged");
    }
}
