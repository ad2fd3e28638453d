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
    /// <param name="first">The first.</param>
    /// <param name="firstTerms">Its content words.</param>
    /// <param name="second">The second.</param>
    /// <param name="secondTerms">Its content words.</param>
    /// <param name="weights">The weights of the pile.</param>
    public static SentenceLikeness Of(SourceSentence first, WeighedTerms firstTerms, SourceSentence second, WeighedTerms secondTerms, PileWeights weights)
    {
        TermOverlap overlap = TermOverlap.Of(firstTerms, secondTerms, weights);
        (double First, double Second, double Shared) Weigh(bool quoted) => (
            Sum(first, firstTerms, quoted), Sum(second, secondTerms, quoted),
            overlap.Pairs.Where(p => first.Quoted[p.First] == quoted && second.Quoted[p.Second] == quoted).Sum(p => firstTerms.Weights[p.First]));
        return new SentenceLikeness(overlap, Weigh(quoted: true), Weigh(quoted: false));
    }

    /// <summary>The most that two sentences can come to which share this weight: as if all were in one order.</summary>
    public static double MostStrength(double shared, WeighedTerms first, WeighedTerms second) =>
        Math.Max(2 * shared / (first.Sum + second.Sum), 0.75 * shared / Math.Min(first.Sum, second.Sum));

    private static double Sum(SourceSentence sentence, WeighedTerms terms, bool quoted)
    {
        double sum = 0;
        for (int i = 0; i < terms.Weights.Length; i++)
            sum += sentence.Quoted[i] == quoted ? terms.Weights[i] : 0;
        return sum;
    }
}
