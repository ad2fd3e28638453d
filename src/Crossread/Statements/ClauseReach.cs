// How far a reported clause or noun phrase reaches: what a parser cut off is taken back.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Takes back what a parser cut off the right end of a content.</summary>
internal static class ClauseReach
{
    /// <summary>The last word of a reported clause.</summary>
    /// <param name="view">The report.</param>
    /// <param name="cue">The cue verb, before the clause.</param>
    /// <param name="first">First word of the clause.</param>
    /// <param name="last">Last word of the clause so far.</param>
    /// <param name="clausal">True for a clause, false for a noun phrase.</param>
    public static int Extend(ReportView view, int cue, int first, int last, bool clausal = true)
    {
        Sentence sentence = view.SentenceOf(cue);
        int end = sentence.EndToken - 1;
        if (view.Tokens[first].Span.Start >= sentence.Span.End)
            return last;
        int quotation = view.QuotationOf(cue);
        for (int guard = 0; guard < 40 && last < end; guard++)
        {
            int next = last + 1;
            if (view.QuotationOf(next) != quotation && quotation >= 0)
                return last;
            Token token = view.Tokens[next];
            if (view.QuotationOf(next) is var inner && inner >= 0 && view.QuotationOf(last) == inner)
            {
                last = next; // never end inside marks that opened inside
                continue;
            }
            if (view.QuotationOf(next) is var opened && opened >= 0 && view.QuotationOf(last) != opened && view.Tokens[next].Span.Start == view.Quotations[opened].Span.Start)
            {
                while (next < end && view.QuotationOf(next + 1) == opened)
                    next++;
                last = next; // words that run into a quotation without a comma end with it
                continue;
            }
            if (token.Upos == Upos.PUNCT)
            {
                int grown = AfterPunctuation(view, next, end);
                // "that the accounts, left alone, may": a clause is not over before its verb.
                if (grown <= last && clausal && next + 1 < end && view.Tree.Is(next, ",") && Unfinished(view, first, last))
                    grown = next + 1;
                if (grown <= last)
                    return last;
                last = grown;
                continue;
            }
            if (!clausal && token.Upos is Upos.NOUN or Upos.PROPN && (view.Tokens[last].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET || ClosesMark(view, last)) && !ClauseEnds.IsDay(view, next))
            {
                last = Math.Max(next, Math.Min(end, view.Tree.Right(next))); // a compound that the parser cut in two
                continue;
            }
            if (!clausal && token.Upos is Upos.CCONJ && Nominal(view, next) is var joined && joined > next)
            {
                last = Math.Min(end, joined);
                continue;
            }
            // "endorsed it in July": when it was said is no part of the thing.
            if (!clausal && (view.OpensTime(next) || token.Upos is Upos.ADP && (view.OpensTime(next + 1) || view.Tokens[last].Xpos is "PRP" && last == first)))
                return last;
            int more = clausal || token.Xpos is "VBN" or "VBG" || token.Upos is Upos.ADP or Upos.PART || view.Tree.Is(next, "that") || view.Tree.Is(next, "who") || view.Tree.Is(next, "than") ? AfterWord(view, next, end) : -1;
            if (more <= last)
                return last;
            last = more;
        }
        return last;
    }

    private static int AfterWord(ReportView view, int next, int end)
    {
        Token token = view.Tokens[next];
        if (token.Upos is Upos.CCONJ)
        {
            // "and that …" goes on; "and said", "and Ono left" do not.
            if (next + 1 <= end && view.Tree.Is(next + 1, "that"))
                return Math.Max(next + 1, view.Tree.Right(Clausal(view, next + 1)));
            return IsConjunctOfCue(view, next, end) ? -1 : view.Tree.Is(next, "and") || view.Tree.Is(next, "or") ? next : -1;
        }
        if (token.Upos is Upos.SCONJ && !view.Tree.Is(next, "as") && !view.Tree.Is(next, "while") && !view.Tree.Is(next, "after") && !view.Tree.Is(next, "before")
            && !view.Tree.Is(next, "when") && !view.Tree.Is(next, "though") && !view.Tree.Is(next, "although"))
        {
            return Math.Max(next, Under(view, next));
        }
        if (token.Upos is Upos.ADP)
            return ClauseEnds.IsReportive(view, next, end) ? -1 : Math.Max(next, Under(view, next));
        if (token.Upos is Upos.SCONJ)
            return -1;
        return Math.Max(next, Under(view, next));
    }

