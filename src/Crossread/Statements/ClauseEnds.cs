// Where reported words end: what a parser cut off is taken back, what the reporter adds is left out.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Draws the right border of reported clauses.</summary>
internal static partial class ClauseEnds
{
    /// <summary>First and last word of a content that stands behind its cue, with what the parser cut off and without what the reporter adds.</summary>
    /// <param name="view">The report.</param>
    /// <param name="cue">The cue's list entry.</param>
    /// <param name="verb">The cue verb.</param>
    /// <param name="cueLast">Last word of the cue.</param>
    /// <param name="first">First word of the content so far.</param>
    /// <param name="last">Last word of the content so far.</param>
    /// <param name="clausal">True for a clause, false for a noun phrase or an infinitive.</param>
    public static (int First, int Last) Draw(ReportView view, Cue? cue, int verb, int cueLast, int first, int last, bool clausal)
    {
        first = Opening(view, cue, cueLast, first, last);
        // "announced | $5 million more | was being sent": what looks like an object is a subject.
        if (!clausal && cue is not null && cue.Takes(CueShapes.Clause) && OpensVerb(view, verb, last))
            clausal = true;
        last = ClauseReach.Extend(view, verb, first, last, clausal);
        return (first, Cut(view, verb, first, last, clausal));
    }

    // The content opens right behind the cue, past the day, the place and the person told.
    private static int Opening(ReportView view, Cue? cue, int cueLast, int first, int last)
    {
        int from = cueLast + 1;
        // "warned the strike “threatens us”": where the content so far opens with its verb, what stands before it is no hearer but the subject.
        int word = first < last && view.IsPunctuation(first) ? first + 1 : first;
        if (from < first && (cue is null || !cue.Takes(CueShapes.Addressee) || view.Tokens[word].Xpos is "VBZ" or "VBD" or "VBP" or "MD") && view.QuotationOf(from) == view.QuotationOf(cueLast))
        {
            Token token = view.Tokens[from];
            if (token.Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.PRON or Upos.SCONJ && !IsDay(view, from) && NoBreak(view, from, first))
                first = from;
        }
        // "said on Friday he met": the parser counted the day in.
        int t = first;
        if (t == cueLast + 1 && view.BehindTime(t) is var behind && behind > t && behind < last && view.Tree.Is(behind, "that"))
            return behind;
        if (t == cueLast + 1 && t + 2 < view.Tokens.Length && view.Tokens[t].Lemma is "late" or "early" or "on" or "later" && IsDay(view, t + 1))
            t += 2;
        else if (t == cueLast + 1 && t + 1 < view.Tokens.Length && IsDay(view, t) && !view.Tree.Is(t + 1, "'s") && !view.Tree.Is(t + 1, "’s"))
            t++;
        else if (t == cueLast + 1 && view.Tokens[t].Lemma is "later" or "recently" or "earlier")
            t++;
        if (t > first && t < last && view.Tokens[t].Lemma is "night" or "morning" or "evening" or "afternoon")
            t++;
        return t > first && t < last && view.Tokens[t].Upos is Upos.PRON or Upos.DET or Upos.SCONJ or Upos.PROPN or Upos.NOUN or Upos.PART or Upos.ADJ or Upos.NUM ? t : first;
    }

    internal static bool IsDay(ReportView view, int token) => token < view.Tokens.Length && CueList.Days.ContainsKey(view.Tokens[token].Lemma.ToLowerInvariant());

