// How long, how far and how much a fetch may take.
namespace Crossread.Cli.Fetching;

/// <summary>Bounds of one fetch. What reaches past a bound is given up with a problem.</summary>
internal sealed record FetchLimits
{
    /// <summary>The bounds used when none are given.</summary>
    public static FetchLimits Default { get; } = new();

    /// <summary>Redirects followed; default 8.</summary>
    public int Redirects { get; init; } = 8;

    /// <summary>Whether a redirect may lead from https to http; default true.</summary>
    public bool Downgrades { get; init; } = true;

    /// <summary>Time for the whole fetch, redirects included; default one minute.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time without a byte; default 15 seconds.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of the body after unpacking; default 64 MiB.</summary>
    public int Bytes { get; init; } = 64 << 20;

    /// <summary>KiB of the answer's headers; default 64.</summary>
    public int HeaderKibibytes { get; init; } = 64;
}
