// Questions put to somebody, and words behind a colon without quotation marks.
using Crossread.Language;

namespace Crossread.Statements;

internal static partial class PlainReader
{
    /// <summary>"The mayor added: It rained.": the rest of the sentence, or, where the colon ends the paragraph, the next one; false if the words have not that shape.</summary>
    public static bool ReadBehindColon(ReportView view, int verb, Draft draft)
    {
        Sentence sentence = view.SentenceOf(verb);
        int colon = CueReader.Last(view, verb) + 1, limit = Math.Min(sentence.EndToken, colon + 6);
        while (colon < limit && !view.IsPunctuation(colon) && view.Tokens[colon].Upos is not (Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ))
            colon++;
        if (colon >= limit || !view.Tree.Is(colon, ":") || colon + 1 >= view.Tokens.Length || view.QuotationOf(verb) >= 0)
            return false;
        int first = colon + 1, last = sentence.EndToken - 1;
        if (first > last)
        {
            int block = view.BlockOf(view.Tokens[colon].Span.Start) + 1;
            if (block >= view.Blocks.Length)
                return false;
            last = first;
            while (last + 1 < view.Tokens.Length && view.Tokens[last + 1].Span.End <= view.Blocks[block].End)
                last++;
        }
        if (view.QuotationOf(first) >= 0 || !HasVerb(view, first, last + 1))
            return false;
        draft.Add(view.Trimmed(first, last), view.Text);
        return draft.Content.Count > 0;
    }

    /// <summary>"(When) asked if he would go, …": the question up to the comma; false if the words have not that shape.</summary>
    public static bool ReadQuestion(ReportView view, int verb, Draft draft, ref int cueLast)
    {
        Sentence sentence = view.SentenceOf(verb);
        int t = verb + 1;
        if (t < sentence.EndToken && view.Tree.Is(t, "by"))
        {
            int noun = t + 1;
            while (noun < sentence.EndToken && view.Tokens[noun].Upos is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM || noun < sentence.EndToken && view.Tokens[noun].Xpos is "POS")
                noun++;
            if (noun == t + 1)
                return false;
            draft.Source = view.Trimmed(t + 1, noun - 1);
            draft.SourceHead = noun - 1;
            t = noun;
        }
        while (t < sentence.EndToken && view.Tokens[t].Upos is Upos.ADV && view.Tokens[t].Xpos is not "WRB" || t < sentence.EndToken && CueList.Days.ContainsKey(view.Tokens[t].Lemma.ToLowerInvariant()))
            t++;
        // "Asked on Friday whether"
        if (t + 1 < sentence.EndToken && view.Tree.Is(t, "on") && view.BehindTime(t + 1) is var behind && behind > t + 1)
            t = behind;
        if (t >= sentence.EndToken)
            return false;
        if (view.Tree.Is(t, "on") && Whether(view, t, sentence.EndToken) is var question && question > t)
        {
            t = question; // "asked on a public street whether"
        }
        else if (view.Tree.Is(t, "about") || view.Tree.Is(t, "on"))
        {
            if (t == verb + 1)
                cueLast = t;
            t++;
        }
        else if (!(view.Tree.Is(t, "if") || view.Tree.Is(t, "whether") || view.Tree.Is(t, "to") || view.Tokens[t].Xpos is "WRB" or "WP" or "WDT"))
        {
            return false;
        }
        int end = t;
        while (end < sentence.EndToken && !view.Tree.Is(end, ",") && !view.Tree.Is(end, ".") && !view.Tree.Is(end, ";") && !view.Tree.Is(end, "?"))
            end++;
        draft.Add(view.Trimmed(t, end - 1), view.Text);
        return draft.Content.Count > 0;
    }

    private static int Whether(ReportView view, int from, int end)
    {
        for (int t = from + 1; t < end && t < from + 8 && !view.IsPunctuation(t) && view.Tokens[t].Upos is not (Upos.VERB or Upos.AUX); t++)
        {
            if (view.Tree.Is(t, "whether") || view.Tree.Is(t, "if"))
                return t;
        }
        return -1;
    }
}