    private static bool NoBreak(ReportView view, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (view.IsPunctuation(t) && view.Words.Form(t) is not ("“" or "\"" or "‘" or "''" or "(" or ")" or "-"))
                return false;
        }
        return true;
    }

    // A participle that reports again ends the words before it: ", adding that". So does a closing mark behind a comma.
    private static int Cut(ReportView view, int verb, int first, int last, bool clausal)
    {
        last = BeforeMainClause(view, verb, first, last);
        if (PlainReader.ClosingReport(view, verb, first, last) is >= 0 and var comma)
            last = comma - 1;
        last = clausal ? BeforeNextReport(view, verb, first, last) : BeforeNextClause(view, first, last);
        for (int t = first + 2; t < last; t++)
        {
            if (view.Tokens[t - 1].Upos == Upos.CCONJ && view.QuotationOf(t) < 0 && (SpeaksAgain(view, first, t, last) || !clausal && ActsAgain(view, verb, t)))
                return view.Tree.Is(t - 2, ",") ? t - 3 : t - 2;
            if (!view.Tree.Is(t - 1, ","))
            {
                if (t > first + 2 && view.QuotationOf(t - 1) is var q && q >= 0 && view.QuotationOf(t) != q && view.Quotations[q].Span.Start >= view.Tokens[first].Span.Start
                    && view.Quotations[q].Inner.Length > 0 && view.Text[view.Quotations[q].Inner.End - 1] == ',' && (view.Tokens[t].Upos is Upos.ADP && IsReportive(view, t, last) || view.Tokens[t].Xpos is "VBG" || view.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.DET || view.Tokens[t].Upos is Upos.SCONJ && view.Tokens[t].Lemma is "as" or "while" or "after" or "though" or "although"))
                {
                    return t - 1;
                }
                continue;
            }
            if (view.Tokens[t].Xpos == "VBG" && view.QuotationOf(t) < 0 && CueList.Verbs.TryGetValue(view.Tokens[t].Lemma, out Cue? cue)
                && cue.Kind == CueKind.Speech && cue.Word is not ("offer" or "share" or "put" or "begin" or "continue"))
            {
                return t - 2;
            }
            if ((view.Tree.Is(t, "though") || view.Tree.Is(t, "although")) && view.QuotationOf(t) < 0 && !Resumes(view, t, last) && PlainReader.HasVerb(view, first, t - 1))
                return t - 2;
        }
        // "to confront them, raising fears of war": what comes of it.
        if (view.Tree.Is(first, "to"))
        {
            for (int t = first + 3; t < last; t++)
            {
                if (view.Tree.Is(t - 1, ",") && view.QuotationOf(t) < 0 && view.Tokens[t].Xpos is "VBG")
                    return t - 2;
            }
        }
        // ", which …", ", where …", ", considered the gate to …": what the reporter adds to the last name.
        for (int t = first + 3; t < last; t++)
        {
            if (view.Tree.Is(t - 1, ",") && view.QuotationOf(t) < 0 && view.Tokens[t].Xpos is "WDT" or "WP" or "WP$" or "VBN" || view.Tree.Is(t - 1, ",") && (view.Tree.Is(t, "where") || OfWhich(view, t, last)
                || view.Tokens[t].Xpos == "VBD" && view.Tokens[Math.Min(t + 1, last)].Upos is Upos.DET))
            {
                if (!Resumes(view, t, last) && (!clausal || PlainReader.HasVerb(view, first, t - 1)))
                    return t - 2;
            }
        }
        for (int t = first + 2; t < last; t++)
        {
            if (view.Tree.Is(t, ";") && view.QuotationOf(t) == view.QuotationOf(first) && PlainReader.HasVerb(view, t, last + 1))
                return t - 1;
        }
        // "to win them over as the minister toured the coast": what happened meanwhile is the reporter's.
        for (int t = first + 3; t + 1 < last; t++)
        {
            if (view.Tree.Is(first, "to") && (view.Tree.Is(t, "as") || view.Tree.Is(t, "while")) && view.QuotationOf(t) < 0 && OpensPast(view, t + 1, last))
                return view.Tree.Is(t - 1, ",") ? t - 2 : t - 1;
            if (view.Tree.Is(t, "as") && view.QuotationOf(t) < 0 && view.Tokens[t + 1].Xpos == "PRP" && view.Tokens[t + 2].Xpos is "VBD" or "VBZ" or "VBP")
                return t - 1;
        }
        // "denied backing the general in an apparent bid to win": what only appears is the reporter's.
        for (int t = first + 2; t + 2 < last; t++)
        {
            if (!clausal && view.Tree.Is(t, "in") && view.Tree.Is(t + 1, "an") && view.Tree.Is(t + 2, "apparent") && view.QuotationOf(t) < 0)
                return t - 1;
        }
        // "… if she wins in an interview": where it was said.
        for (int t = last - 1; t > first + 2 && t > last - 10; t--)
        {
            if (view.Tokens[t].Upos == Upos.ADP && !IsDay(view, t + 1) && view.Tree.Right(t) <= last && IsReportive(view, t, last) && !HasDay(view, t, last)
                && view.Tokens[t].Head is var noun && noun > t && noun <= last && CueList.Occasions.ContainsKey(view.Tokens[noun].Lemma.ToLowerInvariant()) && view.Tree.Is(t, "in") | view.Tree.Is(t, "during") | view.Tree.Is(t, "on"))
            {
                return t - 1;
            }
        }
        return last;
    }

    // "While she said the dam held, the council voted": the content of a leading side clause ends where the main clause begins.
    private static int BeforeMainClause(ReportView view, int verb, int first, int last)
    {
        Sentence sentence = view.SentenceOf(verb);
        int opens = sentence.FirstToken;
        while (opens < verb && (view.Tokens[opens].Upos is Upos.CCONJ or Upos.ADV && view.Tokens[opens].Xpos is not "WRB" || view.Tree.Is(opens, ",")))
            opens++;
        if (opens >= verb || !(view.Tokens[opens].Upos is Upos.SCONJ || view.Tree.Is(opens, "when")) || view.Tree.Is(opens, "that") || view.QuotationOf(opens) >= 0)
            return last;
        for (int t = opens + 1; t < verb; t++)
        {
            if (view.Tree.Is(t, ",") && t + 1 < verb && view.Tokens[t + 1].Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ)
                return last; // the cue already stands in the main clause
        }
        for (int t = first + 1; t < last - 1; t++)
        {
            if (view.Tree.Is(t, ",") && view.QuotationOf(t) < 0 && OpensClause(view, t + 1, last))
                return t - 1;
        }
        return last;
    }

    // "said the dam held, and the council accused her of": a cue in the first one's tense with a subject of its own reports anew.
    private static int BeforeNextReport(ReportView view, int verb, int first, int last)
    {
        if (view.Tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return last;
        for (int t = first + 2; t < last - 2; t++)
        {
            if (view.Tokens[t].Upos is not Upos.CCONJ || view.QuotationOf(t) >= 0 || view.Tree.Is(t + 1, "that") || !OpensClause(view, t + 1, last))
                continue;
            int next = t + 2;
            while (next < last && !(view.Tokens[next].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
                next++;
            if (view.Tokens[next].Xpos == view.Tokens[verb].Xpos && view.Tokens[next].Upos is Upos.VERB && view.Tokens[verb].Xpos is "VBD"
                && CueList.Verbs.TryGetValue(view.Tokens[next].Lemma, out Cue? cue) && cue.Kind is CueKind.Speech && PlainReader.HasVerb(view, first, t))
            {
                return view.Tree.Is(t - 1, ",") ? t - 2 : t - 1;
            }
        }
        return last;
    }

    // "They want a dam, and the council wants a road": a noun phrase is not joined to a clause.
    private static int BeforeNextClause(ReportView view, int first, int last)
    {
        for (int t = first + 1; t < last - 1; t++)
        {
            if (view.Tokens[t].Upos is Upos.CCONJ && view.QuotationOf(t) < 0 && view.Tokens[t + 1].Xpos is not ("VBG" or "VBN" or "TO" or "IN") && OpensClause(view, t + 1, last)
                && (view.Tree.Is(t - 1, ",") || !PlainReader.HasVerb(view, first, t)))
            {
                return view.Tree.Is(t - 1, ",") ? t - 2 : t - 1;
            }
        }
        return last;
    }
}
