// A stream that says the same thing over and over, without holding it.
using System.Text;

namespace Crossread.Tests.Documents;

/// <summary>Gives a beginning once and a part again and again, up to a length; it counts what was read.</summary>
internal sealed class EndlessStream(string beginning, string part, long length) : Stream
{
    private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning), _part = Encoding.UTF8.GetBytes(part);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int given = (int)Math.Min(count, length - Position);
        for (int i = 0; i < given; i++)
        {
            long at = Position + i;
            buffer[offset + i] = at < _beginning.Length ? _beginning[at] : _part[(at - _beginning.Length) % _part.Length];
        }
        Position += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
