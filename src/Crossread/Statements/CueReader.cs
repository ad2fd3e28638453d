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
            // What only leads up to this verb: "continued to", "went on to", "began", "is likely to", "was quick to".
            if (view.Tokens[top].Head is var lead && lead >= start && lead < first && LeadsTo(view, lead, top) && OnlyLightBetween(view, lead, first))
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

    /// <summary>What the list says of this verb, with its particle or complement if that makes another cue (<c>point out</c>, <c>make clear</c>); null if it is no cue.</summary>
    public static Cue? Of(ReportView view, int verb)
    {
        string lemma = view.Tokens[verb].Lemma;
        if (CueList.FirstWords.TryGetValue(lemma, out Cue[]? longer) && Partner(view, verb, longer) is { } found)
            return found.Cue;
        // A rare verb may have lost a letter of its dictionary form: "opined", "opin".
        return CueList.Verbs.GetValueOrDefault(lemma) ?? (view.Tokens[verb].Xpos is "VBD" or "VBZ" ? CueList.Forms.GetValueOrDefault(view.Words.Form(verb).ToString()) : null);
    }

    /// <summary>Last word of the cue: the verb, its particle, or the word that makes it a cue.</summary>
    public static int Last(ReportView view, int verb)
    {
        if (CueList.FirstWords.TryGetValue(view.Tokens[verb].Lemma, out Cue[]? longer) && Partner(view, verb, longer) is { } found)
            return found.Word;
        int particle = view.Tree.Child(verb, Relation.CompoundPrt);
        return particle == verb + 1 ? particle : verb;
    }

    /// <summary>"said in a statement": the paper joins the cue if the content follows it or stands before the verb.</summary>
    public static int WithStatement(ReportView view, int last, Draft draft)
    {
        if (last + 3 >= view.Tokens.Length || !view.Tree.Is(last + 1, "in") || !view.Tree.Is(last + 2, "a"))
            return last;
        int noun = view.Tree.Is(last + 3, "statement") ? last + 3 : last + 4;
        return noun < view.Tokens.Length && view.Tree.Is(noun, "statement") && !(draft.Content.Count > 0 && draft.Content[^1].Contains(view.Tokens[noun].Span)) ? noun : last;
    }

    // "point out", "make (it) clear", "take issue"
    private static (Cue Cue, int Word)? Partner(ReportView view, int verb, Cue[] longer)
    {
        int next = verb + 1;
        if (next < view.Tokens.Length && view.Tree.Is(next, "it"))
            next++;
        if (next >= view.Tokens.Length)
            return null;
        foreach (Cue cue in longer)
        {
            ReadOnlySpan<char> partner = cue.Word.AsSpan(cue.Word.IndexOf(' ', StringComparison.Ordinal) + 1);
            if (view.Words.Form(next).Equals(partner, StringComparison.OrdinalIgnoreCase))
                return (cue, next);
            if (next > verb + 1 && partner is "it")
                return (cue, verb + 1);
        }
        return null;
    }

    /// <summary>True for verbs that only lead up to the next one.</summary>
    public static bool LeadsUp(string lemma) => CueList.LeadingVerbs.ContainsKey(lemma);

    private static bool LeadsTo(ReportView view, int lead, int verb)
    {
        Token token = view.Tokens[lead];
        return token.Upos switch
        {
            Upos.ADJ => view.Tokens[verb] is { Relation: Relation.Xcomp or Relation.Ccomp or Relation.Advcl, Xpos: "VB" } && view.Tree.Child(lead, Relation.Cop) is >= 0 and var copula && copula < lead
                && view.Tree.Child(lead, Relation.Expl) < 0 && !CueList.Adjectives.ContainsKey(token.Lemma),
            _ => view.Tokens[verb].Relation == Relation.Xcomp && LeadsUp(token.Lemma) && view.Tree.Child(lead, Relation.Obj) < 0,
        };
    }

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
