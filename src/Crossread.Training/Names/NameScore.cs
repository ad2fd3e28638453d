// Exact spans and kinds against gold.
using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>Counts names found, names in the gold, and those that are the same in span and kind.</summary>
internal sealed class NameScore
{
    private readonly int[,] _counts = new int[4, 3];

    public void Add(NameDocument document, byte[] labels, bool show)
    {
        HashSet<(int, int, int)> gold = Spans(document.Labels), found = Spans(labels);
        foreach ((int, int, int Kind) g in gold)
            _counts[g.Kind, 2]++;
        foreach ((int, int, int Kind) f in found)
        {
            _counts[f.Kind, 1]++;
            if (gold.Contains(f))
                _counts[f.Kind, 0]++;
        }
        if (!show)
            return;
        string Words((int From, int To, int Kind) s) => "POLX"[s.Kind] + ":" + document.Text.SpanOf(s.From, s.To).Cut(document.Text.Text);
        foreach ((int From, int To, int Kind) g in gold.Where(g => !found.Contains(g)).Order())
        {
            string near = string.Join(" | ", found.Where(f => f.Item1 <= g.To && g.From <= f.Item2).Order().Select(Words));
            int a = Math.Max(0, g.From - 4), b = Math.Min(document.Labels.Length - 1, g.To + 3);
            Console.WriteLine($"MISS {Words(g)}   GOT {near}   IN {document.Text.SpanOf(a, b).Cut(document.Text.Text)}");
        }
        foreach ((int From, int To, int Kind) f in found.Where(f => !gold.Any(g => f.Item1 <= g.Item2 && g.Item1 <= f.Item2)).Order())
        {
            int a = Math.Max(0, f.From - 4), b = Math.Min(document.Labels.Length - 1, f.To + 3);
            Console.WriteLine($"EXTRA {Words(f)}   IN {document.Text.SpanOf(a, b).Cut(document.Text.Text)}");
        }
    }

    public string Line(int kind)
    {
        int good = 0, found = 0, gold = 0;
        for (int k = 0; k < 4; k++)
        {
            if (k == kind || kind < 0 && k < 3)
                (good, found, gold) = (good + _counts[k, 0], found + _counts[k, 1], gold + _counts[k, 2]);
        }
        double p = (double)good / Math.Max(1, found), r = (double)good / Math.Max(1, gold);
        string name = kind switch { 0 => "PER", 1 => "ORG", 2 => "LOC", 3 => "other", _ => "all" };
        return $"{name,-5} P {p:F4} R {r:F4} F1 {2 * p * r / Math.Max(1e-9, p + r):F4} ({gold})";
    }

    private static HashSet<(int, int, int)> Spans(byte[] labels)
    {
        var spans = new HashSet<(int, int, int)>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0 || !NameLabel.Opens(labels[i]))
                continue;
            int end = i;
            while (!NameLabel.Closes(labels[end]))
                end++;
            spans.Add((i, end, NameLabel.Kind(labels[i])));
        }
        return spans;
    }
}
