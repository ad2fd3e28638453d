// How much two propositions share.
using System.Collections.Immutable;

namespace Crossread.Stories.Comparing;

/// <summary>What two lists of content words share, by weight.</summary>
/// <param name="Pairs">Pairs of indices of words that meet, ordered by the first; each word at most once.</param>
/// <param name="SharedWeight">Weight of the words that meet.</param>
/// <param name="FirstWeight">Weight of all words of the first.</param>
/// <param name="SecondWeight">Weight of all words of the second.</param>
/// <param name="InOrder">Share of the pairs that stand in the same order in both, 0 to 1.</param>
public sealed record TermOverlap(ImmutableArray<(int First, int Second)> Pairs, double SharedWeight, double FirstWeight, double SecondWeight, double InOrder)
{
    /// <summary>The share of both that meets, 0 to 1 (Dice).</summary>
    public double Share => FirstWeight + SecondWeight > 0 ? Math.Min(1, 2 * SharedWeight / (FirstWeight + SecondWeight)) : 0;

    /// <summary>The share of the lighter one that meets, 0 to 1: 1 where one holds the other.</summary>
    public double Containment => Math.Min(FirstWeight, SecondWeight) is > 0 and double least ? Math.Min(1, SharedWeight / least) : 0;

    /// <summary>Compares two lists of content words.</summary>
    public static TermOverlap Of(ImmutableArray<Term> first, ImmutableArray<Term> second, PileWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Of(new WeighedTerms(first, weights), new WeighedTerms(second, weights), weights);
    }

    /// <summary>Compares two lists of content words.</summary>
    internal static TermOverlap Of(WeighedTerms first, WeighedTerms second, PileWeights weights)
    {
        (int, int)[] pairs = new (int, int)[first.Terms.Length];
        (int count, double shared) = first.Meet(second, weights, pairs);
        ImmutableArray<(int, int)> found = [.. pairs.AsSpan(0, count)];
        return new TermOverlap(found, shared, first.Sum, second.Sum, count == 0 ? 0 : LongestRise(found) / (double)count);
    }

    /// <summary>Length of the longest part of the pairs that rises in both: patience sorting.</summary>
    internal static int LongestRise(ImmutableArray<(int First, int Second)> pairs)
    {
        List<int> tops = [];
        foreach ((_, int second) in pairs)
        {
            int at = tops.BinarySearch(second);
            at = at < 0 ? ~at : at;
            if (at == tops.Count)
                tops.Add(second);
            else
                tops[at] = second;
        }
        return tops.Count;
    }
}
