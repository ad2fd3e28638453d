// Reports that close their sentence or stand between its commas: "It rained, she said.", "The talks, he said, had failed."
using Crossread.Language;

namespace Crossread.Statements;

internal static partial class PlainReader
{
    /// <summary>"The talks, he said, had failed": a report between two commas; false if the words have not that shape.</summary>
    public static bool ReadBetweenCommas(ReportView view, int verb, Draft draft)
    {
        int behind = CueReader.Last(view, verb) + 1;
        Sentence sentence = view.SentenceOf(verb);
        int limit = Math.Min(sentence.EndToken, behind + 9);
        while (behind < limit && !view.IsPunctuation(behind) && view.Tokens[behind].Upos is not (Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ) && view.Tokens[behind].Xpos is not "PRP")
            behind++;
        if (view.Tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP") || behind + 2 >= sentence.EndToken || !view.Tree.Is(behind, ",")
            || view.QuotationOf(behind) != view.QuotationOf(verb) || view.Tokens[behind + 1].Upos is Upos.CCONJ or Upos.SCONJ)
        {
            return false;
        }
        return Tail(view, verb, CueReader.First(view, verb), sentence, draft);
    }

    /// <summary>The comma before a report that closes the sentence of another cue (<c>was expected to hold, two engineers said</c>), between these words; or -1.</summary>
    internal static int ClosingReport(ReportView view, int cue, int first, int last)
    {
        int end = view.SentenceOf(cue).EndToken - 1;
        while (end > first && (view.IsPunctuation(end) || CueList.Days.ContainsKey(view.Tokens[end].Lemma.ToLowerInvariant()) || view.Tree.Is(end, "on")))
            end--;
        if (end <= first || end > last || end == cue || view.QuotationOf(end) >= 0 || view.Tokens[end] is not { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP" } verb
            || !CueList.Verbs.TryGetValue(verb.Lemma, out Cue? report) || report.Kind is not CueKind.Speech || !report.Takes(CueShapes.Quotation) || !report.Takes(CueShapes.Clause))
        {
            return -1;
        }
        for (int t = end - 1; t > first && end - t <= LongestSource; t--)
        {
            if (view.Tree.Is(t, ","))
                return t < end - 1 && IsNounPhrase(view, t + 1, end - 1) && OpensPhrase(view, t + 1, end) && HasVerb(view, first, t) | view.Tree.Is(first, "to") ? t : -1;
        }
        return -1;
    }

    /// <summary>"It rained, she said.": the words before the cue; false if the words have not that shape.</summary>
    public static bool ReadTail(ReportView view, int verb, Draft draft) =>
        view.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" && Tail(view, verb, CueReader.First(view, verb), view.SentenceOf(verb), draft);

    // "…, she said." and "…, said Mara Venn, a farmer." and "…, she said, …"
    private static bool Tail(ReportView view, int verb, int first, Sentence sentence, Draft draft)
    {
        int comma = -1;
        for (int t = first - 1; t >= sentence.FirstToken && first - t <= LongestSource; t--)
        {
            if (view.QuotationOf(t) >= 0)
                return false;
            if (view.Tree.Is(t, ","))
            {
                comma = t;
                if (first - t == 1 && !MayInvert(view, verb))
                {
                    comma = -1; // "Ono Vel, the head of it, told the paper": whom one tells does not speak
                    continue;
                }
                // An apposition, "his aide, Ono Vel, said": the comma before it is the border.
                if (first - t > 1 && !OpensPhrase(view, t + 1, first))
                {
                    comma = -1;
                    continue;
                }
                if (IsNounPhrase(view, t + 1, first - 1))
                    break;
                comma = -1;
            }
            else if (view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !InRelative(view, t))
            {
                break;
            }
        }
        if (comma < 0 || comma <= sentence.FirstToken || !HasVerb(view, sentence.FirstToken, comma) && !IsFragment(view, sentence, first, comma, verb) && !(view.Tree.Is(CueReader.Last(view, verb) + 1, ",") && HasVerb(view, verb + 2, sentence.EndToken)))
            return false;
        bool inverted = first == comma + 1;
        int sourceFirst = inverted ? verb + 1 : comma + 1, sourceLast = inverted ? verb : first - 1;
        int after = verb + 1;
        if (inverted)
        {
            int subject = verb + 1;
            while (subject < sentence.EndToken && view.Tokens[subject].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN or Upos.PRON)
                subject++;
            if (subject == verb + 1)
                return false;
            (int f, int l) = SourceReader.Phrase(view, subject - 1, verb);
            (_, sourceLast) = SourceReader.Widen(view, f, l, subject - 1, verb);
            after = sourceLast + 1;
        }
        // Nothing but time, place and hearer may follow, up to a comma or the end.
        int stop = after;
        while (stop < sentence.EndToken && !view.IsPunctuation(stop) && view.Tokens[stop].Upos is not (Upos.VERB or Upos.SCONJ or Upos.CCONJ or Upos.AUX))
            stop++;
        if (stop < sentence.EndToken && !view.IsPunctuation(stop))
            return false;
        draft.Source = view.Trimmed(sourceFirst, sourceLast);
        draft.SourceHead = HeadOf(view, sourceFirst, sourceLast);
        int opens = BehindReport(view, sentence.FirstToken, comma);
        draft.Add(view.Trimmed(view.Tokens[opens].Upos is Upos.CCONJ ? opens + 1 : opens, comma - 1), view.Text);
        if (stop < sentence.EndToken && view.Tree.Is(stop, ",") && view.Tree.Is(comma, ",") && !Reports(view, stop + 1, sentence.EndToken))
            draft.Add(view.Trimmed(stop + 1, sentence.EndToken - 1), view.Text);
        return draft.Content.Count > 0;
    }

    // "Everything but the gate, he added.": words without a verb, a pronoun that says them, and nothing else.
    private static bool IsFragment(ReportView view, Sentence sentence, int first, int comma, int verb) =>
        first == comma + 2 && view.Tokens[comma + 1].Xpos is "PRP" && CueReader.Last(view, verb) + 2 >= sentence.EndToken
        && view.Tokens[sentence.FirstToken].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ && !view.OpensTime(sentence.FirstToken);

    // "The council said it held; it would not last, engineers say": what stands before the semicolon is somebody else's.
    internal static int BehindReport(ReportView view, int first, int comma)
    {
        int opens = first;
        bool reports = false;
        for (int t = first; t < comma; t++)
        {
            reports |= view.Tokens[t] is { Upos: Upos.VERB, Xpos: "VBD" or "VBZ" or "VBP" } verb && CueList.Verbs.TryGetValue(verb.Lemma, out Cue? cue)
                && cue.Kind is CueKind.Speech && cue.Takes(CueShapes.Quotation) && cue.Takes(CueShapes.Clause);
            if (reports && view.Tree.Is(t, ";"))
                (opens, reports) = (t + 1, false);
        }
        return opens;
    }

    private static bool OpensPhrase(ReportView view, int from, int to) =>
        from < to && view.Tokens[from].Upos is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.ADJ or Upos.NUM
        && !(from - 3 >= 0 && view.Tokens[from - 2].Upos is Upos.PROPN or Upos.NOUN && view.Tokens[from].Upos is Upos.DET or Upos.PROPN && AppositionBefore(view, from));

    // ", his top aide, Ono Vel, said": a noun phrase between two commas before this one.
    private static bool AppositionBefore(ReportView view, int from)
    {
        int t = from - 2, words = 0;
        while (t >= 0 && words < 8 && view.Tokens[t].Upos is Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.PRON or Upos.NUM or Upos.PART)
        {
            t--;
            words++;
        }
        return t >= 0 && words > 0 && view.Tree.Is(t, ",");
    }

    private static bool IsNounPhrase(ReportView view, int first, int last)
    {
        if (first > last)
            return true; // inverted: the source follows
        if (first == last && (view.Tree.Is(first, "many") || view.Tree.Is(first, "some") || view.Tree.Is(first, "most") || view.Tree.Is(first, "few") || view.Tree.Is(first, "all")))
            return true;
        bool noun = false;
        for (int t = first; t <= last; t++)
        {
            Token token = view.Tokens[t];
            noun |= token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON || t == last && t > first && token.Upos is Upos.ADJ or Upos.NUM;
            if (t == first && token.Upos is Upos.CCONJ or Upos.SCONJ or Upos.ADP || token.Xpos is "WDT" or "WP" && t == first)
                return false;
            if (token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !InRelative(view, t))
                return false;
        }
        return noun;
    }

    private static bool Reports(ReportView view, int first, int end) =>
        first < end && view.Tokens[first].Xpos is "VBG" && CueList.Verbs.ContainsKey(view.Tokens[first].Lemma);

    private static int HeadOf(ReportView view, int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (view.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && (view.Tokens[t].Head < first || view.Tokens[t].Head > last))
                return t;
        }
        for (int t = first; t <= last; t++)
        {
            if (view.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
                return t;
        }
        return first;
    }
}
