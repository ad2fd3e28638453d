// Two to four reports side by side, sentence by sentence.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>Reports laid side by side: a row for each thing told, a column for each report.</summary>
/// <param name="Reports">The reports, in the order asked for.</param>
/// <param name="Rows">The rows, in the order of the first report; what it does not have stands where the others have it.</param>
/// <param name="Left">Sentences left out because a report has more than <see cref="Comparison.MostSentences"/>.</param>
public sealed record Comparison(ImmutableArray<StoryReport> Reports, ImmutableArray<ComparisonRow> Rows, int Left)
{
    /// <summary>Sentences of one report that are compared.</summary>
    public const int MostSentences = 400;

    // Two sentences tell the same thing if they share this much of the weight of their words (cosine; rare words weigh more).
    private const double Alike = 0.3;

    /// <summary>Lays reports side by side.</summary>
    public static Comparison Of(ImmutableArray<StoryReport> reports)
    {
        List<Line>[] lines = [.. reports.Select(r => Lines(r))];
        Dictionary<string, double> weight = Weights(lines);
        List<Line?[]> rows = [];
        for (int column = 0; column < lines.Length; column++)
            Join(rows, [.. lines[column].Take(MostSentences)], column, lines.Length, weight);
        return new Comparison(reports, [.. rows.Select(Row)], lines.Sum(l => Math.Max(0, l.Count - MostSentences)));
    }

    // A report's sentences find their rows best first; those that find none stand behind the sentence before them.
    private static void Join(List<Line?[]> rows, List<Line> lines, int column, int columns, Dictionary<string, double> weight)
    {
        Line?[][] before = [.. rows];
        Dictionary<string, List<int>> index = [];
        for (int r = 0; r < before.Length; r++)
        {
            foreach (string word in before[r].OfType<Line>().SelectMany(l => l.Words).Distinct(StringComparer.Ordinal))
                (index.TryGetValue(word, out List<int>? at) ? at : index[word] = []).Add(r);
        }
        List<(double Score, int Line, int Row)> pairs = [];
        for (int l = 0; l < lines.Count; l++)
        {
            foreach (int r in lines[l].Words.SelectMany(w => index.GetValueOrDefault(w) ?? []).Distinct())
            {
                double score = before[r].OfType<Line>().Max(other => Cosine(lines[l], other, weight));
                if (score >= Alike)
                    pairs.Add((score, l, r));
            }
        }
        int[] rowOf = new int[lines.Count];
        Array.Fill(rowOf, -1);
        foreach ((_, int l, int r) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Line).ThenBy(p => p.Row))
        {
            if (rowOf[l] >= 0 || before[r][column] is not null)
                continue;
            before[r][column] = lines[l];
            rowOf[l] = r;
        }
        int behind = 0;
        for (int l = 0; l < lines.Count; l++)
        {
            if (rowOf[l] >= 0)
            {
                behind = rows.IndexOf(before[rowOf[l]]) + 1;
                continue;
            }
            Line?[] row = new Line?[columns];
            row[column] = lines[l];
            rows.Insert(behind++, row);
        }
    }

    private static ComparisonRow Row(Line?[] row)
    {
        int told = row.Count(l => l is not null);
        ImmutableArray<ImmutableArray<CollatedRun>> runs = Collation.Of([.. row.OfType<Line>().Select(l => l.Text)]);
        int next = 0;
        return new ComparisonRow([.. row.Select(l => l is { } line ? new ComparisonCell(line.Span, told > 1 ? runs[next++] : [new CollatedRun(line.Text, true)]) : null)]);
    }

    private static double Cosine(Line a, Line b, Dictionary<string, double> weight)
    {
        double both = 0, left = 0, right = 0;
        foreach (string word in a.Words)
        {
            double w = weight[word] * weight[word];
            left += w;
            if (b.Words.Contains(word))
                both += w;
        }
        foreach (string word in b.Words)
            right += weight[word] * weight[word];
        return both == 0 ? 0 : both / Math.Sqrt(left * right);
    }

    private static Dictionary<string, double> Weights(List<Line>[] lines)
    {
        Dictionary<string, int> seen = [];
        int all = 0;
        foreach (Line line in lines.SelectMany(l => l))
        {
            all++;
            foreach (string word in line.Words)
                seen[word] = seen.GetValueOrDefault(word) + 1;
        }
        return seen.ToDictionary(s => s.Key, s => Math.Log(1 + ((double)all / s.Value)), StringComparer.Ordinal);
    }

    private static List<Line> Lines(StoryReport report)
    {
        string text = report.Reading.Report.Text;
        TextSpan[] titles = [.. report.Reading.Report.Passages.Where(p => p.Kind == PassageKind.Title).Select(p => p.Span)];
        ImmutableArray<TextSpan> spans = report.Reading.Words.Sentences.IsEmpty
            ? [.. report.Reading.Report.Passages.Select(p => p.Span)]
            : [.. report.Reading.Words.Sentences.Select(s => s.Span)];
        return [.. spans.Where(s => !titles.Any(t => t.Contains(s))).Select(s => new Line(s, string.Join(' ', s.Cut(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).Where(l => l.Words.Count > 0)];
    }

    private sealed class Line(TextSpan span, string text)
    {
        public TextSpan Span { get; } = span;

        public string Text { get; } = text;

        public HashSet<string> Words { get; } = [.. Split(text)];

        private static IEnumerable<string> Split(string text)
        {
            int start = -1;
            for (int i = 0; i <= text.Length; i++)
            {
                bool inside = i < text.Length && char.IsLetterOrDigit(text[i]);
                if (inside && start < 0)
                    start = i;
                if (!inside && start >= 0)
                {
                    yield return text[start..i].ToUpperInvariant();
                    start = -1;
                }
            }
        }
    }
}

/// <summary>One thing told, as each report tells it.</summary>
/// <param name="Cells">For each report its sentence, or null if it does not tell it.</param>
public sealed record ComparisonRow(ImmutableArray<ComparisonCell?> Cells)
{
    /// <summary>How many reports tell it.</summary>
    public int Told => Cells.Count(c => c is not null);
}

/// <summary>A sentence in its column.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Runs">Its words; those that not all of the row have are marked.</param>
public sealed record ComparisonCell(TextSpan Span, ImmutableArray<CollatedRun> Runs);
