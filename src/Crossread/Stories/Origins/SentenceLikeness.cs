// How much two sentences share, worked out once for all their copies.
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Origins;

/// <summary>How much two sentences share. It depends on their words alone, so that a hundred copies of two sentences are compared once.</summary>
/// <param name="Overlap">What they share.</param>
/// <param name="Quoted">Weight of the quoted words of the first, of the second, and of those that meet.</param>
/// <param name="Own">The same for the words outside quotation marks.</param>
internal sealed record SentenceLikeness(
    TermOverlap Overlap, (double First, double Second, double Shared) Quoted, (double First, double Second, double Shared) Own)
{
    /// <summary>How much they share, 0 to 1: of both, or nearly all of one that the other holds.</summary>
    public double Strength { get; } = Math.Max(Overlap.Share, Overlap.Containment * 0.75) * (0.8 + (0.2 * Overlap.InOrder));

    /// <summary>Compares two sentences.</summary>
    public static SentenceLikeness Of(SourceSentence first, SourceSentence second, PileWeights weights)
    {
        TermOverlap overlap = TermOverlap.Of(first.Terms, second.Terms, weights);
        return new SentenceLikeness(overlap, Weigh(first, second, overlap, weights, quoted: true), Weigh(first, second, overlap, weights, quoted: false));
    }

    private static (double First, double Second, double Shared) Weigh(SourceSentence first, SourceSentence second, TermOverlap overlap, PileWeights weights, bool quoted)
    {
        double one = 0, other = 0, shared = 0;
        for (int i = 0; i < first.Terms.Length; i++)
            one += first.Quoted[i] == quoted ? weights.Of(first.Terms[i].Key) : 0;
        for (int i = 0; i < second.Terms.Length; i++)
            other += second.Quoted[i] == quoted ? weights.Of(second.Terms[i].Key) : 0;
        foreach ((int a, int b) in overlap.Pairs)
            shared += first.Quoted[a] == quoted && second.Quoted[b] == quoted ? weights.Of(first.Terms[a].Key) : 0;
        return (one, other, shared);
    }
}
