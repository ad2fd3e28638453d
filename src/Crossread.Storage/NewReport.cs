// A report that the store is to keep.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Storage;

/// <summary>A report that the store is to keep.</summary>
/// <param name="Reading">The report and everything found in it.</param>
/// <param name="Problems">What went wrong when it was read.</param>
/// <param name="Original">The bytes of the original that holds it.</param>
/// <param name="Added">When it is added.</param>
public sealed record NewReport(Reading Reading, ImmutableArray<Problem> Problems, ImmutableArray<byte> Original, DateTimeOffset Added)
{
    /// <summary>What made the reading.</summary>
    public Maker Maker { get; init; } = Maker.Current;

    /// <summary>The reading in the form in which stores keep it; made beforehand so that work is done beside the writing.</summary>
    internal Packing.PackedReading? Packed { get; init; }

    /// <summary>The original in the form in which stores keep it, or null if it is yet to be made.</summary>
    internal Packing.PackedOriginal? PackedOriginal { get; init; }
}
