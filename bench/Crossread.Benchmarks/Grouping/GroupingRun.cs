// Measures grouping on piles of invented reports: speed, memory, and how right it is.
using System.Diagnostics;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Stories.Grouping;

namespace Crossread.Benchmarks.Grouping;

/// <summary>Measures grouping.</summary>
internal static class GroupingRun
{
    /// <summary>Groups a whole pile.</summary>
    public static void Batch(int reports)
    {
        List<(Report Report, int Story)> pile = new InventedPile(1).Stories(reports);
        long before = GC.GetTotalMemory(true);
        Stopwatch clock = Stopwatch.StartNew();
        var found = StoryGrouper.Group([.. pile.Select(p => p.Report)]);
        double seconds = clock.Elapsed.TotalSeconds;
        Print($"{pile.Count} reports, {pile.Select(p => p.Story).Distinct().Count()} stories, {found.Distinct().Count()} found, {seconds:f1} s, {pile.Count / seconds:f0} a second, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, the pile itself {before >> 20} MB");
        Console.WriteLine(BCubed([.. pile.Select(p => p.Story)], [.. found]));
    }

    /// <summary>Adds reports one by one; compares the time of the first tenth with that of the last.</summary>
    public static void Stream(int reports)
    {
        List<(Report Report, int Story)> pile = new InventedPile(1).Stories(reports);
        StoryIndex index = new();
        double[] seconds = new double[10];
        Stopwatch clock = new();
        for (int i = 0; i < pile.Count; i++)
        {
            clock.Restart();
            index.Add(pile[i].Report);
            seconds[i * 10L / pile.Count] += clock.Elapsed.TotalSeconds;
        }
        Print($"{pile.Count} reports, {pile.Select(p => p.Story).Distinct().Count()} stories, {index.Stories} found, {pile.Count / seconds.Sum():f0} a second; the last tenth takes {seconds[9] / seconds[1]:f2} times the second, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        Console.WriteLine(BCubed([.. pile.Select(p => p.Story)], [.. pile.Select(p => index.StoryOf(p.Report)!)]));
    }

    /// <summary>Finds edited copies; precision and recall over pairs.</summary>
    public static void Copies(int reports)
    {
        List<(Report Report, int Original)> pile = new InventedPile(2).Copies(reports);
        string[] texts = [.. pile.Select(p => p.Report.Text)];
        Stopwatch clock = Stopwatch.StartNew();
        var found = NearDuplicateFinder.Find(texts);
        double seconds = clock.Elapsed.TotalSeconds;
        double gold = Pairs(pile.Select(p => p.Original)), told = Pairs(found), right = Pairs(pile.Zip(found, (p, f) => (p.Original, f)));
        Print($"{pile.Count} texts of {texts.Average(t => t.Length):f0} letters, {pile.Count / seconds:f0} a second; precision {right / told:f4}, recall {right / gold:f4} over {gold:f0} pairs");
    }

    private static double Pairs<T>(IEnumerable<T> groups) where T : notnull =>
        groups.GroupBy(g => g).Sum(g => g.Count() * (g.Count() - 1.0) / 2);

    /// <summary>B-cubed precision, recall and F1 (Bagga and Baldwin 1998).</summary>
    public static string BCubed(int[] gold, string[] found)
    {
        Dictionary<(int, string), int> both = [];
        Dictionary<int, int> ofGold = [];
        Dictionary<string, int> ofFound = [];
        for (int i = 0; i < gold.Length; i++)
        {
            both[(gold[i], found[i])] = both.GetValueOrDefault((gold[i], found[i])) + 1;
            ofGold[gold[i]] = ofGold.GetValueOrDefault(gold[i]) + 1;
            ofFound[found[i]] = ofFound.GetValueOrDefault(found[i]) + 1;
        }
        double precision = 0, recall = 0;
        foreach (((int g, string f), int n) in both)
        {
            precision += (double)n * n / ofFound[f] / gold.Length;
            recall += (double)n * n / ofGold[g] / gold.Length;
        }
        return string.Create(CultureInfo.InvariantCulture, $"B-cubed P {precision:f4} R {recall:f4} F1 {2 * precision * recall / (precision + recall):f4}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