    private static int AfterPunctuation(ReportView view, int mark, int end)
    {
        if (mark + 1 < end && view.Tree.Is(mark, ",") && CueList.Adding.GetValueOrDefault(view.Words.Form(mark + 1).ToString()) is not null)
        {
            int stop = mark + 2;
            while (stop < end && !view.Tree.Is(stop, ",") && !view.Tree.Is(stop, ";") && view.QuotationOf(stop) == view.QuotationOf(mark))
                stop++;
            return view.Tree.Is(stop, ",") || view.Tree.Is(stop, ";") ? stop - 1 : Math.Min(stop, end);
        }
        return mark + 2 < end && view.Tree.Is(mark, ",") && view.Tokens[mark + 1].Upos is Upos.CCONJ && view.Tree.Is(mark + 2, "that")
            ? Math.Max(mark + 2, view.Tree.Right(Clausal(view, mark + 2))) : -1;
    }

    // "immigration and how it changes us": a second noun phrase joined by the conjunction; its last word, or -1.
    private static int Nominal(ReportView view, int conjunction)
    {
        int head = view.Tokens[conjunction].Head;
        if (head <= conjunction || view.Tree.Left(head) < conjunction)
            return -1;
        Token token = view.Tokens[head];
        return token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && token.Relation is Relation.Conj && view.Tree.Child(head, Relation.Nsubj) < 0 && view.Tree.Child(head, Relation.Cop) < 0
            ? view.Tree.Right(head) : -1;
    }

    private static bool ClosesMark(ReportView view, int token)
    {
        int q = view.QuotationOf(token);
        return q >= 0 && view.Tokens[token].Span.End == view.Quotations[q].Span.End && view.Quotations[q].Inner.Length > 0 && view.Text[view.Quotations[q].Inner.End - 1] is not (',' or '.' or '!' or '?');
    }

    // The stretch of a word that the parser hung on the cue or beyond, as far as it stays behind it.
    private static int Under(ReportView view, int token)
    {
        int top = token;
        for (int step = 0; step < 12; step++)
        {
            int head = view.Tokens[top].Head;
            if (head < token)
                break;
            top = head;
        }
        return view.Tree.Left(top) >= token || top > token ? view.Tree.Right(top) : token;
    }

    private static int Clausal(ReportView view, int that)
    {
        int head = view.Tokens[that].Head;
        return head > that ? head : that;
    }

    private static bool IsConjunctOfCue(ReportView view, int conjunction, int end)
    {
        for (int t = conjunction + 1; t <= end && t <= conjunction + 4; t++)
        {
            if (view.Tokens[t].Upos == Upos.VERB)
                return CueList.Verbs.ContainsKey(view.Tokens[t].Lemma);
            if (view.Tokens[t].Upos is not (Upos.ADV or Upos.AUX or Upos.PART))
                break;
        }
        return false;
    }

    private static bool Unfinished(ReportView view, int first, int last)
    {
        int opens = view.Tree.Is(first, "that") ? first + 1 : first;
        if (!PlainReader.HasVerb(view, first, last + 1))
            return last - first < 30;
        if (view.Tokens[opens].Upos is not Upos.SCONJ || opens > first && opens == last)
            return false;
        // "if it rains, they would": the main clause is still to come.
        for (int t = opens; t <= last; t++)
        {
            if (view.Tree.Is(t, ","))
                return false;
        }
        return true;
    }
}
