// Which reports come from one text.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Stories.Comparing;
using Crossread.Stories.Origins;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Finds reports that come from one text: verbatim, cut, reordered, edited or carried through another language.</summary>
public static class OriginFinder
{
    // Of a large group its first reports answer for it.
    private const int _mostAsked = 12;

    // In a larger origin only the alignment with the nearest report is given.
    private const int _mostWithAllPairs = 4;

    /// <summary>The origins, ordered by their first report; each report belongs to exactly one.</summary>
    public static ImmutableArray<Origin> Find(ImmutableArray<Reading> readings, EntityTable entities) => Find(readings, entities, PileSentences.Of(readings));

    /// <summary>The same, of readings that are cut already.</summary>
    internal static ImmutableArray<Origin> Find(ImmutableArray<Reading> readings, EntityTable entities, PileSentences cut)
    {
        ArgumentNullException.ThrowIfNull(entities);
        ImmutableArray<ReportAlignment> alignments = Align(readings, cut, entities.EntityOf);
        Dictionary<(int, int), ReportAlignment> byPair = alignments.ToDictionary(a => (a.First, a.Second));
        ILookup<int, ReportAlignment> byReport = alignments.SelectMany(a => new[] { (a.First, a), (a.Second, a) }).ToLookup(p => p.Item1, p => p.a);
        List<int>[] groupOf = [.. readings.Select((_, i) => new List<int> { i })];
        foreach (ReportAlignment alignment in alignments
            .Where(a => OriginRules.OneText(a, readings[a.First].Report, readings[a.Second].Report))
            .OrderByDescending(a => a.Evidence).ThenBy(a => a.First).ThenBy(a => a.Second))
        {
            List<int> a = groupOf[alignment.First], b = groupOf[alignment.Second];
            if (a == b || !Together(a, b, byPair, readings))
                continue;
            a.AddRange(b);
            foreach (int report in b)
                groupOf[report] = a;
        }
        return
        [
            .. groupOf.Distinct().Select(group => Describe([.. group.Order()], byReport, readings))
                .OrderBy(o => o.Reports[0], StringComparer.Ordinal),
        ];
    }

    /// <summary>The alignments of all pairs of reports that share two sentences or more.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="cut">Their sentences.</param>
    /// <param name="entityOf">For each reading and local entity its index among the entities of all reports; empty if not known.</param>
    internal static ImmutableArray<ReportAlignment> Align(ImmutableArray<Reading> readings, PileSentences cut, ImmutableArray<ImmutableArray<int>> entityOf)
    {
        ImmutableArray<SourceSentence>[] byReport = new ImmutableArray<SourceSentence>[readings.Length];
        Parallel.For(0, readings.Length, i => byReport[i] = SourceSentence.Of(i, readings[i], cut[i], entityOf.IsDefaultOrEmpty ? default : entityOf[i]));
        SourceSentence[] sentences = [.. byReport.SelectMany(s => s)];
        PileWeights weights = PileWeights.Count(sentences.Select(s => (IReadOnlyCollection<Term>)s.Terms));
        double[] own = [.. byReport.Select(report => report.Sum(s => s.Terms.Where((_, i) => !s.Quoted[i]).Sum(t => weights.Of(t))))];
        SentenceIndex index = new(sentences, weights);
        List<SentencePair>[] pairs = new List<SentencePair>[sentences.Length];
        Parallel.For(0, sentences.Length, () => new SentenceIndex.Room(index), (i, _, room) =>
        {
            pairs[i] = index.Like(i, OriginRules.LeastStrength, room);
            return room;
        }, _ => { });
        (int First, int Second, SentencePair[] Pairs)[] near =
            [.. pairs.SelectMany(p => p).GroupBy(p => (p.First.Report, p.Second.Report)).Where(g => g.Count() >= 2).Select(g => (g.Key.Item1, g.Key.Item2, g.ToArray()))];
        ReportAlignment[] alignments = new ReportAlignment[near.Length];
        Parallel.For(0, near.Length, i =>
            alignments[i] = ReportAlignment.Choose(near[i].First, near[i].Second, near[i].Pairs, weights, own[near[i].First], own[near[i].Second], OriginRules.LeastStrength));
        return [.. alignments.OrderBy(a => a.First).ThenBy(a => a.Second)];
    }

