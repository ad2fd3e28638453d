// Finds like sentences of different reports through an index of words.
using System.Collections.Concurrent;
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
    private readonly int[] _reports;
    private readonly WeighedTerms[] _terms;
    private readonly PileWeights _weights;
    private readonly Dictionary<ulong, List<int>> _postings = [];
    private readonly ConcurrentDictionary<(ulong First, ulong Second), SentenceLikeness> _compared = new();

    /// <summary>Indexes the sentences.</summary>
    public SentenceIndex(SourceSentence[] sentences, PileWeights weights)
    {
        _sentences = sentences;
        _reports = [.. sentences.Select(s => s.Report)];
        _weights = weights;
        _terms = [.. sentences.Select(s => new WeighedTerms(s.Terms, weights))];
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
    /// <param name="room">Working memory; one a thread.</param>
    public List<SentencePair> Like(int sentence, double leastStrength, Room room)
    {
        SourceSentence here = _sentences[sentence];
        for (int t = 0; t < here.Terms.Length; t++)
        {
            foreach (ulong key in here.Terms[t].Keys)
                Meet(key, here.Report, t, room);
        }
        List<Candidate> near = [];
        foreach (int other in room.Touched)
        {
            if (room.Scores[other] >= _leastShared)
                near.Add(new Candidate(room.Scores[other], other));
            room.Scores[other] = 0;
            room.MetBy[other] = -1;
        }
        room.Touched.Clear();
        near.Sort();
        List<SentencePair> pairs = [];
        for (int n = 0; n < near.Count && n < _mostCandidates; n++)
        {
            int other = near[n].Sentence;
            // Most candidates end here: nothing is made of them.
            (int count, double shared) = _terms[other].Meet(_terms[sentence], _weights, room.Pairs);
            if (count < 2 || shared < _leastShared || SentenceLikeness.MostStrength(shared, _terms[other], _terms[sentence]) < leastStrength)
                continue;
            SentencePair pair = new(_sentences[other], here, Likeness(other, sentence));
            if (pair.Strength >= leastStrength)
                pairs.Add(pair);
        }
        return pairs;
    }

    private SentenceLikeness Likeness(int first, int second) => _compared.GetOrAdd(
        (_sentences[first].Content, _sentences[second].Content),
        _ => SentenceLikeness.Of(_sentences[first], _terms[first], _sentences[second], _terms[second], _weights));

    private void Post(ulong key, int sentence)
    {
        ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, key, out _);
        list ??= [];
        if (list.Count < _mostPostings && (list.Count == 0 || list[^1] != sentence))
            list.Add(sentence);
    }

    // The most telling first, then the first of the pile.
    private readonly record struct Candidate(double Score, int Sentence) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => Score != other.Score ? other.Score.CompareTo(Score) : Sentence.CompareTo(other.Sentence);
    }

    /// <summary>Working memory of one thread: how much each sentence shares so far, and by which of the words it was met last.</summary>
    internal sealed class Room(SentenceIndex index)
    {
        public double[] Scores { get; } = new double[index._sentences.Length];

        public int[] MetBy { get; } = [.. Enumerable.Repeat(-1, index._sentences.Length)];

        public (int First, int Second)[] Pairs { get; } = new (int, int)[index._terms.Select(t => t.Weights.Length).DefaultIfEmpty().Max()];

        public List<int> Touched { get; } = [];
    }

    private void Meet(ulong key, int report, int term, Room room)
    {
        if (!_postings.TryGetValue(key, out List<int>? list))
            return;
        double weight = _weights.Of(key);
        foreach (int other in list)
        {
            // The lists rise, so that the reports before this one come first.
            if (_reports[other] >= report)
                break;
            if (room.MetBy[other] == term)
                continue;
            if (room.MetBy[other] < 0)
                room.Touched.Add(other);
            room.MetBy[other] = term;
            room.Scores[other] += weight;
        }
    }
}
