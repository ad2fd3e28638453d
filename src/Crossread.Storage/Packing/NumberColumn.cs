// Numbers one after the other, written or read by the same walk.
using System.Buffers;

namespace Crossread.Storage.Packing;

/// <summary>Numbers one after the other. What walks over them to write them reads them by the same walk, so that the two cannot differ.</summary>
internal abstract class NumberColumn
{
    /// <summary>Writes a number of 0 or more and gives it back; or reads one, whatever is given.</summary>
    /// <exception cref="InvalidDataException">There is none to be read.</exception>
    public abstract int Pass(int number);

    /// <summary>The same for a number of either sign.</summary>
    public int PassSigned(int number) => PackedNumbers.Unfold(Pass(PackedNumbers.Fold(number)));

    /// <summary>Writes numbers.</summary>
    public sealed class Writer(IBufferWriter<byte> to) : NumberColumn
    {
        /// <inheritdoc/>
        public override int Pass(int number)
        {
            PackedNumbers.Write(to, number);
            return number;
        }
    }

    /// <summary>Reads numbers.</summary>
    public sealed class Reader(byte[] from) : NumberColumn
    {
        private int _at;

        /// <inheritdoc/>
        public override int Pass(int number)
        {
            ReadOnlySpan<byte> rest = from.AsSpan(_at);
            int read = PackedNumbers.Read(ref rest);
            _at = from.Length - rest.Length;
            return read;
        }

        /// <summary>So many bytes.</summary>
        /// <exception cref="InvalidDataException">There are fewer.</exception>
        public ReadOnlySpan<byte> Bytes(int count)
        {
            if (count > from.Length - _at)
                throw new InvalidDataException("a count is out of bounds");
            _at += count;
            return from.AsSpan(_at - count, count);
        }
    }
}
