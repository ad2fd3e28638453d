// What every analysis shares with every other, known to packer and unpacker beforehand.
using System.Buffers;
using System.IO.Compression;
using System.Reflection;

namespace Crossread.Storage.Packing;

/// <summary>
/// Packs bytes as if they followed others: the primer, one analysis of a report of the samples. What is alike, the names of all properties first of
/// all, is then told by where it stands there. Only what follows the primer is kept. Its file is the packed primer up to a point where the packer
/// was flushed (RFC 7932, 9.1: metablocks may follow each other); it is never changed, since what was packed behind it is unpacked behind it.
/// </summary>
internal sealed class Primer
{
    private readonly Lazy<(byte[] Packed, byte[] Plain)> _primer;

    private Primer(string file) => _primer = new(() => Read(file));

    /// <summary>The one of form 2.</summary>
    public static Primer Second { get; } = new("primer2.br");

    /// <summary>The one that analyses are packed behind.</summary>
    public static Primer Newest { get; } = new("primer3.br");

    /// <summary>Packs bytes; null where this runtime's packer does not give the primer as it is kept.</summary>
    public byte[]? Pack(ReadOnlySpan<byte> bytes) =>
        After(_primer.Value.Plain, bytes) is var (packed, start) && packed.AsSpan(0, start).SequenceEqual(_primer.Value.Packed) ? packed[start..] : null;

    /// <summary>The primer in the form of its file, out of an analysis.</summary>
    public static byte[] Make(ReadOnlySpan<byte> analysis)
    {
        (byte[] packed, int start) = After(analysis, []);
        return packed[..start];
    }

    /// <summary>Unpacks bytes whose length is known.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public byte[] Unpack(ReadOnlySpan<byte> packed, int length)
    {
        (byte[] primer, byte[] plain) = _primer.Value;
        // One byte more: the unpacker does not tell its end where there is no room at all.
        byte[] all = new byte[plain.Length + length + 1];
        using BrotliDecoder decoder = default;
        decoder.Decompress(primer, all, out _, out int first);
        OperationStatus status = decoder.Decompress(packed, all.AsSpan(first), out _, out int rest);
        return first == plain.Length && status == OperationStatus.Done && rest == length ? all[first..(first + length)] : throw new InvalidDataException("packed bytes are damaged");
    }

    // Bytes packed behind others, and where they begin.
    private static (byte[] Packed, int Start) After(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bytes)
    {
        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length) + BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 1024];
        using BrotliEncoder encoder = new(Brotli.Quality, Brotli.Window);
        encoder.Compress(plain, room, out _, out int written, isFinalBlock: false);
        int start = written;
        encoder.Flush(room.AsSpan(start), out written);
        start += written;
        OperationStatus status = encoder.Compress(bytes, room.AsSpan(start), out _, out written, isFinalBlock: true);
        return status == OperationStatus.Done ? (room[..(start + written)], start) : throw new InvalidOperationException("Packing took more room than its bound.");
    }

    private static (byte[] Packed, byte[] Plain) Read(string file)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Packing/" + file)!;
        byte[] packed = new byte[resource.Length];
        resource.ReadExactly(packed);
        byte[] plain = new byte[1 << 18];
        using BrotliDecoder decoder = default;
        decoder.Decompress(packed, plain, out _, out int length);
        return (packed, plain[..length]);
    }
}
