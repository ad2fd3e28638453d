// Finds like sentences of different reports through an index of words.
using System.Runtime.InteropServices;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Origins;

/// <summary>Finds pairs of like sentences. A word leads to a bounded number of sentences, the first ones, so the search stays near-linear in the size of the pile.</summary>
internal sealed class SentenceIndex
{
    private const int _mostPostings = 96;
    private const int _mostCandidates = 48;
    private const double _leastShared = 5;

    private readonly SourceSentence[] _sentences;
    private readonly PileWeights _weights;
    private readonly Dictionary<ulong, List<int>> _postings = [];

    /// <summary>Indexes the sentences.</summary>
    public SentenceIndex(SourceSentence[] sentences, PileWeights weights)
    {
        _sentences = sentences;
        _weights = weights;
        for (int i = 0; i < sentences.Length; i++)
        {
            foreach (Term term in sentences[i].Terms)
            {
                foreach (ulong key in term.Keys)
                    Post(key, i);
            }
        }
    }

    /// <summary>The pairs of like sentences in which this one is of the later report, best first.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="leastStrength">Pairs weaker than this are left out.</param>
    public List<SentencePair> Like(int sentence, double leastStrength)
    {
        SourceSentence here = _sentences[sentence];
        Dictionary<int, double> scores = [];
        HashSet<int> metByThis = [];
        foreach (Term term in here.Terms)
        {
            metByThis.Clear();
            foreach (ulong key in term.Keys)
                Meet(key, here, scores, metByThis);
        }
        List<SentencePair> pairs = [];
        foreach (int other in scores.Where(s => s.Value >= _leastShared).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(_mostCandidates).Select(s => s.Key))
        {
            SentencePair pair = new(_sentences[other], here, TermOverlap.Of(_sentences[other].Terms, here.Terms, _weights));
            if (pair.Overlap.Pairs.Length >= 2 && pair.Overlap.SharedWeight >= _leastShared && pair.Strength >= leastStrength)
                pairs.Add(pair);
        }
        return pairs;
    }

    private void Post(ulong key, int sentence)
    {
        ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, key, out _);
        list ??= [];
        if (list.Count < _mostPostings && (list.Count == 0 || list[^1] != sentence))
            list.Add(sentence);
    }

    private void Meet(ulong key, SourceSentence here, Dictionary<int, double> scores, HashSet<int> met)
    {
        if (!_postings.TryGetValue(key, out List<int>? list))
            return;
        double weight = _weights.Of(key);
        foreach (int other in list)
        {
            if (_sentences[other].Report < here.Report && met.Add(other))
                scores[other] = scores.GetValueOrDefault(other) + weight;
        }
    }
}
