// Which statements of several reports tell the same words of one speaker.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;
using Crossread.Stories.Utterances;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Finds utterances: the same words of one speaker, told directly, indirectly or in translation.</summary>
public static class UtteranceFinder
{
    // A word leads to this many statements at most, the first ones.
    private const int _mostPostings = 64;

    /// <summary>All utterances, ordered by their first statement. Every statement belongs to exactly one, but for those that only repeat a part of the statement they stand in.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="origins">Their origins: in passages of one text less likeness is enough.</param>
    public static ImmutableArray<Utterance> Find(ImmutableArray<StoryReport> reports, ImmutableArray<Origin> origins)
    {
        ImmutableArray<Said> said = Said.Of(reports);
        SharedText shared = new(reports, origins);
        PileWeights weights = PileWeights.Count(said.Select(s => (IReadOnlyCollection<Term>)s.Terms));
        Dictionary<(int, int), double> like = Compare(said, shared, weights);
        List<int>[] groupOf = [.. said.Select((_, i) => new List<int> { i })];
        foreach (((int a, int b), _) in like.OrderByDescending(p => p.Value).ThenBy(p => p.Key))
        {
            List<int> first = groupOf[a], second = groupOf[b];
            if (first == second || !Together(first, second, said, shared, like, weights))
                continue;
            first.AddRange(second);
            foreach (int i in second)
                groupOf[i] = first;
        }
        return [.. groupOf.Distinct().Select(group => Gather([.. group.Order()], said, reports)).OrderBy(u => u.Statements[0].Report).ThenBy(u => u.Statements[0].Statement)];
    }

    private static Dictionary<(int, int), double> Compare(ImmutableArray<Said> said, SharedText shared, PileWeights weights)
    {
        Dictionary<ulong, List<int>> postings = [];
        Dictionary<(int, int), double> like = [];
        HashSet<int> met = [];
        for (int i = 0; i < said.Length; i++)
        {
            met.Clear();
            foreach (Term term in said[i].Terms)
            {
                foreach (ulong key in term.Keys)
                {
                    if (!postings.TryGetValue(key, out List<int>? list))
                        postings[key] = list = [];
                    foreach (int other in list)
                        met.Add(other);
                    if (list.Count < _mostPostings && (list.Count == 0 || list[^1] != i))
                        list.Add(i);
                }
            }
            met.Remove(i);
            foreach (int other in met)
            {
                double likeness = UtteranceRules.Likeness(said[other], said[i], weights, shared.Of(said[other], said[i]));
                if (likeness > 0)
                    like[(other, i)] = likeness;
            }
        }
        return like;
    }

    // The mean over all pairs, so that a wording that joins two thoughts does not make them one; and never two speakers in one utterance.
    private static bool Together(
        List<int> first, List<int> second, ImmutableArray<Said> said, SharedText shared, Dictionary<(int, int), double> like, PileWeights weights)
    {
        const int mostAsked = 8;
        double sum = 0;
        int count = 0;
        foreach (int a in first.Order().Take(mostAsked))
        {
            foreach (int b in second.Order().Take(mostAsked))
            {
                if (shared.Of(said[a], said[b]) != Closeness.OnePassage && SpeakerMatching.Of(said[a], said[b], weights) == SpeakerMatch.None)
                    return false;
                sum += like.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out double known) ? known
                    : UtteranceRules.Likeness(said[Math.Min(a, b)], said[Math.Max(a, b)], weights, shared.Of(said[a], said[b]));
                count++;
            }
        }
        return sum >= UtteranceRules.Together * count;
    }

    private static Utterance Gather(ImmutableArray<int> group, ImmutableArray<Said> said, ImmutableArray<StoryReport> reports)
    {
        ImmutableArray<Evidence> wordings = [.. group.Select(i => new Evidence(reports[said[i].Ref.Report].Id, said[i].Words))];
        int? speaker = group.Select(i => said[i].Speaker).OfType<int>().GroupBy(e => e).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (int?)g.Key).FirstOrDefault();
        string id = ContentId.Of('u', wordings.Select(w => FormattableString.Invariant($"{w.Report} {w.Span}")));
        return new Utterance(id, speaker, [.. group.Select(i => said[i].Ref)], wordings);
    }
}
