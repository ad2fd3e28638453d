// A stream that ends where a bomb would begin.
namespace Crossread.Documents;

/// <summary>Reads a packed member and stops when it grows past what its packed size makes credible.</summary>
internal sealed class BoundedStream(Stream inner, ReadingLimits limits, long packed) : ForwardStream
{
    private const long _alwaysAllowed = 16L << 20;

    private readonly long _bound = packed < 0 ? limits.ArchiveBytes : Math.Min(limits.ArchiveBytes, Math.Max(_alwaysAllowed, (long)Math.Min(long.MaxValue / 2.0, (double)packed * limits.PackingRatio)));
    private long _read;

    /// <summary>True if the bound was reached.</summary>
    public bool Exceeded { get; private set; }

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_read >= _bound)
        {
            Exceeded = true;
            return 0;
        }
        int read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _bound - _read)]);
        _read += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
