// How the sentences of two reports lie side by side.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Origins;

/// <summary>The aligned sentences of two reports and what they amount to.</summary>
/// <param name="First">Index of the first report.</param>
/// <param name="Second">Index of the second.</param>
/// <param name="Pairs">The aligned sentences, ordered by the first report's; a sentence may stand in two pairs if the other report splits it.</param>
/// <param name="CoverFirst">Share of the first report's own words, by weight, that the pairs hold, 0 to 1; words in quotation marks do not count.</param>
/// <param name="CoverSecond">The same for the second.</param>
/// <param name="InOrder">Share of the pairs that follow each other in both reports, 0 to 1.</param>
/// <param name="Verbatim">Pairs that are word for word the same or nearly so.</param>
internal sealed record ReportAlignment(
    int First, int Second, ImmutableArray<SentencePair> Pairs, double CoverFirst, double CoverSecond, double InOrder, int Verbatim)
{
    private const double _verbatim = 0.85;

    /// <summary>How the order of the pairs compares with chance, 0 to 1.</summary>
    public double OrderBeyondChance
    {
        get
        {
            // The longest rise of n random places has about 2 √n of them (Vershik and Kerov 1977).
            double chance = Math.Min(0.9, 1.6 / Math.Sqrt(Math.Max(1, Pairs.Length)));
            return Pairs.Length < 3 ? 0.5 : Math.Clamp((InOrder - chance) / (1 - chance), 0, 1);
        }
    }

    /// <summary>How much speaks for one text, 0 to 1: what is held of the report that holds more, with the order.</summary>
    public double Evidence => Math.Max(CoverFirst, CoverSecond) * (0.6 + (0.4 * OrderBeyondChance));

    /// <summary>Chooses the pairs, the strongest first.</summary>
    /// <param name="first">Index of the first report.</param>
    /// <param name="second">Index of the second.</param>
    /// <param name="candidates">Pairs of like sentences of the two.</param>
    /// <param name="weights">Weights of words.</param>
    /// <param name="ownFirst">Weight of all words of the first report outside quotation marks.</param>
    /// <param name="ownSecond">The same for the second.</param>
    /// <param name="leastStrength">Pairs weaker than this are left out.</param>
    public static ReportAlignment Choose(
        int first, int second, IEnumerable<SentencePair> candidates, PileWeights weights, double ownFirst, double ownSecond, double leastStrength)
    {
        HashSet<int> takenFirst = [], takenSecond = [];
        List<SentencePair> chosen = [];
        foreach (SentencePair pair in candidates.OrderByDescending(p => p.Strength).ThenBy(p => p.First.Order).ThenBy(p => p.Second.Order))
        {
            double free = 0, all = 0;
            foreach ((int a, int b) in pair.Overlap.Pairs)
            {
                double weight = weights.Of(pair.First.Terms[a].Key);
                all += weight;
                if (!takenFirst.Contains(pair.First.FirstTerm + a) && !takenSecond.Contains(pair.Second.FirstTerm + b))
                    free += weight;
            }
            if (free < all * 0.7 || free * 2 / (pair.Overlap.FirstWeight + pair.Overlap.SecondWeight) < leastStrength * 0.6)
                continue;
            chosen.Add(pair);
            foreach ((int a, int b) in pair.Overlap.Pairs)
            {
                takenFirst.Add(pair.First.FirstTerm + a);
                takenSecond.Add(pair.Second.FirstTerm + b);
            }
        }
        double usual = Usual(chosen);
        double heldFirst = 0, heldSecond = 0;
        foreach (SentencePair pair in chosen)
        {
            double credit = Credit(pair, usual);
            foreach ((int a, int b) in pair.Overlap.Pairs)
            {
                if (takenFirst.Remove(pair.First.FirstTerm + a) && !pair.First.Quoted[a])
                    heldFirst += credit * weights.Of(pair.First.Terms[a].Key);
                if (takenSecond.Remove(pair.Second.FirstTerm + b) && !pair.Second.Quoted[b])
                    heldSecond += credit * weights.Of(pair.Second.Terms[b].Key);
            }
        }
        chosen.Sort((x, y) => x.First.Order != y.First.Order ? x.First.Order.CompareTo(y.First.Order) : x.Second.Order.CompareTo(y.Second.Order));
        ImmutableArray<(int, int)> order = [.. chosen.Select(p => (p.First.Order, p.Second.Order))];
        return new ReportAlignment(
            first, second, [.. chosen],
            ownFirst > 0 ? Math.Min(1, heldFirst / ownFirst) : 0,
            ownSecond > 0 ? Math.Min(1, heldSecond / ownSecond) : 0,
            chosen.Count == 0 ? 0 : TermOverlap.LongestRise(order) / (double)chosen.Count,
            chosen.Count(p => p.Overlap.Share >= _verbatim && p.Overlap.InOrder >= _verbatim));
    }

    // How much two wordings of one quotation share in these two reports: 1 in one language, less if one of them was carried through another.
    private static double Usual(List<SentencePair> pairs)
    {
        double shared = 0, all = 0;
        foreach (SentencePair pair in pairs)
        {
            (double first, double second, double both) = pair.Likeness.Quoted;
            if (both > 0)
            {
                // Of a quotation that one report cuts, only the shorter wording counts.
                shared += both;
                all += Math.Min(first, second);
            }
        }
        return all > 0 ? Math.Clamp(shared / all, 0.5, 1) : 1;
    }

    // How far a pair speaks for one text, 0 to 1: by the words outside quotation marks that it shares.
    // The bare facts of an event, retold by another, share a third of them; a text carried through another language shares in its own words what it shares in quotations.
    private static double Credit(SentencePair pair, double usual)
    {
        (double first, double second, double shared) = pair.Likeness.Own;
        if (first + second <= 0)
            return 0;
        double share = Math.Max(2 * shared / (first + second), 0.75 * shared / Math.Max(10, Math.Min(first, second)));
        return Math.Clamp(((share / usual) - 0.3) / 0.3, 0, 1);
    }
}
