// A progress line for archives: pages, rate, remaining time.
using System.Diagnostics;
using System.Globalization;

namespace Crossread.Cli.Terminal;

/// <summary>Shows on standard error how many pages were read, how fast, and how long it will take; only on a terminal, only after a second.</summary>
internal sealed class RateProgress : IDisposable
{
    private readonly string _what;
    private readonly long _bytes;
    private readonly bool _silent;
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _read;
    private int _pages;
    private TimeSpan _shown;

    /// <summary>Begins.</summary>
    /// <param name="what">What is done, in a word.</param>
    /// <param name="bytes">Bytes of all inputs, or 0 if not known.</param>
    /// <param name="quiet">True to show nothing.</param>
    public RateProgress(string what, long bytes, bool quiet) => (_what, _bytes, _silent) = (what, bytes, quiet || Console.IsErrorRedirected);

    /// <summary>So many more bytes of the inputs were read.</summary>
    public void Read(long bytes) => _read += bytes;

    /// <summary>One more page is done.</summary>
    public void Page()
    {
        _pages++;
        if (_silent)
            return;
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_began);
        if (elapsed < TimeSpan.FromSeconds(1) || elapsed - _shown < TimeSpan.FromMilliseconds(200))
            return;
        _shown = elapsed;
        Console.Error.Write("\r" + Line(_what, _pages, _read, _bytes, elapsed).PadRight(79));
    }

    public void Dispose()
    {
        if (_shown > TimeSpan.Zero)
            Console.Error.Write("\r" + new string(' ', 79) + "\r");
    }

    /// <summary>The line: <c>cleaning: 12,000 pages, 210 a second, 35%, 1:52 left</c>.</summary>
    internal static string Line(string what, int pages, long read, long bytes, TimeSpan elapsed)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{what}: {pages:N0} pages, {pages / Math.Max(0.001, elapsed.TotalSeconds):N0} a second");
        if (bytes <= 0 || read <= 0)
            return line;
        double share = Math.Min(1, (double)read / bytes);
        TimeSpan left = elapsed * ((1 - share) / share);
        return line + string.Create(CultureInfo.InvariantCulture, $", {100 * share:0}%, {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }
}
