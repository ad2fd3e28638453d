// Contents that are no clauses: the object and what is said of it, and what a preposition joins to the cue.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Draws objects and prepositional phrases as contents.</summary>
internal static class ObjectContents
{
    // "praised her for it", "called it a mistake", "accused them of lying": the object and what is said of it.
    internal static bool AddObject(ReportView view, int verb, int thing, Cue cue, Draft draft)
    {
        int last = view.Tree.Right(thing);
        if (cue.Takes(CueShapes.Predicate))
        {
            for (int c = view.Tree.FirstChild(verb); c >= 0; c = view.Tree.NextSibling(c))
            {
                if (c <= thing || view.Tree.Left(c) <= view.Tree.Right(thing) && c < last)
                    continue;
                if (view.Tokens[c].Relation == Relation.Xcomp || OpensWith(view, c, cue) || OpensWithAs(view, c))
                    last = Math.Max(last, view.Tree.Right(c));
            }
        }
        draft.ContentHead = thing;
        bool clausal = false;
        int end = view.SentenceOf(verb).EndToken, next = last + 1;
        if (next + 1 < end && view.Tokens[next].Xpos is "VB" && cue.Stance is Stance.Asks or Stance.Urges)
        {
            // "demanded the council make a pledge": the object is a subject.
            clausal = true;
            last = Math.Max(next, view.Tree.Right(next));
        }
        else if (cue.Takes(CueShapes.Predicate))
        {
            last = ThroughPredicate(view, last, end);
        }
        // "saw it coming" tells a view, "saw it" does not.
        if (!cue.Takes(CueShapes.NounPhrase) && !clausal && last <= view.Tree.Right(thing) && !QuotesWhat(view, thing, last))
            return false;
        VerbContents.AddBehind(view, verb, Math.Max(verb + 1, view.Tree.Left(thing)), last, clausal, draft, CueReader.Last(view, verb));
        return draft.Content.Count > 0;
    }

    /// <summary>"called the dam a mistake", "called its plan for the dam “a mistake”" where the parser hung the mistake elsewhere: the last word of what is said of the thing.</summary>
    internal static int ThroughPredicate(ReportView view, int last, int end)
    {
        int next = last + 1;
        if (next + 1 >= end)
            return last;
        if (SaysWhat(view, next))
        {
            int head = next;
            while (view.Tokens[head].Head is var up && up > head && up - head <= 8 && view.Tokens[up].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ)
                head = up;
            return Math.Max(head, Math.Min(end - 1, view.Tree.Right(head)));
        }
        for (int t = next; t < end && t < next + 8 && (view.QuotationOf(t) != view.QuotationOf(t - 1) || view.Tokens[t].Upos is Upos.ADP or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PRON); t++)
        {
            if (view.QuotationOf(t) is >= 0 and var quotation && quotation != view.QuotationOf(t - 1))
            {
                while (t + 1 < end && view.QuotationOf(t + 1) == quotation)
                    t++;
                return t;
            }
        }
        return last;
    }

    // "called her remarks about him “unfair”": the parser may take what is said of the thing into its phrase.
    private static bool QuotesWhat(ReportView view, int thing, int last)
    {
        for (int t = view.Tree.Left(thing) + 1; t <= last; t++)
        {
            if (view.QuotationOf(t) is >= 0 and var q && q != view.QuotationOf(t - 1) && view.Quotations[q].Span.End >= view.Tokens[last].Span.End)
                return true;
        }
        return false;
    }

    // An article, an adjective or a quotation right behind the object of "called".
    private static bool SaysWhat(ReportView view, int token)
    {
        if (view.OpensTime(token))
            return false;
        return view.Tree.Is(token, "a") || view.Tree.Is(token, "an") || view.Tokens[token].Upos is Upos.ADJ
            || view.QuotationOf(token) is var q && q >= 0 && view.Quotations[q].Span.Start == view.Tokens[token].Span.Start;
    }

    private static bool OpensWithAs(ReportView view, int child) =>
        view.Tokens[child].Relation is Relation.Obl or Relation.Advcl or Relation.Nmod && view.Tree.Is(view.Tree.Left(child), "as");

    private static bool OpensWith(ReportView view, int child, Cue cue)
    {
        if (view.Tokens[child].Relation is not (Relation.Obl or Relation.Advcl))
            return false;
        int left = view.Tree.Left(child);
        return Preposition(view, view.IsPunctuation(left) ? left + 1 : left, cue) >= 0;
    }

