// How much of a request is taken, and how many: the bounds that keep one client from taking the workbench from the others.
namespace Crossread.Server;

/// <summary>Bounds of requests. What reaches past a bound is refused with a problem that names it.</summary>
public sealed record RequestLimits
{
    /// <summary>The bounds used when none are given.</summary>
    public static RequestLimits Default { get; } = new();

    /// <summary>Bytes of one upload, all its files together; default 256 MiB.</summary>
    public long UploadBytes { get; init; } = 256L << 20;

    /// <summary>Files of one upload; default 1,000.</summary>
    public int UploadFiles { get; init; } = 1_000;

    /// <summary>Bytes of any other body; default 2 MiB.</summary>
    public long BodyBytes { get; init; } = 2L << 20;

    /// <summary>UTF-16 code units of search words; default 1,000.</summary>
    public int SearchLength { get; init; } = 1_000;

    /// <summary>UTF-16 code units of a name, a reason or a note; default 4,000.</summary>
    public int NoteLength { get; init; } = 4_000;

    /// <summary>Time for one request, but for uploads and event streams; default 30 s.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for one upload; default 10 min.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests a second that one address may make for long; default 500. Twice as many may come at once.</summary>
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>Wrong tokens that one address may give in a minute; default 10.</summary>
    public int WrongTokensPerMinute { get; init; } = 10;

    /// <summary>Event streams open at one time; default 100.</summary>
    public int EventStreams { get; init; } = 100;

    /// <summary>Additions that wait for their turn; default 100.</summary>
    public int WaitingAdditions { get; init; } = 100;

    /// <summary>Rows on one page of a list; default 200.</summary>
    public int PageRows { get; init; } = 200;
}
