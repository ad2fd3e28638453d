// Reads reports of speech from the order of the words where the tree shows no content.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>
/// Reads <c>It rained, she said.</c>, <c>The talks, he said, had failed.</c> and <c>She said on Friday that …</c> from the order of
/// the words alone. Parsers err most on such sentences, and the shapes leave little to choose.
/// </summary>
internal static class PlainReader
{
    private const int LongestSource = 25;

    /// <summary>Fills source and content of the draft; false if the words around the verb have none of the shapes.</summary>
    public static bool Read(ReportView view, int verb, Cue cue, Draft draft)
    {
        Token token = view.Tokens[verb];
        Sentence sentence = view.SentenceOf(verb);
        int end = sentence.EndToken;
        int first = CueReader.First(view, verb);
        if (token.Xpos is "VBD" or "VBZ" or "VBP" && cue.Takes(CueShapes.Quotation) && !OpensBehind(view, verb, cue) && Tail(view, verb, first, sentence, draft))
            return true;
        if (token.Xpos is not ("VBD" or "VBZ" or "VBP" or "VBG" or "VBN"))
            return false;
        return cue.Takes(CueShapes.Clause) && ReadClause(view, verb, cue, draft) || cue.Takes(CueShapes.Infinitive) && ReadInfinitive(view, verb, end, draft);
    }

    /// <summary>True if the words behind the cue open a clause and those before it hold none, whatever the tree says.</summary>
    public static bool OpensBehind(ReportView view, int verb, Cue cue)
    {
        int beside = CueReader.Last(view, verb) + 1;
        if (cue.Takes(CueShapes.Infinitive) && beside + 1 < view.Tokens.Length && view.Tree.Is(beside, "to") && view.Tokens[beside + 1].Xpos is "VB")
            return true;
        if (!cue.Takes(CueShapes.Clause))
            return false;
        Sentence sentence = view.SentenceOf(verb);
        int from = CueReader.Last(view, verb) + 1;
        int opens = Opening(view, from, sentence.EndToken, cue);
        return opens >= 0 && (view.Tree.Is(opens, "that") && opens == from || !HasVerb(view, sentence.FirstToken, CueReader.First(view, verb)));
    }

