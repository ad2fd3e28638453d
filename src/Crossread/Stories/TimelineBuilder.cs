// One timeline over all reports.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Stories.Comparing;
using Crossread.Stories.Timelines;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Puts what happened, was said and is due in order of time: every clause that a time expression dates to a day, a month or a stretch of days.</summary>
public static class TimelineBuilder
{
    // The same happening: several rare words, and a third of the shorter clause.
    private const double LeastShared = 12;
    private const double LeastContained = 0.34;
    private const int MostCompared = 20;
    private const int LongestDays = 62;

    /// <summary>The entries in order of their date's start, then of its end, then of their evidence.</summary>
    /// <param name="reports">The reports with their values.</param>
    public static ImmutableArray<TimelineEntry> Build(ImmutableArray<StoryReport> reports) => Build(reports, PileSentences.Of([.. reports.Select(r => r.Reading)]).Weights);

    /// <summary>The same, with the weights of words by the reports' sentences.</summary>
    internal static ImmutableArray<TimelineEntry> Build(ImmutableArray<StoryReport> reports, PileWeights weights)
    {
        List<Happening> all = [.. reports.SelectMany(Happenings)];
        List<(TimelineEntry Entry, (int Start, int End) Days)> entries = [];
        foreach (IGrouping<string, Happening> day in all.GroupBy(h => h.Edtf, StringComparer.Ordinal))
        {
            foreach (List<Happening> told in Merge(day, weights))
            {
                Happening first = told[0];
                entries.Add((new TimelineEntry(first.Edtf, first.Label, [.. told.Select(h => h.Evidence).Distinct().Order()]), first.Days));
            }
        }
        return
        [
            .. entries.OrderBy(e => e.Days.Start).ThenBy(e => e.Days.End).ThenBy(e => e.Entry.Edtf, StringComparer.Ordinal)
                .ThenBy(e => e.Entry.Evidence[0]).ThenBy(e => e.Entry.Label, StringComparer.Ordinal).Select(e => e.Entry),
        ];
    }

    private static IEnumerable<Happening> Happenings(StoryReport report)
    {
        Reading reading = report.Reading;
        if (reading.Words.Sentences.IsEmpty)
            yield break;
        HashSet<(string, TextSpan)> seen = [];
        for (int i = 0; i < reading.Times.Length; i++)
        {
            TimeMention mention = reading.Times[i];
            if (report.TimeValues[i].Edtf is not { } value || mention.Unit > TimeUnit.Month || !Story(reading.Report, mention.Span))
                continue;
            string edtf = value.Contains('T', StringComparison.Ordinal) ? value[..value.IndexOf('T', StringComparison.Ordinal)] : value;
            if (EdtfDays.Bounds(edtf) is not (int start, int end) || end - start > LongestDays)
                continue;
            if (IsDateline(reading.Words, mention.Span))
                continue;
            DatedClause clause = ClauseCutter.Of(reading.Words, mention);
            ImmutableArray<Term> terms = Propositions.Terms(reading, [clause.Span], report.EntityOf);
            if (terms.Length > 0 && seen.Add((edtf, clause.Sentence)))
                yield return new Happening(edtf, (start, end), clause.Label, new Evidence(report.Id, clause.Sentence), terms);
        }
    }

    // "PORT AVEN, June 4 (Wire) –" tells where and when it was written, not what happened.
    private static bool IsDateline(AnnotatedText words, TextSpan span)
    {
        TextSpan sentence = words.Sentences[words.SentenceOf(words.TokenAt(span.Start))].Span;
        return sentence.Length <= 82 && words.Text[sentence.End - 1] is '-' or '–' or '—';
    }

    /// <summary>True if the words belong to the story rather than to its head or its corrections.</summary>
    private static bool Story(Report report, TextSpan span)
    {
        ImmutableArray<Passage> passages = report.Passages;
        int low = SpanOrder.FirstFrom(passages, span.Start, p => p.Span);
        return low >= passages.Length || !passages[low].Span.Overlaps(span) || passages[low].Kind is not (PassageKind.Byline or PassageKind.Note);
    }

    /// <summary>Joins what tells the same happening of one date; the first to tell it gives the words.</summary>
    private static List<List<Happening>> Merge(IEnumerable<Happening> day, PileWeights weights)
    {
        List<List<Happening>> told = [];
        Dictionary<ulong, List<int>> byTerm = [];
        Dictionary<int, double> shared = [];
        foreach (Happening happening in day)
        {
            shared.Clear();
            foreach (Term term in happening.Terms.DistinctBy(t => t.Key))
            {
                foreach (ulong key in term.Keys)
                {
                    if (!byTerm.TryGetValue(key, out List<int>? row))
                        continue;
                    foreach (int id in row)
                        shared[id] = shared.GetValueOrDefault(id) + weights.Of(key);
                }
            }
            int into = -1;
            double most = LeastShared;
            foreach (int id in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCompared).Select(s => s.Key))
            {
                TermOverlap overlap = TermOverlap.Of(happening.Terms, told[id][0].Terms, weights);
                if (overlap.SharedWeight >= most && overlap.Containment >= LeastContained)
                    (into, most) = (id, overlap.SharedWeight + 1e-9);
            }
            if (into >= 0)
            {
                told[into].Add(happening);
                continue;
            }
            foreach (ulong key in Keys(happening.Terms))
            {
                if (!byTerm.TryGetValue(key, out List<int>? row))
                    byTerm.Add(key, row = []);
                row.Add(told.Count);
            }
            told.Add([happening]);
        }
        return told;
    }

    private static HashSet<ulong> Keys(ImmutableArray<Term> terms)
    {
        HashSet<ulong> keys = [];
        foreach (Term term in terms)
        {
            foreach (ulong key in term.Keys)
                keys.Add(key);
        }
        return keys;
    }

    private sealed record Happening(string Edtf, (int Start, int End) Days, string Label, Evidence Evidence, ImmutableArray<Term> Terms);
}
