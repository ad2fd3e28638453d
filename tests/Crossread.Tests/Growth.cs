// Measures how time grows with the input, so that a test of speed holds on a loaded machine too.
using System.Diagnostics;

namespace Crossread.Tests;

/// <summary>Compares the time for an input with the time for one four times as long: 4 is linear, 16 is quadratic.</summary>
internal static class Growth
{
    /// <summary>Below this, growth is linear or nearly so.</summary>
    public const double NearLinear = 9;

    /// <summary>Time for <c>4n</c> over time for <c>n</c>; the best of a few runs each.</summary>
    public static double Of(int n, Action<int> work)
    {
        work(n);
        return Best(4 * n, work) / Best(n, work);
    }

    private static double Best(int n, Action<int> work)
    {
        const int Runs = 3;
        double best = double.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long began = Stopwatch.GetTimestamp();
            work(n);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return best;
    }
}
