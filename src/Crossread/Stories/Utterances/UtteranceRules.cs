// When two statements tell the same words.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Utterances;

/// <summary>When two statements tell the same words of one speaker.</summary>
internal static class UtteranceRules
{
    /// <summary>Least mean likeness of two groups of wordings that are joined.</summary>
    public const double Together = 0.33;

    // Weight of two content words of some rarity, and the share of both wordings, that the two must have in common.
    private const double _leastWeight = 7;
    private const double _leastWeightInOnePassage = 4.5;
    private const double _likeness = 0.5;
    private const double _likenessInOneText = 0.42;
    private const double _likenessInOnePassage = 0.33;
    private const double _likenessOfUnsureSpeakers = 0.7;
    private const double _verbatim = 0.85;

    // A statement is often dated by its report alone, a day late.
    private const int _daysApart = 1;

    // The likest pair of sentences, if they weigh enough to be told from another saying.
    private static double OfSentences(Said a, Said b, PileWeights weights)
    {
        const double leastWeight = 12, ofPart = 0.9;
        if (a.Sentences.IsEmpty && b.Sentences.IsEmpty)
            return 0;
        double best = 0;
        foreach (ImmutableArray<Term> first in a.Sentences.IsEmpty ? [a.Terms] : a.Sentences)
        {
            foreach (ImmutableArray<Term> second in b.Sentences.IsEmpty ? [b.Terms] : b.Sentences)
            {
                TermOverlap overlap = TermOverlap.Of(first, second, weights);
                if (overlap.SharedWeight >= leastWeight)
                    best = Math.Max(best, ofPart * overlap.Share * (0.85 + (0.15 * overlap.InOrder)));
            }
        }
        return best;
    }

    /// <summary>How like two wordings are, 0 to 1; 0 if they are not of one speaker, not of one time or too little like.</summary>
    public static double Likeness(Said a, Said b, PileWeights weights, Closeness closeness)
    {
        SpeakerMatch speakers = SpeakerMatching.Of(a, b, weights);
        if (speakers == SpeakerMatch.None && closeness != Closeness.OnePassage)
            return 0;
        TermOverlap overlap = TermOverlap.Of(a.Terms, b.Terms, weights);
        bool whole = overlap.Share >= 0.999 && overlap.Pairs.Length >= 2;
        if (overlap.SharedWeight < (closeness == Closeness.OnePassage ? _leastWeightInOnePassage : _leastWeight) && !whole)
            return 0;
        double likeness = Math.Max(Math.Max(overlap.Share, overlap.Containment * 0.8) * (0.85 + (0.15 * overlap.InOrder)), OfSentences(a, b, weights));
        if (a.Negated != b.Negated)
            likeness -= 0.2;
        double least = (speakers, closeness) switch
        {
            (SpeakerMatch.Same, Closeness.OnePassage) => _likenessInOnePassage,
            (SpeakerMatch.Same, Closeness.OneText) => _likenessInOneText,
            (SpeakerMatch.Same, _) or (_, Closeness.OnePassage) => _likeness,
            (SpeakerMatch.BothUnnamed, Closeness.OtherText) => _verbatim,
            _ => _likenessOfUnsureSpeakers,
        };
        if (a.Days is { } days && b.Days is { } others && days.To(others) > _daysApart)
            least = Math.Max(least, _verbatim);
        return likeness >= least ? likeness : 0;
    }
}
