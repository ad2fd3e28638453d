// Measures reading and cleaning of pages on one core.
using System.Diagnostics;
using System.Globalization;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Benchmarks.Pages;

/// <summary>Measures pages a second on one thread, after a warm-up.</summary>
internal static class PagesRun
{
    /// <summary>Reads and cleans so many invented pages, one after the other.</summary>
    public static void Print(int pages)
    {
        byte[][] sources = [.. Enumerable.Range(0, 64).Select(i => Encoding.UTF8.GetBytes(PageMaker.Make(i)))];
        foreach (byte[] source in sources)
            Clean(source, new Stopwatch(), new Stopwatch());
        GC.Collect();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        long bytes = 0, characters = 0;
        Stopwatch reading = new(), cleaning = new();
        for (int i = 0; i < pages; i++)
        {
            byte[] source = sources[i % sources.Length];
            bytes += source.Length;
            characters += Clean(source, reading, cleaning);
        }
        double seconds = clock.Elapsed.TotalSeconds, busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages of {sources.Min(s => s.Length) / 1000} to {sources.Max(s => s.Length) / 1000} KB, {bytes / 1e6:f0} MB in {seconds:f1} s: {pages / seconds:f0} pages a second, {bytes / 1e6 / seconds:f1} MB a second; by processor time {pages / busy:f0} pages a second; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)bytes:f1} bytes allocated for each read; {characters / pages} characters kept a page; {reading.Elapsed.TotalSeconds / seconds:P0} of the time is reading"));
    }

    // Kept from running in parallel: one document at a time.
    private static int Clean(byte[] source, Stopwatch reading, Stopwatch cleaning)
    {
        reading.Start();
        Document[] documents = [.. DocumentReader.Read(source, "page").Select(r => r.Document).OfType<Document>()];
        reading.Stop();
        cleaning.Start();
        int kept = Cleaner.Clean(documents).Sum(r => r.Text.Length);
        cleaning.Stop();
        return kept;
    }
}
