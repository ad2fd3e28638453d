// A stretch of the decoded original.
namespace Crossread.Text;

/// <summary>
/// A stretch of the decoded original (the bytes of the file after decoding, before anything is removed),
/// in UTF-16 code units from 0, end exclusive.
/// </summary>
public readonly record struct SourceSpan
{
    /// <summary>Makes a span.</summary>
    /// <param name="start">First code unit, 0 or more.</param>
    /// <param name="end">One past the last code unit, <paramref name="start"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or the end lies before it.</exception>
    public SourceSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First code unit, from 0.</summary>
    public int Start { get; }

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of code units.</summary>
    public int Length => End - Start;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"source [{Start}, {End})");
}
