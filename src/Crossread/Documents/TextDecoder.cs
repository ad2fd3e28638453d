// Bytes → text, in the encoding that a browser would choose.
using System.Buffers;
using System.Text;

using Utf8Bytes = System.Text.Unicode.Utf8;

namespace Crossread.Documents;

/// <summary>
/// Decodes bytes as browsers do: byte-order mark, then what the transport or the document itself states, then a test for UTF-8, then
/// windows-1252 (WHATWG Encoding Standard). A stated encoding that the bytes contradict is not believed.
/// </summary>
internal static class TextDecoder
{
    private static readonly Encoding _utf8 = new UTF8Encoding(false, false);

    /// <summary>Decoded text with what was found.</summary>
    /// <param name="Text">The text, without byte-order mark.</param>
    /// <param name="Encoding">Name of the encoding.</param>
    /// <param name="BadByte">Place of the first byte that is no character, or -1.</param>
    /// <param name="Guessed">True if nothing stated the encoding and the bytes are no UTF-8.</param>
    /// <param name="CutOff">True if the last character is cut in the middle.</param>
    internal readonly record struct Decoded(string Text, string Encoding, int BadByte, bool Guessed, bool CutOff);

    public static Decoded Decode(ReadOnlySpan<byte> bytes, string? stated)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8(bytes[3..], 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Utf16(bytes[2..], Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Utf16(bytes[2..], Encoding.BigEndianUnicode, 2);
        if (WideWithoutMark(bytes) is { } wide)
            return Utf16(bytes, wide, 0);
        if (Utf8Bytes.IsValid(bytes))
            return Utf8(bytes, 0);
        // The bytes are no UTF-8: who states UTF-8 is wrong, and the other statement, the transport's or the document's, is heard.
        Encoding? label = ByLabel(stated) is { CodePage: not 65001 } transport ? transport : ByLabel(LabelIn(bytes));
        if (label is not null && label.CodePage != 65001)
            return new Decoded(label.GetString(bytes), label.WebName, -1, false, false);
        return LooksLikeUtf8(bytes)
            ? Utf8(bytes, 0)
            : new Decoded(Windows(1252).GetString(bytes), "windows-1252", -1, true, false);
    }

    private static Decoded Utf8(ReadOnlySpan<byte> bytes, int before)
    {
        string text = _utf8.GetString(bytes);
        int bad = FirstBad(bytes);
        return new Decoded(text, "utf-8", bad < 0 ? -1 : bad + before, false, bad >= 0 && bad >= bytes.Length - 3 && text.EndsWith('\uFFFD'));
    }

    private static Decoded Utf16(ReadOnlySpan<byte> bytes, Encoding encoding, int before)
    {
        string text = encoding.GetString(bytes);
        bool odd = bytes.Length % 2 == 1;
        int bad = -1;
        // .NET's decoder puts U+FFFD for a lone surrogate; find the first that the bytes do not hold themselves.
        for (int i = text.IndexOf('\uFFFD', StringComparison.Ordinal); i >= 0; i = i + 1 < text.Length ? text.IndexOf('\uFFFD', i + 1) : -1)
        {
            bool written = 2 * i + 1 < bytes.Length && (encoding.CodePage == 1200 ? bytes[2 * i] == 0xFD && bytes[2 * i + 1] == 0xFF : bytes[2 * i] == 0xFF && bytes[2 * i + 1] == 0xFD);
            if (written)
                continue;
            bad = before + 2 * i;
            break;
        }
        return new Decoded(text, encoding.WebName, bad, false, odd);
    }

    // UTF-16 without a mark: every second byte of the beginning is 0.
    private static UnicodeEncoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length & ~1, 512)];
        if (head.Length < 4)
            return null;
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int half = head.Length / 2;
        return odd * 10 >= half * 7 && even * 10 < half ? new UnicodeEncoding(false, false)
            : even * 10 >= half * 7 && odd * 10 < half ? new UnicodeEncoding(true, false) : null;
    }

    // Broken UTF-8 still has many whole sequences to each bad byte.
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                break;
            bytes = bytes[ascii..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int taken);
            if (status == OperationStatus.NeedMoreData && whole > 0 && bad == 0)
                return true; // only the end is cut
            whole += status == OperationStatus.Done ? 1 : 0;
            bad += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[Math.Max(1, taken)..];
        }
        return whole > bad * 2;
    }

    private static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        if (Utf8Bytes.IsValid(bytes))
            return -1;
        int at = 0;
        while (at < bytes.Length)
        {
            int ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return -1;
            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out int taken) != System.Buffers.OperationStatus.Done)
                return at;
            at += taken;
        }
        return -1;
    }

    /// <summary>The encoding that a page or an XML file states within its first 4,096 bytes, or null.</summary>
    internal static string? LabelIn(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        foreach (string key in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            for (int at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int i = at + key.Length;
                while (i < head.Length && head[i] is ' ' or '\t')
                    i++;
                if (i >= head.Length || head[i] != '=')
                    continue;
                i++;
                while (i < head.Length && head[i] is ' ' or '"' or '\'')
                    i++;
                int end = i;
                while (end < head.Length && (char.IsAsciiLetterOrDigit(head[end]) || head[end] is '-' or '_' or ':'))
                    end++;
                if (end > i)
                    return head[i..end];
            }
        }
        return null;
    }

    private static Encoding? ByLabel(string? label)
    {
        switch (label?.ToLowerInvariant())
        {
            case null:
                return null;
            case "utf-8" or "utf8" or "unicode" or "utf-16" or "utf-16le" or "utf-16be":
                return _utf8; // a page that could be read so far to state UTF-16 is not in UTF-16
            case "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1" or "iso_8859-1" or "windows-1252" or "cp1252":
                return Windows(1252);
            case "iso-8859-9" or "latin5":
                return Windows(1254);
            case "gb2312" or "gbk" or "x-gbk":
                return CodePagesEncodingProvider.Instance.GetEncoding(936);
            case "euc-kr" or "k_c_5601-1987":
                return CodePagesEncodingProvider.Instance.GetEncoding(949);
            case var name:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
                }
                catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
                {
                    return null; // an unknown name is no statement, nor is UTF-7, which no browser reads
                }
        }
    }

    private static Encoding Windows(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}
