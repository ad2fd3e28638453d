// The signs that reported words are over: a clause or a cue of its own, a side clause, where and when it was said.
using Crossread.Language;

namespace Crossread.Statements;

internal static partial class ClauseEnds
{
    // A noun phrase and its past tense.
    private static bool OpensPast(ReportView view, int from, int last)
    {
        if (!OpensClause(view, from, last))
            return false;
        int t = from + 1;
        while (t <= last && !(view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
            t++;
        return t <= last && view.Tokens[t].Xpos is "VBD";
    }

    /// <summary>True for a noun phrase and its own finite verb, without a comma or a relative pronoun between.</summary>
    public static bool OpensClause(ReportView view, int from, int last)
    {
        if (view.Tokens[from].Upos is not (Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM) || view.Tokens[from].Xpos is "WDT" or "WP" or "WP$")
            return false;
        for (int t = from + 1; t <= last && t <= from + 12; t++)
        {
            if (view.Tokens[t].Xpos is "WDT" or "WP" or "WRB" || view.IsPunctuation(t) && view.Words.Form(t) is not ("-" or "." or "(" or ")") || view.Tokens[t].Upos is Upos.SCONJ)
                return false;
            if (view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    // "opposed the dam and left": a finite verb cannot be joined to a noun; it is joined to the cue.
    private static bool ActsAgain(ReportView view, int cue, int token)
    {
        Token again = view.Tokens[token];
        return again.Upos == Upos.VERB && view.Tokens[cue].Xpos == again.Xpos
            && (again.Xpos is "VBD" or "VBZ" or "VBP" || again.Xpos is "VBG" && CueList.Verbs.ContainsKey(again.Lemma));
    }

    // "and warned that", "but added, “…”": a second cue of the same source.
    private static bool SpeaksAgain(ReportView view, int first, int from, int last)
    {
        int t = from;
        while (t < last && view.Tokens[t].Upos is Upos.ADV or Upos.AUX or Upos.PART)
            t++;
        if (t > last || view.Tokens[t].Upos != Upos.VERB)
            return false;
        int before = first - 1;
        while (before > 0 && before > first - 8 && view.Tokens[before].Upos != Upos.VERB)
            before--;
        string tag = view.Tokens[t].Xpos;
        // "…, but did not name them": what was not told has not been told.
        if (tag is "VB" && before > 0 && view.Tokens[before].Xpos is "VBD" && t > from + 1 && view.Tree.Is(t - 2, "did") && (view.Tree.Is(t - 1, "not") || view.Tree.Is(t - 1, "n't")) && CueList.Withheld.ContainsKey(view.Tokens[t].Lemma))
            return true;
        if (!CueList.Verbs.TryGetValue(view.Tokens[t].Lemma, out Cue? cue) || cue.Kind != CueKind.Speech)
            return false;
        // "… but would not comment further"
        if (tag is "VB" && before > 0 && view.Tokens[before].Xpos is "VBD" && t > from + 1 && (view.Tree.Is(t - 1, "not") || view.Tree.Is(t - 1, "n't")) && !cue.Takes(CueShapes.NounPhrase))
            return true;
        if (t >= last || !cue.Takes(CueShapes.Clause | CueShapes.Infinitive))
            return false;
        if (view.Tree.Is(from - 1, "but") && cue.Takes(CueShapes.Addressee) && tag is "VBD" or "VBN" or "VBZ")
        {
            for (int k = t + 1; k <= last && k < t + 7; k++)
            {
                if (view.Tree.Is(k, "that") || view.QuotationOf(k) >= 0)
                    return true;
            }
        }
        // "…, but refused to show it"
        if (tag is "VBD" && before > 0 && view.Tokens[before].Xpos is "VBD" && cue.Takes(CueShapes.Infinitive) && view.Tree.Is(t + 1, "to") && view.Tree.Is(from - 2, ","))
            return true;
        if (!cue.Takes(CueShapes.Clause))
            return false;
        // "… and denied that it broke", where the tagger saw a participle
        if (tag is "VBN" && before > 0 && view.Tokens[before].Xpos is "VBD" && t == from && view.Tree.Is(t + 1, "that") && view.Tree.Child(t, Relation.Aux) < 0)
            return true;
        return tag is "VBD" or "VBZ" or "VBP" && before > 0 && view.Tokens[before].Xpos == tag
            && (view.Tree.Is(t + 1, "that") || view.QuotationOf(t + 1) >= 0 || view.Tree.Is(t + 1, ",") && t + 2 <= last && view.QuotationOf(t + 2) >= 0);
    }

    private static bool OpensVerb(ReportView view, int cue, int last)
    {
        int end = view.SentenceOf(cue).EndToken;
        for (int t = last + 1; t < end && t < last + 8; t++)
        {
            Token token = view.Tokens[t];
            if (token.Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ && view.QuotationOf(t) < 0 || token.Xpos is "WDT" or "WP")
                return false;
            if (token.Upos is Upos.AUX || token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" || t == last + 1 && token.Xpos is "VBG")
                return true;
        }
        return false;
    }

    // ", the troops of which"
    private static bool OfWhich(ReportView view, int from, int last)
    {
        for (int t = from + 1; t <= last && t <= from + 4; t++)
        {
            if (view.Tree.Is(t - 1, "of") && view.Tokens[t].Xpos is "WDT" or "WP")
                return true;
        }
        return false;
    }

    // Whether the clause goes on behind a side clause: a comma, then a verb of its own.
    private static bool Resumes(ReportView view, int from, int last)
    {
        bool comma = false;
        for (int t = from + 1; t <= last; t++)
        {
            if (view.Tree.Is(t, ","))
                comma = view.Tokens[Math.Min(t + 1, last)].Upos is not (Upos.CCONJ or Upos.SCONJ) && view.Tokens[Math.Min(t + 1, last)].Xpos is not ("VBG" or "VBN" or "WDT" or "WP");
            else if (comma && view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private static bool HasDay(ReportView view, int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (IsDay(view, t))
                return true;
        }
        return false;
    }

    /// <summary>True if a phrase says when, where or how the words were said: <c>in an interview</c>, <c>on Monday</c>.</summary>
    public static bool IsReportive(ReportView view, int preposition, int end)
    {
        for (int t = preposition + 1; t <= end && t <= preposition + 6; t++)
        {
            Token token = view.Tokens[t];
            if (token.Upos is Upos.NOUN or Upos.PROPN && CueList.Occasions.ContainsKey(token.Lemma.ToLowerInvariant()))
                return true;
            if (token.Upos is Upos.VERB or Upos.PUNCT)
                break;
        }
        return false;
    }
}