    /// <summary>The noun phrase right behind a finite cue, where the tree shows no object; false if none stands there.</summary>
    public static bool ReadObject(ReportView view, int verb, Cue cue, Draft draft)
    {
        Token token = view.Tokens[verb];
        if (!cue.Takes(CueShapes.NounPhrase | CueShapes.Predicate) || cue.Takes(CueShapes.Addressee)
            || token.Xpos is not ("VBD" or "VBZ" or "VBP") && !(token.Xpos is "VBN" && view.Tree.Child(verb, Relation.Aux) >= 0))
        {
            return false;
        }
        int cueLast = CueReader.Last(view, verb), end = view.SentenceOf(verb).EndToken;
        // "announced on Friday the arrest of two men"
        int day = cueLast + 1 < end && view.Tokens[cueLast + 1].Upos is Upos.ADP ? cueLast + 2 : cueLast + 1;
        int first = day < end && view.BehindTime(day) > day ? view.BehindTime(day) : cueLast + 1;
        if (first >= end || first > cueLast + 1 && view.Tokens[first].Upos is not Upos.DET || view.Tokens[first].Upos is not (Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM) && view.Tokens[first].Xpos is not "PRP$"
            || CueList.Days.ContainsKey(view.Tokens[first].Lemma.ToLowerInvariant()) || view.Tokens[first].Relation is Relation.OblUnmarked)
        {
            return false;
        }
        int head = first;
        while (view.Tokens[head].Head is var up && up > head && up - head <= 8 && view.Tokens[head].Relation is not (Relation.Nsubj or Relation.NsubjPass))
            head = up;
        if (view.Tokens[head].Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.ADJ))
            return false;
        int right = Math.Max(first, Math.Min(end - 1, view.Tree.Right(head)));
        if (cue.Takes(CueShapes.Predicate))
            right = ObjectContents.ThroughPredicate(view, right, end);
        (int from, int last) = ClauseEnds.Draw(view, cue, verb, first - 1, first, right, false);
        draft.ContentHead = head;
        draft.Add(view.Trimmed(from, last), view.Text);
        return draft.Content.Count > 0;
    }

    /// <summary>The clause behind the cue and the person told; false if none opens there.</summary>
    public static bool ReadClause(ReportView view, int verb, Cue cue, Draft draft)
    {
        int from = Opening(view, CueReader.Last(view, verb) + 1, view.SentenceOf(verb).EndToken, cue);
        if (from < 0)
            return false;
        // "said that while it held, the gate …": behind a clause that leads, the one that is said begins.
        int main = view.Tree.Is(from, "that") && view.Tokens[from + 1].Upos is Upos.SCONJ && view.Tokens[from].Head is var root && root > from && root < view.SentenceOf(verb).EndToken ? root : from;
        (from, int last) = ClauseEnds.Draw(view, cue, verb, from - 1, from, main, true);
        draft.Add(view.Trimmed(from, last), view.Text);
        return draft.Content.Count > 0;
    }

    // "vowed Friday to return" where the parser took "to" for a preposition.
    private static bool ReadInfinitive(ReportView view, int verb, int end, Draft draft)
    {
        int t = CueReader.Last(view, verb) + 1;
        while (t < end && (CueList.Days.ContainsKey(view.Tokens[t].Lemma.ToLowerInvariant()) || view.Tokens[t].Upos is Upos.ADV or Upos.PART && !view.Tree.Is(t, "to")))
            t++;
        if (t + 1 >= end || !view.Tree.Is(t, "to") || view.Tokens[t + 1].Upos is Upos.DET or Upos.PRON or Upos.PROPN)
            return false;
        draft.Add(view.Trimmed(t, ClauseEnds.Draw(view, null, verb, t - 1, t, t + 1, true).Last), view.Text);
        return draft.Content.Count > 0;
    }

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

    /// <summary>The noun phrase right before a finite verb, where the tree shows no subject.</summary>
    public static bool SetSourceBefore(ReportView view, int verb, Draft draft)
    {
        if (view.Tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return false;
        int start = view.SentenceOf(verb).FirstToken;
        int last = CueReader.First(view, verb) - 1;
        while (last > start && (view.Tokens[last].Upos is Upos.ADV || view.OpensTime(last) || CueList.Days.ContainsKey(view.Tokens[last].Lemma.ToLowerInvariant())))
            last--;
        while (last > start && view.Tokens[last].Upos is Upos.ADP)
            last--;
        int first = last + 1;
        while (first - 1 >= start && (view.Tokens[first - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.DET or Upos.NUM
            || view.Tokens[first - 1].Xpos == "POS" || view.Tokens[first - 1].Xpos is "VBG" or "VBN" && view.Tokens[first - 1].Relation is Relation.Amod
            || first - 2 >= start && view.Tree.Is(first - 1, "of") && view.Tokens[first - 2].Upos is Upos.NOUN or Upos.PROPN || first - 1 == start && char.IsUpper(view.Words.Form(start)[0]) && view.Tokens[start].Upos is Upos.VERB))
        {
            first--;
        }
        if (first > last || view.Tokens[last].Upos is Upos.DET or Upos.ADJ && last == first)
            return false;
        draft.Source = view.Trimmed(first, last);
        draft.SourceHead = last;
        return draft.Source.Value.Length > 0;
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

    /// <summary>True if the words behind the verb may name who speaks: nobody speaks behind <c>told</c>, and no day does.</summary>
    public static bool MayInvert(ReportView view, int verb) =>
        !(CueReader.Of(view, verb) is { } cue && cue.Takes(CueShapes.Addressee) && !cue.Takes(CueShapes.Infinitive))
        && verb + 1 < view.Tokens.Length && !view.OpensTime(verb + 1) && view.Tokens[verb + 1].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN or Upos.PRON;

    private static bool InRelative(ReportView view, int token) => view.Tokens[token].Relation is Relation.AclRelcl
        || view.Tokens[token].Upos is Upos.AUX && view.Tokens[token].Head is var head && head >= 0 && view.Tokens[head].Relation is Relation.AclRelcl;

    internal static bool HasVerb(ReportView view, int first, int last)
    {
        for (int t = first; t < last; t++)
        {
            if (view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
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

    // Where the clause behind the cue opens: past day, hearer and particle; "that" counts in.
    private static int Opening(ReportView view, int from, int end, Cue cue)
    {
        int t = from;
        // "asked the mayor if he supported it"
        if (cue.Stance is Stance.Asks && Whether(view, t - 1, end) is >= 0 and var asked)
            return asked;
        // "told them it rained", "told reporters it rained"
        if (cue.Takes(CueShapes.Addressee) && t < end && view.Tokens[t].Upos is Upos.PRON && view.Tokens[t].Xpos is "PRP"
            && t + 1 < end && view.Tokens[t + 1].Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN && FiniteBeforeBreak(view, t + 1, end))
        {
            return t + 1;
        }
        if (cue.Takes(CueShapes.Addressee) && BehindHearer(view, t, end) is var opens && opens >= 0)
            return opens;
        // "said a day earlier that it rained"
        if (view.BehindTime(t) is var behind && behind > t && behind < end && view.Tree.Is(behind, "that"))
            t = behind;
        for (int steps = 0; t < end && steps < 16; steps++)
        {
            Token token = view.Tokens[t];
            if (token.Upos == Upos.PUNCT)
            {
                // "said in Port Aven, on the coast, that it rained"
                if (view.Tree.Is(t, ",") && steps > 0 && t + 2 < end && BeforeThat(view, t, end) is var that && that >= 0)
                    return that;
                return -1;
            }
            if (view.Tree.Is(t, "that") || view.Tree.Is(t, "whether") || view.Tree.Is(t, "if") || token.Xpos is "WRB" or "WP")
                return HasVerb(view, t + 1, Math.Min(end, t + 40)) ? t : -1;
            if (steps == 0 && !cue.Takes(CueShapes.Addressee) && token.Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM)
                return FiniteBeforeBreak(view, t, end) && !(InSideClause(view, from) && !FiniteBeforeComma(view, t, end)) ? t : -1;
            if (token.Upos is Upos.VERB or Upos.CCONJ or Upos.AUX)
                return -1;
            t++;
        }
        return -1;
    }

    /// <summary>"told the jury his client had not": where the clause opens behind the noun phrase that names the hearer; -1 if none does.</summary>
    internal static int BehindHearer(ReportView view, int from, int end)
    {
        int t = from;
        while (t < end && t < from + 8 && view.Tokens[t].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN
            && !(t > from && view.Tokens[t].Upos is Upos.DET))
        {
            t++;
        }
        if (t == from || t + 2 >= end || view.Tokens[t - 1].Upos is not (Upos.NOUN or Upos.PROPN))
            return -1;
        // "told the Harbour News they saw": the parser may take it for a side clause of the paper.
        if (view.Tokens[t].Xpos is "PRP" && view.Tokens[t + 1].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            return t;
        if (!FiniteBeforeBreak(view, t, end))
            return -1;
        if (view.Tree.Is(t, "that"))
            return view.Tokens[t + 1].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.ADV ? -1 : t;
        if (!(view.Tokens[t].Xpos is "PRP" or "PRP$" or "DT"))
            return -1;
        // "told Harbour This Morning on Monday that": the clause opens with the "that" further on.
        for (int k = t + 1; k < end && view.Tokens[k].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD"); k++)
        {
            if (view.Tree.Is(k, "that"))
                return -1;
        }
        return t;
    }

    // The "that" behind a comma and at most a short phrase without a verb, or what the words rest on (", citing papers, that"); or -1.
    private static int BeforeThat(ReportView view, int comma, int end)
    {
        bool rests = view.Tokens[comma + 1].Xpos is "VBG" && CueList.Verbs.ContainsKey(view.Tokens[comma + 1].Lemma);
        for (int t = comma + 1; t < end && t < comma + (rests ? 20 : 8); t++)
        {
            if (view.Tree.Is(t, "that") && (!rests || view.Tree.Is(t - 1, ",")))
                return view.Tree.Is(t - 1, ",") && view.Tokens[t].Xpos is not "WDT" && HasVerb(view, t + 1, Math.Min(end, t + 40)) ? t : -1;
            if (rests ? view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" : view.Tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ)
                return -1;
        }
        return -1;
    }

    // ", who asked for anonymity, said": a cue of a side clause; what stands behind its comma is the main clause's.
    private static bool InSideClause(ReportView view, int from)
    {
        for (int t = from - 1; t > 0 && t >= from - 4; t--)
        {
            if (view.Tokens[t].Xpos is "WP" or "WDT")
                return view.Tree.Is(t - 1, ",");
        }
        return false;
    }

    private static bool FiniteBeforeComma(ReportView view, int from, int end)
    {
        for (int t = from + 1; t < end && !view.Tree.Is(t, ","); t++)
        {
            if (view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private static bool FiniteBeforeBreak(ReportView view, int from, int end)
    {
        for (int t = from + 1; t < end && t < from + 25; t++)
        {
            if (view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !InRelative(view, t))
                return true;
            if (view.Tree.Is(t, ";") || view.Tokens[t].Xpos is "VBG" && view.Tree.Is(t - 1, ","))
                return false;
        }
        return false;
    }
}
