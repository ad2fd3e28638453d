// Sentences whose day is known, found by what they tell.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Publications;

/// <summary>An index of sentences that name a known day, by their content words.</summary>
internal sealed class DatedSentences(PileWeights weights)
{
    // Together the shared words must be worth several rare words, and a good part of the shorter sentence.
    private const double LeastShared = 20;
    private const double LeastContained = 0.35;
    private const int MostCompared = 60;

    private readonly List<(int Report, int Day, ImmutableArray<Term> Terms)> _sentences = [];
    private readonly Dictionary<ulong, List<int>> _byTerm = [];

    /// <summary>Adds the sentences of a report that was published on a known day.</summary>
    internal void Add(Reading reading, int report, int published)
    {
        ImmutableArray<TimeValue> values = TimeResolver.Resolve(reading.Words, reading.Times, new Publication(EdtfDays.Day(published), PublicationBasis.Inferred, ""));
        int last = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (EdtfDays.Bounds(values[i].Edtf) is not (int start, int end) || start != end || reading.Times[i].Tense == ClauseTense.Future || reading.Times[i].Quoted)
                continue;
            int token = reading.Words.TokenAt(reading.Times[i].Span.Start);
            int sentence = token < reading.Words.Tokens.Length ? reading.Words.SentenceOf(token) : last;
            if (sentence == last)
                continue;
            last = sentence;
            int id = _sentences.Count;
            _sentences.Add((report, start, TermReader.Read(reading.Words, reading.Words.Sentences[sentence].Span)));
            foreach (ulong key in _sentences[id].Terms.Select(t => t.Key).Distinct())
            {
                if (!_byTerm.TryGetValue(key, out List<int>? row))
                    _byTerm.Add(key, row = []);
                row.Add(id);
            }
        }
    }

    /// <summary>The sentence of known day that tells most of what these words tell, among those whose day fits; null if none tells enough.</summary>
    internal (int Report, int Day)? Like(ImmutableArray<Term> terms, Func<int, bool> fits)
    {
        Dictionary<int, double> shared = [];
        foreach (ulong key in terms.Select(t => t.Key).Distinct())
        {
            if (!_byTerm.TryGetValue(key, out List<int>? row))
                continue;
            double weight = weights.Of(key);
            foreach (int id in row)
            {
                if (fits(_sentences[id].Day))
                    shared[id] = shared.GetValueOrDefault(id) + weight;
            }
        }
        (int Report, int Day)? best = null;
        double most = LeastShared;
        foreach (int id in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCompared).Select(s => s.Key))
        {
            TermOverlap overlap = TermOverlap.Of(terms, _sentences[id].Terms, weights);
            if (overlap.SharedWeight >= most && overlap.Containment >= LeastContained)
                (best, most) = ((_sentences[id].Report, _sentences[id].Day), overlap.SharedWeight + 1e-9);
        }
        return best;
    }
}
