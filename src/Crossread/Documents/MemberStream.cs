// A packed file of many members, read on behind one that is damaged.
using System.IO.Compression;

namespace Crossread.Documents;

/// <summary>
/// Unpacks gzip files of many members, as web archives are: a damaged member costs itself, and reading goes on at the next one. The packed bytes
/// are handed on no further than to the next mark that may begin a member, so that nothing of a whole member is lost or read twice.
/// </summary>
internal sealed class MemberStream(Stream packed) : ForwardStream
{
    // Each costs an exception; a file that is all marks ends here.
    private const int _mostDamaged = 1_000;

    private static readonly byte[] _between = "\r\n\r\n"u8.ToArray();

    private readonly Packed _packed = new(packed);
    private GZipStream? _member;
    private int _pending;

    /// <summary>Members that could not be read to their end.</summary>
    public int Damaged { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_pending > 0)
            {
                // What came of the damaged member ends here, for those who read records.
                int length = Math.Min(_pending, buffer.Length);
                _between.AsSpan(_between.Length - _pending, length).CopyTo(buffer);
                _pending -= length;
                return length;
            }
            try
            {
                _member ??= new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true);
                return _member.Read(buffer);
            }
            catch (InvalidDataException) when (Damaged < _mostDamaged)
            {
                Damaged++;
                _member = null;
                if (!_packed.Skip())
                    return 0;
                _pending = _between.Length;
            }
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _member?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The packed bytes, handed on in pieces that end before each mark that may begin a member.</summary>
    private sealed class Packed(Stream inner) : ForwardStream
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _at, _end;

        public override int Read(Span<byte> buffer)
        {
            if (!Fill() || buffer.IsEmpty)
                return 0;
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
            int mark = Mark(rest[1..]) + 1;
            int length = Math.Min(buffer.Length, mark > 0 ? mark : rest.Length);
            rest[..length].CopyTo(buffer);
            _at += length;
            return length;
        }

        /// <summary>Goes to the next mark that has not been handed on; false if there is none.</summary>
        public bool Skip()
        {
            while (Fill())
            {
                int mark = Mark(_buffer.AsSpan(_at, _end - _at));
                if (mark >= 0)
                {
                    _at += mark;
                    return true;
                }
                _at = _end;
            }
            return false;
        }

        // A mark that the end of the buffer cuts through is moved to its beginning.
        private bool Fill()
        {
            if (_end - _at >= 4)
                return true;
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
            while (_end < _buffer.Length && inner.Read(_buffer.AsSpan(_end)) is var read and > 0)
                _end += read;
            return _end > 0;
        }

        // The two bytes of gzip, its one method, and flags that it has.
        private static int Mark(ReadOnlySpan<byte> bytes)
        {
            for (int from = 0; bytes[from..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) is var at and >= 0; from += at + 1)
            {
                if (from + at + 3 >= bytes.Length || bytes[from + at + 3] < 0x20)
                    return from + at;
            }
            return -1;
        }
    }
}
