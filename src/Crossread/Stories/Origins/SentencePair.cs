// Two sentences that may come from one text.
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Origins;

/// <summary>Two sentences of two reports that share much.</summary>
/// <param name="First">The sentence of the first report.</param>
/// <param name="Second">The sentence of the second.</param>
/// <param name="Likeness">How much they share.</param>
internal sealed record SentencePair(SourceSentence First, SourceSentence Second, SentenceLikeness Likeness)
{
    /// <summary>What they share.</summary>
    public TermOverlap Overlap => Likeness.Overlap;

    /// <summary>How much they share, 0 to 1: of both, or nearly all of one that the other holds.</summary>
    public double Strength => Likeness.Strength;
}
