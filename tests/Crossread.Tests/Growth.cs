// Measures how time grows with the input, so that a test of speed holds on a loaded machine too.
using System.Diagnostics;

namespace Crossread.Tests;

/// <summary>Tests that measure time and so run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "measured alone";
}

/// <summary>Compares the time for an input with the time for one four times as long: 4 is linear, 16 is quadratic.</summary>
internal static class Growth
{
    /// <summary>Below this, growth is linear or nearly so.</summary>
    public const double NearLinear = 9;

    /// <summary>Time for <c>4n</c> over time for <c>n</c>; the best of a few runs each, taken in turns, and of more of them where other work on the machine disturbs.</summary>
    public static double Of(int n, Action<int> work)
    {
        const int Fewest = 3, Most = 12;
        work(n);
        double one = double.MaxValue, four = double.MaxValue;
        for (int i = 0; i < Most && (i < Fewest || four >= NearLinear * one); i++)
        {
            one = Math.Min(one, Milliseconds(n, work));
            four = Math.Min(four, Milliseconds(4 * n, work));
        }
        return four / one;
    }

    private static double Milliseconds(int n, Action<int> work)
    {
        long began = Stopwatch.GetTimestamp();
        work(n);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