    private static int Preposition(ReportView view, int token, Cue cue)
    {
        for (int p = 0; p < cue.Prepositions.Length; p++)
        {
            if (view.Tree.Is(token, cue.Prepositions[p]) && !(view.Tree.Is(token, "as") && token + 1 < view.Tokens.Length && view.Tree.Is(token + 1, "well")))
                return p;
        }
        return -1;
    }

    // "called for a halt", "warned of a flood": the preposition joins the cue if it stands beside it.
    internal static int Prepositional(ReportView view, int verb, Cue cue, Draft draft, ref int cueLast)
    {
        if (cueLast + 2 < view.Tokens.Length && Preposition(view, cueLast + 1, cue) is var near && near >= 0 && view.Tokens[cueLast + 2].Upos is not Upos.PUNCT | view.QuotationOf(cueLast + 2) >= 0
            && !view.OpensTime(cueLast + 1) && !NamesOccasion(view, cueLast + 1) && !(view.OpensTime(cueLast + 2) && view.Tree.Is(cueLast + 1, "on")))
        {
            int noun = view.Tokens[cueLast + 1].Head;
            int right = noun > cueLast + 1 && view.Tree.Left(noun) >= verb ? view.Tree.Right(noun) : cueLast + 2;
            cueLast++;
            for (int next = view.Tree.FirstChild(verb); next >= 0; next = view.Tree.NextSibling(next))
            {
                if (next > right && view.Tokens[next].Relation is Relation.Xcomp && view.Tree.Is(view.Tree.Left(next), "to"))
                    right = view.Tree.Right(next);
            }
            draft.Stance = cue.PrepositionStances[near];
            draft.ContentHead = noun > cueLast ? noun : cueLast + 1;
            // "asked about whether it held": the whole question.
            int opens = cueLast + 1;
            if ((view.Tree.Is(opens, "whether") || view.Tokens[opens].Xpos is "WRB") && view.Tokens[opens].Head is var root && root > opens && root < view.SentenceOf(verb).EndToken)
            {
                (int from, int to) = ClauseEnds.Draw(view, cue, verb, cueLast, opens, root, true);
                draft.ContentHead = root;
                draft.Add(view.Trimmed(from, to), view.Text);
                return draft.Content.Count > 0 ? root : -1;
            }
            (int f, int l) = ClauseEnds.Draw(view, cue, verb, cueLast, cueLast + 1, Math.Max(right, cueLast + 1), false);
            draft.Add(view.Trimmed(f, l), view.Text);
            return draft.Content.Count > 0 ? draft.ContentHead : -1;
        }
        for (int c = view.Tree.FirstChild(verb); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (c < verb || view.Tokens[c].Relation is not (Relation.Obl or Relation.Advcl or Relation.Obj or Relation.Xcomp or Relation.Nmod))
                continue;
            int left = view.Tree.Left(c);
            int p = left > verb ? Preposition(view, left, cue) : -1;
            if (p < 0 || left >= c || NamesOccasion(view, left) || view.Tree.Is(left, "on") && view.OpensTime(left + 1))
                continue;
            int last = view.Tree.Right(c);
            for (int next = view.Tree.NextSibling(c); next >= 0; next = view.Tree.NextSibling(next))
            {
                if (view.Tokens[next].Relation == Relation.Xcomp || view.Tokens[next].Relation == Relation.Advcl && view.Tree.Is(view.Tree.Left(next), "to"))
                    last = view.Tree.Right(next);
            }
            bool beside = left - cueLast <= 3 && NothingHeavy(view, cueLast + 1, left);
            draft.Stance = cue.PrepositionStances[p];
            draft.ContentHead = c;
            if (beside)
                cueLast = left;
            bool infinitive = !beside && view.Tree.Is(left, "to") && view.Tokens[left + 1].Xpos is "VB";
            (int f, int l) = beside ? ClauseEnds.Draw(view, cue, verb, cueLast, left + 1, last, false)
                : infinitive ? ClauseEnds.Draw(view, cue, verb, left - 1, left, last, false) : (left, last);
            draft.Add(view.Trimmed(f, l), view.Text);
            return draft.Content.Count > 0 ? c : -1;
        }
        return -1;
    }

    // "spoke on television", "spoke on condition that": how or where, not about what.
    private static bool NamesOccasion(ReportView view, int preposition) =>
        view.Tree.Is(preposition, "on") && view.Tokens[preposition].Head is var noun && noun > preposition && CueList.Occasions.ContainsKey(view.Tokens[noun].Lemma.ToLowerInvariant());

    private static bool NothingHeavy(ReportView view, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (view.Tokens[t].Upos is not (Upos.ADV or Upos.PART or Upos.ADP))
                return false;
        }
        return true;
    }
}
