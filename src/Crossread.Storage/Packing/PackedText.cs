// A clean text in the form in which it is kept.
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// A clean text in the form in which it is kept: by what it shares with its original where that is smaller, else by itself. The first four bytes tell
/// which: the length of the UTF-8, or a number below 0.
/// </summary>
internal static class PackedText
{
    // Half a pair of surrogates, which no UTF-8 holds, is kept too.
    private const int _wide = -1, _difference = -2;

    // To unpack a long original for one short text costs more than the room that it saves.
    private const int _longestOriginal = 64 << 10;

    /// <summary>Packs a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="original">The bytes of the original that it was cut from.</param>
    public static byte[] Of(string text, ReadOnlySpan<byte> original)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        if (Encoding.UTF8.GetString(utf8) != text)
            return Headed(_wide, PackedBytes.WithLength(MemoryMarshal.AsBytes(text.AsSpan())));
        if (original.Length > _longestOriginal)
            return PackedBytes.WithLength(utf8);
        byte[] shared = Headed(_difference, PackedBytes.WithLength(ByteDifference.Of(utf8, original)));
        // Where hardly anything is its own, nothing is smaller.
        if (shared.Length < utf8.Length / 8)
            return shared;
        byte[] alone = PackedBytes.WithLength(utf8);
        return shared.Length < alone.Length ? shared : alone;
    }

    /// <summary>The text.</summary>
    /// <param name="packed">As kept.</param>
    /// <param name="original">Gives the bytes of its original; asked only where the text is told by them.</param>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public static string Unpack(ReadOnlySpan<byte> packed, Func<byte[]> original)
    {
        int head = packed.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(packed);
        return head switch
        {
            _wide => new string(MemoryMarshal.Cast<byte, char>(PackedBytes.Unpack(packed[4..]))),
            _difference => Encoding.UTF8.GetString(ByteDifference.Apply(PackedBytes.Unpack(packed[4..]), original(), Brotli.MostBytes)),
            _ => Encoding.UTF8.GetString(PackedBytes.Unpack(packed)),
        };
    }

    private static byte[] Headed(int head, byte[] rest)
    {
        byte[] whole = new byte[rest.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(whole, head);
        rest.CopyTo(whole, 4);
        return whole;
    }
}
