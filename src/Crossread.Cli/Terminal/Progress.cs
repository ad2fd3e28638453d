// A progress line on standard error for work that lasts longer than a second.
using System.Diagnostics;
using System.Globalization;

namespace Crossread.Cli.Terminal;

/// <summary>Shows how far long work has come; only on a terminal, only after a second.</summary>
internal static class Progress
{
    /// <summary>Does the work while its reports (done, of all) are shown.</summary>
    public static T While<T>(string what, bool quiet, Func<Action<int, int>?, T> work)
    {
        if (quiet || Console.IsErrorRedirected)
            return work(null);
        long began = Stopwatch.GetTimestamp();
        Lock gate = new();
        bool shown = false;
        T result = work((done, all) =>
        {
            if (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1))
                return;
            lock (gate)
            {
                // How many a stream will bring is not known before it ends.
                int bar = all <= 0 ? 0 : (int)(30L * done / all);
                string share = all <= 0 ? string.Create(CultureInfo.InvariantCulture, $"{done} reports") : string.Create(CultureInfo.InvariantCulture, $"{new string('#', bar)}{new string('.', 30 - bar)} {done} of {all} reports");
                Console.Error.Write($"\r{what} {share}");
                shown = true;
            }
        });
        if (shown)
            Console.Error.Write("\r" + new string(' ', 79) + "\r");
        return result;
    }
}
