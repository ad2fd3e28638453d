// Words a second over a million words of news, once through: the figure that docs/language.md gives.
using System.Diagnostics;
using System.Globalization;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Benchmarks;

/// <summary>Measures one pass on one thread: load time, each step, allocation a word.</summary>
internal static class LanguageSpeed
{
    public static void Print(int words)
    {
        long began = Stopwatch.GetTimestamp();
        TimeSpan busy = Environment.CpuUsage.TotalTime;
        LanguageModels models = LanguageModels.Default;
        Line("models ready", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
        Line("  processor's time", (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds, "ms");
        (string text, var passages) = NewsText.Make(words);
        _ = LanguageReader.Read(text[..Math.Min(text.Length, 200_000)], []);
        busy = Environment.CpuUsage.TotalTime;
        (List<TextSpan> cut, List<int> ends) = LanguageReader.Cut(text, passages);
        Rate("words and sentences", cut.Count, busy);
        WordSheet sheet = new(models.Lexicon) { Kinds = models.Tags.Kinds };
        Tagger tagger = new(models.Tagger);
        TextSpan[] spans = [.. cut];
        busy = Environment.CpuUsage.TotalTime;
        for (int first = 0, s = 0; s < ends.Count; first = ends[s++])
        {
            sheet.Fill(text, spans.AsSpan(first..ends[s]));
            tagger.Tag(sheet);
        }
        Rate("first tags", cut.Count, busy);
        long before = GC.GetAllocatedBytesForCurrentThread();
        busy = Environment.CpuUsage.TotalTime;
        AnnotatedText read = LanguageReader.Read(text, passages);
        Rate("everything", read.Tokens.Length, busy);
        Line("allocated a word", (double)(GC.GetAllocatedBytesForCurrentThread() - before) / read.Tokens.Length, "bytes");
        Line("working set", Environment.WorkingSet / 1048576.0, "MiB");
    }

    // By the processor's time: others at work on the machine do not count.
    private static void Rate(string step, int words, TimeSpan before) => Line(step, words / (Environment.CpuUsage.TotalTime - before).TotalSeconds, "words a second");

    private static void Line(string what, double value, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24}{value,12:N0} {unit}"));
}
