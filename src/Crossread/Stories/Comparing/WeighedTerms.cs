// Content words made ready for many comparisons.
using System.Collections.Immutable;

namespace Crossread.Stories.Comparing;

/// <summary>Content words with what each weighs in its pile, worked out once for all comparisons.</summary>
internal sealed class WeighedTerms
{
    private readonly ulong[] _marks;
    private readonly ulong _allMarks;

    /// <summary>Weighs the words.</summary>
    public WeighedTerms(ImmutableArray<Term> terms, PileWeights weights)
    {
        Terms = terms;
        Weights = new double[terms.Length];
        _marks = new ulong[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            Sum += Weights[i] = weights.Of(terms[i].Key);
            foreach (ulong key in terms[i].Keys)
                _marks[i] |= 1UL << (int)(key % 64);
            _allMarks |= _marks[i];
        }
    }

    /// <summary>The words.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>What each weighs.</summary>
    public double[] Weights { get; }

    /// <summary>What all weigh.</summary>
    public double Sum { get; }

    /// <summary>
    /// Finds the words that meet, each at most once: for each of these words the next free one of the others, from behind the one that was met last,
    /// then from the start.
    /// </summary>
    /// <param name="others">The other words.</param>
    /// <param name="weights">The weights of the pile.</param>
    /// <param name="pairs">Takes the pairs of indices, ordered by the first; as long as these words or longer.</param>
    /// <returns>How many pairs there are, and what they weigh.</returns>
    public (int Count, double Shared) Meet(WeighedTerms others, PileWeights weights, Span<(int First, int Second)> pairs)
    {
        ReadOnlySpan<Term> first = Terms.AsSpan(), second = others.Terms.AsSpan();
        Span<bool> taken = second.Length <= 256 ? stackalloc bool[second.Length] : new bool[second.Length];
        taken.Clear();
        double shared = 0;
        int count = 0, after = 0;
        for (int i = 0; i < first.Length; i++)
        {
            // A filter after Bloom (1970) of 64 bits: most words meet none, and most of those stop here.
            if ((_marks[i] & others._allMarks) == 0)
                continue;
            int hit = Next(first[i], second, taken, after, second.Length);
            if (hit < 0)
                hit = Next(first[i], second, taken, 0, after);
            if (hit < 0)
                continue;
            taken[hit] = true;
            after = hit + 1;
            pairs[count++] = (i, hit);
            shared += first[i].Key == second[hit].Key ? Weights[i] : weights.OfMeeting(first[i], second[hit]);
        }
        return (count, shared);
    }

    private static int Next(in Term term, ReadOnlySpan<Term> second, ReadOnlySpan<bool> taken, int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            if (!taken[j] && term.Meets(second[j]))
                return j;
        }
        return -1;
    }
}
