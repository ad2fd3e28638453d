// How much of one document is read, and how deep: the bounds that keep hostile input cheap.
namespace Crossread.Documents;

/// <summary>Bounds of reading. What reaches past a bound is left out and becomes a <see cref="Problem"/>; the rest is read.</summary>
public sealed record ReadingLimits
{
    /// <summary>The bounds used when none are given.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes read of one text or page; default 16 MiB.</summary>
    public int DocumentBytes { get; init; } = 16 << 20;

    /// <summary>UTF-16 code units of one line or block that stay together; a longer one is cut at a space; default 1,000,000.</summary>
    public int BlockLength { get; init; } = 1_000_000;

    /// <summary>Open elements at one time; deeper ones count as part of the deepest; default 512, as in browsers.</summary>
    public int ElementDepth { get; init; } = 512;

    /// <summary>Archives inside archives; default 4.</summary>
    public int ArchiveDepth { get; init; } = 4;

    /// <summary>Documents taken from one feed or archive; default 1,000,000.</summary>
    public int Items { get; init; } = 1_000_000;

    /// <summary>Bytes unpacked from one archive, all members together; default 64 GiB.</summary>
    public long ArchiveBytes { get; init; } = 64L << 30;

    /// <summary>Unpacked bytes for each packed byte, once a member has passed 16 MiB; default 400.</summary>
    public int PackingRatio { get; init; } = 400;

    /// <summary>True to keep each document's bytes beside its text, for a store; default false.</summary>
    public bool KeepBytes { get; init; }
}
