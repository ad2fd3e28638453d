// Web archives: one record after the other.
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Crossread.Documents;

/// <summary>
/// Reads the records of a WARC file (ISO 28500) as a stream. A record whose length lies, or that is cut off, costs itself: the reader goes on at
/// the next line that begins a record.
/// </summary>
internal sealed class WarcReader(Stream stream, int longestBody)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _at, _end;
    private long _position;
    private bool _cutOff;

    // Every record of a hostile archive may lie; so much is read twice and no more.
    private const long _mostGivenBack = 256L << 20;
    private long _givenBack;

    /// <summary>A record.</summary>
    /// <param name="Address">The address it answers, or null.</param>
    /// <param name="Body">The body without the transport's headers, or null.</param>
    /// <param name="IsPage">True if it is a response that holds text.</param>
    /// <param name="Encoding">The encoding that the transport stated, or null.</param>
    /// <param name="Place">Where the record begins.</param>
    /// <param name="Problem">What is wrong with it, or null.</param>
    internal sealed record Record(string? Address, byte[]? Body, bool IsPage, string? Encoding, string Place, string? Problem);

    /// <summary>The next record, or null at the end.</summary>
    public Record? Next()
    {
        string? line;
        do
        {
            line = ReadLine();
        }
        while (line is not null && !line.StartsWith("WARC/", StringComparison.Ordinal));
        if (line is null)
            return null;
        string place = string.Create(CultureInfo.InvariantCulture, $"byte {_position - line.Length}");
        string? type = null, address = null, length = null;
        while ((line = ReadLine()) is { Length: > 0 })
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            string value = line[(colon + 1)..].Trim();
            switch (line[..colon].ToLowerInvariant())
            {
                case "warc-type":
                    type = value;
                    break;
                case "warc-target-uri":
                    address = value.Trim('<', '>');
                    break;
                case "content-length":
                    length = value;
                    break;
                default:
                    break;
            }
        }
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            return new Record(address, null, false, null, place, "the record states no length");
        (byte[] bytes, bool whole) = ReadBytes(count);
        string? problem = whole ? null : "the record is cut off or its length is wrong";
        if (!EndsHere())
        {
            // A length that is too great reached into the next records: they are given back. After one that is too small the reader looks for the next record's line.
            problem = whole ? "the record states a wrong length" : problem;
            int next = bytes.AsSpan().IndexOf("\r\n\r\nWARC/"u8);
            if (next >= 0 && _givenBack < _mostGivenBack)
            {
                GiveBack(bytes.AsSpan(next + 4));
                bytes = bytes[..next];
            }
        }
        if (type is not ("response" or "resource"))
            return new Record(address, null, false, null, place, problem);
        Record record = type == "resource" ? new Record(address, bytes, true, null, place, problem) : Response(address, bytes, place, problem);
        return record.IsPage && problem is null && count > longestBody ? record with { Problem = "the record is longer than the bound; the rest of it was not read" } : record;
    }
    private static Record Response(string? address, byte[] bytes, string place, string? problem)
    {
        int headers = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        int skip = 4;
        if (headers < 0)
            (headers, skip) = (bytes.AsSpan().IndexOf("\n\n"u8), 2);
        if (headers < 0)
            return new Record(address, null, false, null, place, problem ?? "the response has no headers");
        string[] lines = Encoding.Latin1.GetString(bytes, 0, headers).Split('\n');
        string status = lines[0].Split(' ').ElementAtOrDefault(1) ?? "";
        string type = "", packing = "";
        bool chunked = false;
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            string name = line[..colon].Trim().ToLowerInvariant(), value = line[(colon + 1)..].Trim();
            type = name == "content-type" ? value : type;
            packing = name == "content-encoding" ? value : packing;
            chunked |= name == "transfer-encoding" && value.Contains("chunked", StringComparison.OrdinalIgnoreCase);
        }
        bool page = status.StartsWith('2') && (type.Length == 0 || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase));
        byte[] body = bytes[(headers + skip)..];
        if (page && chunked)
            body = Unchunk(body);
        if (page && body.Length > 2 && (body[0], body[1]) == (0x1F, 0x8B))
            body = Unpack(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        else if (page && packing.Equals("br", StringComparison.OrdinalIgnoreCase))
            body = Unpack(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
        int charset = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        string? encoding = charset < 0 ? null : type[(charset + 8)..].Split(';')[0].Trim(' ', '"', '\'');
        return new Record(address, body, page, encoding, place, problem);
    }

    private static byte[] Unpack(Stream packed)
    {
        using (packed)
        {
            MemoryStream plain = new();
            byte[] buffer = new byte[1 << 15];
            try
            {
                int read;
                while (plain.Length < 16 << 20 && (read = packed.Read(buffer)) > 0)
                    plain.Write(buffer, 0, read);
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException or InvalidOperationException)
            {
                // What was unpacked before the damage is read.
            }
            return plain.ToArray();
        }
    }

    // Bodies that were stored as they came over the wire; one that only claims to be in chunks stays as it is.
    private static byte[] Unchunk(byte[] body)
    {
        MemoryStream plain = new();
        int at = 0;
        while (at < body.Length)
        {
            int end = body.AsSpan(at).IndexOf((byte)'\n');
            if (end < 0 || end > 40)
                break;
            string size = Encoding.ASCII.GetString(body, at, end).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int count) || count < 0)
                break;
            at += end + 1;
            if (count == 0)
                return plain.ToArray();
            count = Math.Min(count, body.Length - at);
            plain.Write(body, at, count);
            at += count;
            while (at < body.Length && body[at] is (byte)'\r' or (byte)'\n')
                at++;
        }
        return plain.Length > 0 ? plain.ToArray() : body;
    }

    // Behind a record stand two line ends, or the archive's end.
    private bool EndsHere()
    {
        if (_end - _at < 4)
        {
            byte[] more = new byte[Math.Max(_buffer.Length, 1 << 16)];
            int kept = _end - _at;
            Buffer.BlockCopy(_buffer, _at, more, 0, kept);
            while (kept < 4 && stream.Read(more, kept, more.Length - kept) is var read and > 0)
                kept += read;
            (_buffer, _at, _end) = (more, 0, kept);
        }
        ReadOnlySpan<byte> next = _buffer.AsSpan(_at, Math.Min(4, _end - _at));
        return !_cutOff && (next.IsEmpty || next[0] is (byte)'\r' or (byte)'\n' || next.SequenceEqual("WARC"u8));
    }

    private void GiveBack(ReadOnlySpan<byte> bytes)
    {
        byte[] more = new byte[Math.Max(1 << 16, bytes.Length + _end - _at)];
        bytes.CopyTo(more);
        _buffer.AsSpan(_at, _end - _at).CopyTo(more.AsSpan(bytes.Length));
        _position -= bytes.Length;
        _givenBack += bytes.Length;
        (_end, _at, _buffer, _cutOff) = (bytes.Length + _end - _at, 0, more, false);
    }

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }

    private string? ReadLine()
    {
        StringBuilder line = new();
        bool any = false;
        while (_at < _end || Fill())
        {
            byte b = _buffer[_at++];
            _position++;
            any = true;
            if (b == '\n')
                return line.ToString().TrimEnd('\r');
            if (line.Length < 8192)
                line.Append((char)b);
        }
        return any ? line.ToString() : null;
    }

    // What could not be skipped because the archive ends.
    private long Skip(long count)
    {
        while (count > 0 && (_at < _end || Fill()))
        {
            int step = (int)Math.Min(count, _end - _at);
            (_at, _position, count) = (_at + step, _position + step, count - step);
        }
        return count;
    }

    private (byte[] Bytes, bool Whole) ReadBytes(long count)
    {
        MemoryStream bytes = new();
        while (count > 0 && bytes.Length < longestBody && (_at < _end || Fill()))
        {
            int step = (int)Math.Min(Math.Min(count, _end - _at), longestBody - bytes.Length);
            bytes.Write(_buffer, _at, step);
            (_at, _position, count) = (_at + step, _position + step, count - step);
        }
        long rest = count;
        if (rest > 0)
            rest = Skip(rest);
        _cutOff = rest > 0;
        return (bytes.ToArray(), rest == 0);
    }
}
