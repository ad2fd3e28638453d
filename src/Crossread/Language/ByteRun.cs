// Reads a run of bytes from a stream piece by piece, so that a large model is never held twice.
using System.Runtime.CompilerServices;

namespace Crossread.Language;

/// <summary>A run of bytes of known length in a stream.</summary>
internal sealed class ByteRun(Stream stream, int length)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _left = length;
    private int _at;
    private int _end;

    /// <summary>The next byte.</summary>
    /// <exception cref="EndOfStreamException">The run is over.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Next()
    {
        if (_at == _end)
            Fill();
        return _buffer[_at++];
    }

    /// <summary>The next number, seven bits a byte, the lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public uint Varint()
    {
        uint value = 0;
        for (int bits = 0; ; bits += 7)
        {
            byte b = Next();
            value |= (uint)(b & 127) << bits;
            if (b < 128)
                return value;
        }
    }

    private void Fill()
    {
        int read = stream.Read(_buffer, 0, Math.Min(_buffer.Length, _left));
        if (read <= 0)
            throw new EndOfStreamException("A model's file ends before its weights do.");
        _left -= read;
        (_at, _end) = (0, read);
    }
}
