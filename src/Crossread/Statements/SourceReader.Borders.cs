// The borders of the phrase that names a source, where the parser cut it short or drew it too wide.
using Crossread.Language;

namespace Crossread.Statements;

internal static partial class SourceReader
{
    /// <summary>Takes back what a parser cut off a name, and leaves out what stands before it: a dateline, a conjunction.</summary>
    public static (int First, int Last) Widen(ReportView view, int first, int last, int head, int cue)
    {
        Sentence sentence = view.SentenceOf(head);
        // A dateline: "PORT AVEN (Wire) — Mayor Ono Vel said".
        for (int t = head - 1; t >= first; t--)
        {
            if (view.IsPunctuation(t) && view.Words.Form(t) is "—" or "–" or "-" or "--" && t > 0 && view.Tokens[t].Span.Start > view.Tokens[t - 1].Span.End)
            {
                first = t + 1;
                break;
            }
        }
        // "All of a sudden, voters said": what stands before a comma before the noun is no part of the name.
        for (int t = head - 1; t >= first; t--)
        {
            if (view.Tree.Is(t, ",") && view.Tokens[t - 1 < 0 ? t : t - 1].Upos is not Upos.ADJ)
            {
                first = t + 1;
                break;
            }
        }
        while (first < head && (view.Tokens[first].Upos is Upos.SCONJ or Upos.CCONJ or Upos.PUNCT || view.Tokens[first].Upos is Upos.ADP && first < view.Tree.Left(head)))
            first++;
        while (first - 1 >= sentence.FirstToken && first - 1 != cue && first > 0)
        {
            if (JoinsLeft(view, first - 1, first))
            {
                first--;
            }
            else if (first - 2 >= sentence.FirstToken && view.Tree.Is(first - 1, "-") && view.Tokens[first - 1].Span.End == view.Tokens[first].Span.Start
                && view.Tokens[first - 2].Span.End == view.Tokens[first - 1].Span.Start)
            {
                first -= 2;
            }
            else
            {
                break;
            }
        }
        // "Many | in the crowd | said": nothing but a phrase without comma up to the cue.
        if (cue > last)
        {
            int border = CueReader.First(view, cue);
            int t = last + 1;
            // "Kremlin spokesman, Ono Vel told": a name between comma and verb.
            if (t + 1 < border && view.Tree.Is(t, ",") && AllNames(view, t + 1, border))
                last = border - 1;
            while (t < border && !view.IsPunctuation(t) && view.Tokens[t].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD"))
                t++;
            if (t == border && border - last is > 1 and < 16 && view.Tokens[last + 1].Upos is Upos.ADP or Upos.VERB or Upos.PART or Upos.CCONJ or Upos.NOUN or Upos.PROPN && !IsDay(view, last + 1) && !view.OpensTime(last + 1) && !view.OpensTime(last + 2) && !ClauseEnds.IsReportive(view, last + 1, border - 1))
                last = border - 1;
        }
        // "Ono Vel, a farmer, said" where the parser took the farmer for the subject.
        if (first - 2 >= sentence.FirstToken && view.Tree.Is(first - 1, ",") && view.Tokens[first].Upos is Upos.DET && view.Tokens[first - 2].Upos is Upos.PROPN
            && last + 1 < sentence.EndToken && view.Tree.Is(last + 1, ",") && cue > last)
        {
            first -= 2;
            while (first - 1 >= sentence.FirstToken && view.Tokens[first - 1].Upos is Upos.PROPN && !IsDay(view, first - 1))
                first--;
        }
        // "Ono Vel (R-Aven)"
        if (last + 2 < sentence.EndToken && last + 1 != cue && view.Tree.Is(last + 1, "("))
        {
            for (int t = last + 2; t < sentence.EndToken && t < last + 10; t++)
            {
                if (view.Tree.Is(t, ")"))
                {
                    last = t;
                    break;
                }
            }
        }
        // "On | Sunday | Rovaria's minister said": the parser may take the day into the name.
        while (first < head && IsDay(view, first) && first > sentence.FirstToken && view.Tokens[first - 1].Upos is Upos.ADP)
            first++;
        // "The mayor | in the past | has said"
        for (int t = head + 1; t < last; t++)
        {
            if (view.Tokens[t].Upos is Upos.ADP && (view.OpensTime(t) && view.BehindTime(t) == last + 1 || view.OpensTime(t + 1) && view.BehindTime(t + 1) == last + 1
                || view.Tree.Is(t, "at") && view.Tree.Is(t + 1, "the") && view.Tree.Is(last, "time") && last == t + 2
                || view.OpensTime(t + 2 <= last ? t + 2 : t + 1) && view.Tokens[t + 1].Upos is Upos.DET && view.BehindTime(t + 2) == last + 1))
            {
                last = t - 1;
                break;
            }
        }
        int whole = last;
        while (last > head && (IsDay(view, last) || view.OpensTime(last) || view.Tokens[last].Lemma is "late" or "early" or "night" or "morning"))
            last--;
        while (last < whole && last > head && (view.Tokens[last].Upos is Upos.ADP || view.IsPunctuation(last)))
            last--;
        if (cue >= 0 && cue < first)
            last = Apposition(view, last, sentence.EndToken);
        return (first, last);
    }

    // Behind its verb, a name's description runs on to the end: "said Ono Vel, a farmer from Aven who lost his barn."
    private static int Apposition(ReportView view, int last, int end)
    {
        int comma = last + 1;
        if (comma + 1 >= end || !view.Tree.Is(comma, ",") || view.QuotationOf(comma) >= 0)
            return last;
        if (view.Tokens[comma + 1].Upos is not (Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM) || view.Tokens[comma + 1].Xpos is "WDT")
            return last;
        for (int t = comma + 1; t < end; t++)
        {
            if (view.QuotationOf(t) >= 0 || view.IsPunctuation(t) && view.Words.Form(t) is ";" or ":" or "—" or "–")
                return t - 1;
            if (view.Tokens[t].Xpos is "VBG" && view.Tree.Is(t - 1, ",") || view.Tokens[t].Upos == Upos.CCONJ && view.Tree.Is(t - 1, ",") && view.Tree.Is(t, "but"))
                return t - 2;
            if (view.Tokens[t].Upos == Upos.ADP && view.Tokens[t - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PUNCT && ClauseEnds.IsReportive(view, t, Math.Min(end - 1, t + 4)))
                return view.IsPunctuation(t - 1) ? t - 2 : t - 1;
        }
        return end - 1;
    }

    private static bool AllNames(ReportView view, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (view.Tokens[t].Upos != Upos.PROPN || IsDay(view, t))
                return false;
        }
        return to - from <= 4;
    }

    private static bool IsDay(ReportView view, int token) => CueList.Days.ContainsKey(view.Tokens[token].Lemma.ToLowerInvariant());

    private static bool JoinsLeft(ReportView view, int before, int first)
    {
        Token token = view.Tokens[before];
        if (token.Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.NUM) || token.Xpos is "WDT" or "WP" or "WP$")
            return false;
        if (view.Tokens[first].Upos is Upos.PRON or Upos.DET || CueList.Occasions.ContainsKey(token.Lemma.ToLowerInvariant()) || token.Relation is Relation.OblUnmarked or Relation.Nsubj or Relation.Obj or Relation.Obl or Relation.Nmod)
            return false;
        return token.Head >= first || token.Head == before + 1 || token.Relation is Relation.Compound or Relation.Amod or Relation.Det or Relation.Nummod or Relation.Flat;
    }
}
