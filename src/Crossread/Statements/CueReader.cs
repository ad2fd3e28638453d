// Draws the borders of a cue: auxiliaries, negation and adverbs before it, particle and preposition behind it.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Draws the borders of a verbal cue.</summary>
internal static class CueReader
{
    /// <summary>First word of the cue that this verb heads: its auxiliaries, negation, adverbs, and the verbs that lead up to it (<c>went on to say</c>).</summary>
    public static int First(ReportView view, int verb)
    {
        int first = verb, top = verb;
        int start = view.SentenceOf(verb).FirstToken;
        while (first > start)
        {
            int before = first - 1;
            Token token = view.Tokens[before];
            bool mine = token.Head == top || token.Head == verb || token.Head == first
                || token.Head > before && token.Head <= verb && token.Head >= first;
            bool light = token.Relation is Relation.Aux or Relation.AuxPass or Relation.Cop || token.Relation == Relation.Advmod && IsLight(view, before)
                || token.Upos == Upos.PART || token.Xpos == "MD";
            if (mine && light)
            {
                first = before;
                continue;
            }
            // A verb that only leads up to this one: "continued to", "went on to", "began".
            if (view.Tokens[top].Relation == Relation.Xcomp && view.Tokens[top].Head is var lead && lead >= start && lead < first
                && LeadsUp(view.Tokens[lead].Lemma) && view.Tree.Child(lead, Relation.Obj) < 0 && OnlyLightBetween(view, lead, first))
            {
                top = lead;
                first = lead;
                continue;
            }
            break;
        }
        while (first < verb && view.Tokens[first].Relation == Relation.Advmod && view.Tokens[first].Xpos is "WRB")
            first++;
        return first;
    }

    /// <summary>Last word of the cue: the verb, or its particle.</summary>
    public static int Last(ReportView view, int verb)
    {
        int particle = view.Tree.Child(verb, Relation.CompoundPrt);
        return particle == verb + 1 ? particle : verb;
    }

    /// <summary>True for verbs that only lead up to the next one.</summary>
    public static bool LeadsUp(string lemma) => CueList.LeadingVerbs.ContainsKey(lemma);

    private static bool IsLight(ReportView view, int token) =>
        view.Tree.Left(token) == token && view.Tree.Right(token) == token && view.Tokens[token].Upos is Upos.ADV or Upos.PART or Upos.ADJ;

    private static bool OnlyLightBetween(ReportView view, int lead, int first)
    {
        for (int t = lead + 1; t < first; t++)
        {
            if (view.Tokens[t].Upos is not (Upos.PART or Upos.ADP or Upos.ADV))
                return false;
        }
        return true;
    }
}
