// A stream whose first bytes were looked at.
namespace Crossread.Documents;

/// <summary>Gives bytes that were read ahead back before the rest of a stream that cannot go back.</summary>
internal sealed class RejoinedStream(byte[] head, Stream rest) : ForwardStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        if (_at >= head.Length)
            return rest.Read(buffer);
        int count = Math.Min(buffer.Length, head.Length - _at);
        head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
