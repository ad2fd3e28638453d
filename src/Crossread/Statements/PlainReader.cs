// Reads reports of speech from the order of the words where the tree shows no content.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>
/// Reads <c>It rained, she said.</c>, <c>The talks, he said, had failed.</c> and <c>She said on Friday that …</c> from the order of
/// the words alone. Parsers err most on such sentences, and the shapes leave little to choose.
/// </summary>
internal static partial class PlainReader
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

    // "that the court intended to act": the tagger may take the verb for a participle where the tree has its subject.
    private static bool MarksClause(ReportView view, int mark, int end) =>
        view.Tokens[mark].Head is var verb && verb > mark && verb < end && view.Tokens[verb].Upos is Upos.VERB && view.Tree.Child(verb, Relation.Nsubj) > mark;

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
                return HasVerb(view, t + 1, Math.Min(end, t + 40)) || MarksClause(view, t, end) ? t : -1;
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
