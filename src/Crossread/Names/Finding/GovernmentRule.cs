// Whether a place's name stands for its government.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>Tells by the grammar whether a place acts: it says, denies, decides, sends.</summary>
internal static class GovernmentRule
{
    /// <summary>True if the place is the subject of a verb of saying or deciding.</summary>
    public static bool Acts(NameDraft draft, NameSpan span)
    {
        (int _, int to) = draft.Sentence(span.First);
        for (int i = span.First; i <= span.Last; i++)
        {
            Token token = draft.Text.Tokens[i];
            if (token.Head >= 0 && token.Relation is Relation.Nsubj or Relation.NsubjPass && (draft.Class(token.Head) & WordClass.Speech) != 0
                && draft.Text.Tokens[token.Head].Upos is Upos.VERB or Upos.AUX or Upos.X)
            {
                return true;
            }
        }
        return BeforeVerb(draft, span, to);
    }

    // Where the heads go wrong, as in headlines: the verb follows at once or behind an auxiliary, and no preposition stands before the name.
    private static bool BeforeVerb(NameDraft draft, NameSpan span, int to)
    {
        if (draft.Form(span.First - 1) is "in" or "of" or "to" or "from" or "at" or "near" or "on" or "for" or "with" or "by" or "between" or "and")
            return false;
        if (draft.Text.Tokens[span.First].Relation is Relation.Nmod or Relation.Obl or Relation.Obj)
            return false;
        for (int i = span.Last + 1; i < to && i < span.Last + 5; i++)
        {
            if ((draft.Class(i) & WordClass.Speech) != 0 && draft.Shape(i) is WordShape.Lower or WordShape.Capital)
                return true;
            if (draft.Form(i) is not ("has" or "had" or "is" or "was" or "will" or "would" or "may" or "might" or "could" or "should" or "not" or "also" or "never" or "repeatedly" or "again" or "long" or "been" or "have" or "n't" or "does" or "did" or "quickly" or "formally" or "immediately"))
                return false;
        }
        return false;
    }
}
