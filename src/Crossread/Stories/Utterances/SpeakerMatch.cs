// Whether two statements may be of one speaker.
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Utterances;

/// <summary>How sure it is that two statements are of one speaker.</summary>
internal enum SpeakerMatch : byte
{
    /// <summary>They are of different speakers.</summary>
    None,

    /// <summary>Neither names a speaker.</summary>
    BothUnnamed,

    /// <summary>One of them names no speaker.</summary>
    Unnamed,

    /// <summary>One is of an office and the other of one who speaks for it.</summary>
    SpeaksFor,

    /// <summary>The same entity, or the same words.</summary>
    Same,
}

/// <summary>Compares the speakers of statements.</summary>
internal static class SpeakerMatching
{
    private const double _sameWords = 0.5;
    private const double _samePhrase = 0.8;

    /// <summary>How sure it is that the two are of one speaker.</summary>
    public static SpeakerMatch Of(Said a, Said b, PileWeights weights)
    {
        if (a.Speaker is not null && a.Speaker == b.Speaker)
            return SpeakerMatch.Same;
        if (a.SpeakerTerms.Length > 0 && b.SpeakerTerms.Length > 0)
        {
            // Long phrases that say the same name one speaker, whatever name in them was taken for his.
            TermOverlap overlap = TermOverlap.Of(a.SpeakerTerms, b.SpeakerTerms, weights);
            bool named = a.Speaker is not null && b.Speaker is not null;
            if (named ? overlap.Pairs.Length >= 2 && overlap.Share >= _samePhrase : overlap.Share >= _sameWords || overlap.Containment >= 0.95)
                return SpeakerMatch.Same;
        }
        if (a.Speaker is int x && b.Speaker is int y)
            return Names(a, y) || Names(b, x) ? SpeakerMatch.SpeaksFor : SpeakerMatch.None;
        if (a.SpeakerTerms.Length > 0 && b.SpeakerTerms.Length > 0)
            return SpeakerMatch.None;
        return a.Speaker is null && b.Speaker is null && a.SpeakerTerms.Length == b.SpeakerTerms.Length ? SpeakerMatch.BothUnnamed : SpeakerMatch.Unnamed;
    }

    // "palace spokesman Edvar Tellmark" names the palace.
    private static bool Names(Said said, int entity)
    {
        foreach (Term term in said.SpeakerTerms)
        {
            if (term.Entity != 0 && term.Entity == default(Term).Naming(entity).Entity)
                return true;
        }
        return false;
    }
}
