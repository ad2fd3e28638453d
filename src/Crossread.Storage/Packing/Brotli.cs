// Small things made smaller.
using System.IO.Compression;

namespace Crossread.Storage.Packing;

/// <summary>Brotli (RFC 7932) over whole byte runs.</summary>
internal static class Brotli
{
    // Higher takes more than twice the time and saves under a twentieth.
    private const int _quality = 5;

    // Most of what is kept is far smaller than a large window.
    private const int _window = 18;

    /// <summary>Packs bytes.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, _quality, _window) ? room[..written] : throw new InvalidOperationException("Packing took more room than its bound.");
    }

    /// <summary>Unpacks bytes whose length is known.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, long length)
    {
        if (length is < 0 or > 1 << 30)
            throw new InvalidDataException("a length is out of bounds");
        byte[] bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out int written) && written == length ? bytes : throw new InvalidDataException("packed bytes are damaged");
    }
}
