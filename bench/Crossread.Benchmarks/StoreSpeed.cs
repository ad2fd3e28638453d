// Measures the store: adding against reading alone, its size against the texts', searching.
using System.Diagnostics;
using System.Globalization;
using System.Text;

using Crossread.Benchmarks.Grouping;
using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Names;
using Crossread.Storage;
using Crossread.Storage.Desk;
using Crossread.Storage.Intake;
using Crossread.Storage.Searching;
using Crossread.Storage.Sqlite;

namespace Crossread.Benchmarks;

/// <summary>
/// Measures the store on invented reports of 500 words. Adding, and reading alone a tenth of the same, run in one process, in turns, so that a busy
/// machine slows both.
/// </summary>
internal static class StoreSpeed
{
    private const int _turns = 10, _readAlone = 10, _shortest = 22;

    /// <summary>Prints the figures of a store of about so many reports.</summary>
    /// <param name="reports">How many.</param>
    /// <param name="keep">Where the store is kept for other measurements, or null; the file must not be there yet.</param>
    public static void Print(int reports, string? keep)
    {
        string folder = Directory.CreateTempSubdirectory("crossread-bench-").FullName;
        try
        {
            byte[][] texts = [.. new InventedPile(1, _shortest).Stories(reports).Select(p => Encoding.UTF8.GetBytes(p.Report.Title + "\n\n" + p.Report.Text))];
            long letters = texts.Sum(t => (long)t.Length);
            NameFinder.Prepare();
            Read(texts[..Math.Min(64, texts.Length)]);
            double reading = 0, adding = 0;
            using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "bench.db"), StoreAccess.Create);
            ReportIntake intake = new(store, TimeProvider.System);
            foreach (byte[][] part in texts.Chunk((texts.Length + _turns - 1) / _turns))
            {
                byte[][] alone = part[..((part.Length + _readAlone - 1) / _readAlone)];
                (double read, double readBusy) = Time(alone.Length, () => Read(alone));
                (double added, double addedBusy) = Time(part.Length, () => intake.Add(Documents(part)));
                reading += part.Length * read;
                adding += part.Length * added;
                Line($"{part.Length} more: reading alone {1 / read:f0} a second, adding {1 / added:f0} a second: {read / added:p0}; of processor time {readBusy * 1000:f1} and {addedBusy * 1000:f1} ms a report");
            }
            Line($"{texts.Length} reports of {letters / texts.Length} bytes; reading alone {texts.Length / reading:f0} a second, adding {texts.Length / adding:f0} a second: {reading / adding:p0}");
            string copy = keep ?? Path.Combine(folder, "copy.db");
            store.Backup(copy);
            long size = new FileInfo(copy).Length;
            Line($"store {size / 1048576.0:f1} MiB, {size / (double)letters:f2} times the text");
            Search(store, [.. texts.Select(Encoding.UTF8.GetString)]);
            Stories(store);
            Line($"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<DocumentResult> Documents(byte[][] texts) => texts.SelectMany((t, i) => DocumentReader.Read(t, string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), ReportIntake.Limits));

    // What reading does without a store: the same batches, cleaned together, analysed in parallel.
    private static void Read(byte[][] texts)
    {
        foreach (DocumentResult[] batch in Documents(texts).Chunk(ReportIntake.MostDocuments))
            Parallel.ForEach(Cleaner.Clean([.. batch.Select(d => d.Document!)]), report => Crossreader.Analyse(report));
    }

    /// <summary>Prints how long a store that is there takes to be searched, and to give a story.</summary>
    public static void PrintAsked(string file)
    {
        using SqliteStore store = SqliteStore.Open(file, StoreAccess.Read);
        string[] texts;
        using (IStoreReader reader = store.Read())
            texts = [.. reader.Arrivals(reader.ArrivalBefore(2_000), 2_000).Select(a => a.Text)];
        // As a server that has just started is asked, and as one that runs.
        Search(store, texts);
        Search(store, texts);
        Stories(store);
        Line($"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    private static void Search(SqliteStore store, string[] texts)
    {
        Random random = new(5);
        List<double> times = [], busy = [];
        for (int i = 0; i < 300; i++)
        {
            string[] words = texts[random.Next(texts.Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string typed = string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => words[random.Next(words.Length)]));
            if (!SearchWords.TryParse(typed, out SearchWords? query, out _))
                continue;
            long began = Stopwatch.GetTimestamp();
            TimeSpan worked = Environment.CpuUsage.TotalTime;
            using (IStoreReader reader = store.Read())
                reader.Search(new SearchQuery(query, new Page(0, 20)));
            busy.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Line($"search of one to three words of a report: median {At(times, 0.5):f1} ms, 95 of 100 under {At(times, 0.95):f1} ms; of processor time {At(busy, 0.5):f1} and {At(busy, 0.95):f1} ms");
    }

    private static void Stories(SqliteStore store)
    {
        List<double> times = [], busy = [];
        using IStoreReader reader = store.Read();
        foreach (HeldStory story in reader.Stories(new Page(0, 100)))
        {
            long began = Stopwatch.GetTimestamp();
            TimeSpan worked = Environment.CpuUsage.TotalTime;
            StoryDesk.Open(reader, story.Id);
            busy.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Line($"building one of {times.Count} stories: median {At(times, 0.5):f0} ms, 95 of 100 under {At(times, 0.95):f0} ms; of processor time {At(busy, 0.5):f0} and {At(busy, 0.95):f0} ms");
    }

    // Seconds a report, by the clock and of processor time.
    private static (double Seconds, double Busy) Time(int reports, Action work)
    {
        long began = Stopwatch.GetTimestamp();
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        work();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds / reports, (Environment.CpuUsage.TotalTime - worked).TotalSeconds / reports);
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
