// Words a second and bytes allocated a word, stage by stage, on one thread.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Documents;
using Crossread.Events;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Benchmarks;

/// <summary>Runs every stage over the sample's reports, again and again, on one thread.</summary>
internal static class StageSpeed
{
    /// <summary>Prints a line a stage.</summary>
    /// <param name="folder">A folder of reports.</param>
    /// <param name="rounds">How often all of them are read; ten rounds before them warm up and do not count: the compiler goes on improving what it made until then.</param>
    public static void Print(string folder, int rounds)
    {
        Document[] pile = [.. DocumentReader.Read(folder).Select(r => r.Document).OfType<Document>()];
        string[] stages = ["clean", "language", "find names", "resolve names", "dates", "statements", "events"];
        long[] ticks = new long[stages.Length], bytes = new long[stages.Length];
        long words = 0;
        for (int round = -10; round < rounds; round++)
        {
            int stage = 0;
            T Timed<T>(Func<T> work)
            {
                long before = GC.GetAllocatedBytesForCurrentThread(), began = Stopwatch.GetTimestamp();
                T made = work();
                if (round >= 0)
                {
                    ticks[stage] += Stopwatch.GetTimestamp() - began;
                    bytes[stage] += GC.GetAllocatedBytesForCurrentThread() - before;
                }
                stage++;
                return made;
            }
            ImmutableArray<Report> reports = Timed(() => Cleaner.Clean(pile));
            foreach (Report report in reports)
            {
                stage = 1;
                AnnotatedText text = Timed(() => LanguageReader.Read(report.Text, report.Passages));
                ImmutableArray<Mention> mentions = Timed(() => NameFinder.Find(text, report.Passages));
                ReportNames names = Timed(() => NameResolver.Resolve(text, mentions));
                ImmutableArray<TimeMention> times = Timed(() => TimeFinder.Find(text, report.Passages));
                ImmutableArray<Statement> statements = Timed(() => StatementFinder.Find(text, report.Passages, names, times));
                Timed(() => EventFinder.Find(text, names, times, statements));
                words += round >= 0 ? text.Tokens.Length : 0;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words} words on one thread"));
        for (int s = 0; s < stages.Length; s++)
            Line(stages[s], ticks[s], bytes[s], words);
        Line("all", ticks.Sum(), bytes.Sum(), words);
    }

    private static void Line(string stage, long ticks, long bytes, long words) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-14} {words / Stopwatch.GetElapsedTime(0, ticks).TotalSeconds,12:N0} words/s {bytes / (double)words,10:N0} bytes/word"));
}