    // A report that mixes two texts must not make them one: most pairs of the two groups have to agree.
    private static bool Together(List<int> a, List<int> b, Dictionary<(int, int), ReportAlignment> byPair, ImmutableArray<Reading> readings)
    {
        int agree = 0, asked = 0;
        foreach (int x in a.Order().Take(_mostAsked))
        {
            foreach (int y in b.Order().Take(_mostAsked))
            {
                asked++;
                if (byPair.TryGetValue((Math.Min(x, y), Math.Max(x, y)), out ReportAlignment? pair)
                    && OriginRules.MayBe(pair, readings[pair.First].Report, readings[pair.Second].Report))
                {
                    agree++;
                }
            }
        }
        return agree >= OriginRules.Together * asked;
    }

    private static Origin Describe(ImmutableArray<int> group, ILookup<int, ReportAlignment> alignments, ImmutableArray<Reading> readings)
    {
        ImmutableArray<string> ids = [.. group.Select(i => readings[i].Report.Id).Order(StringComparer.Ordinal)];
        string id = ContentId.Of('o', [ids[0]]);
        if (group.Length == 1)
        {
            ReportAlignment? nearest = alignments[group[0]].MaxBy(a => a.Evidence);
            return new Origin(id, ids, Alone(nearest), []);
        }
        HashSet<int> members = [.. group];
        List<ReportAlignment> inside = [.. group.SelectMany(i => alignments[i].Where(a => a.First == i && members.Contains(a.Second))).OrderBy(a => a.First).ThenBy(a => a.Second)];
        IEnumerable<ReportAlignment> shown = group.Length <= _mostWithAllPairs ? inside
            : group.Select(i => alignments[i].Where(a => members.Contains(a.First) && members.Contains(a.Second)).MaxBy(a => a.Evidence)).OfType<ReportAlignment>().Distinct();
        ImmutableArray<SharedPassage> passages =
        [
            .. shown.OrderBy(a => a.First).ThenBy(a => a.Second).SelectMany(a => a.Pairs.Select(p => new SharedPassage(
                new Evidence(readings[a.First].Report.Id, p.First.Span), new Evidence(readings[a.Second].Report.Id, p.Second.Span)))),
        ];
        return new Origin(id, ids, Why(group, inside, readings), passages);
    }

    private static string Alone(ReportAlignment? nearest) => nearest is null ? "shares no text with another report"
        : string.Create(CultureInfo.InvariantCulture, $"tells some of the same in its own words: {Count(nearest.Pairs.Length, "sentence")} like those of another report, too little for one text");

    private static string Why(ImmutableArray<int> group, List<ReportAlignment> inside, ImmutableArray<Reading> readings)
    {
        ReportAlignment best = inside.MaxBy(a => a.Evidence)!, least = inside.Where(a => OriginRules.OneText(a, readings[a.First].Report, readings[a.Second].Report)).MinBy(a => a.Evidence)!;
        string order = least.OrderBeyondChance switch { >= 0.95 => "in the same order", >= 0.4 => "nearly in the same order", _ => "in another order" };
        string pairs = best.Pairs.Length == least.Pairs.Length ? Count(least.Pairs.Length, "sentence")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(least.Pairs.Length, best.Pairs.Length)} to {Count(Math.Max(least.Pairs.Length, best.Pairs.Length), "sentence")}");
        double held = Math.Max(least.CoverFirst, least.CoverSecond);
        string verbatim = best.Verbatim == 0 ? "none word for word" : string.Create(CultureInfo.InvariantCulture, $"{best.Verbatim} nearly word for word");
        string credit = group.Select(i => readings[i].Report.Agency).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray() is [string agency]
            ? $"; {(group.All(i => readings[i].Report.Agency is not null) ? "all" : "at least one")} credit {agency}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{pairs} lie side by side {order}, {verbatim}; they hold {held:p0} or more of one report's own words{credit}");
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
