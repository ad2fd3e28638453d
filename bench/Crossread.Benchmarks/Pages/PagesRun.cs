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
            Clean(source);
        GC.Collect();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        long bytes = 0, characters = 0;
        for (int i = 0; i < pages; i++)
        {
            byte[] source = sources[i % sources.Length];
            bytes += source.Length;
            characters += Clean(source);
        }
        double seconds = clock.Elapsed.TotalSeconds, busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages of {sources.Min(s => s.Length) / 1000} to {sources.Max(s => s.Length) / 1000} KB, {bytes / 1e6:f0} MB in {seconds:f1} s: {pages / seconds:f0} pages a second, {bytes / 1e6 / seconds:f1} MB a second; by processor time {pages / busy:f0} pages a second; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)bytes:f1} bytes allocated for each read; {characters / pages} characters kept a page"));
    }

    // Kept from running in parallel: one document at a time.
    private static int Clean(byte[] source)
    {
        int kept = 0;
        foreach (DocumentResult result in DocumentReader.Read(source, "page"))
        {
            if (result.Document is { } document)
                kept += Cleaner.Clean([document])[0].Text.Length;
        }
        return kept;
    }
}
