// The contents of verbal cues: clauses and infinitives on either side, and what a side clause hangs on.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Finds the content of a verbal cue and writes it into the draft.</summary>
internal static class VerbContents
{
    internal static int Complement(ReportView view, int verb)
    {
        int what = view.Tree.Child(verb, Relation.Xcomp);
        if (what < 0)
            what = view.Tree.Child(verb, Relation.Ccomp);
        return what;
    }

    internal static void AddClause(ReportView view, int verb, int clause, Draft draft)
    {
        int left = view.Tree.Left(clause), right = view.Tree.Right(clause);
        draft.ContentHead = clause;
        if (left < verb && right > verb)
        {
            draft.Add(view.Trimmed(left, CueReader.First(view, verb) - 1), view.Text);
            draft.Add(view.Trimmed(verb + 1, right), view.Text);
            return;
        }
        if (right < verb)
        {
            draft.Add(view.Trimmed(left, right), view.Text);
            return;
        }
        AddBehind(view, verb, Math.Max(left, verb + 1), right, view.Tokens[clause].Relation == Relation.Ccomp, draft, CueReader.Last(view, verb));
    }

    internal static void AddBehind(ReportView view, int verb, int first, int last, bool clausal, Draft draft, int cueLast)
    {
        if (draft.Content.Count == 0)
            (first, last) = ClauseEnds.Draw(view, draft.Cue, verb, cueLast, first, last, clausal);
        else
            last = ClauseReach.Extend(view, verb, first, last, clausal);
        draft.Add(view.Trimmed(first, last), view.Text);
    }

    internal static bool FindContent(ReportView view, int verb, Cue cue, Draft draft, out int cueLast)
    {
        cueLast = CueReader.Last(view, verb);
        Token token = view.Tokens[verb];
        int clause = view.Tree.Child(verb, Relation.Ccomp);
        int infinitive = view.Tree.Child(verb, Relation.Xcomp);
        int thing = view.Tree.Child(verb, Relation.Obj);
        if (thing >= 0 && CueList.Days.ContainsKey(view.Tokens[thing].Lemma.ToLowerInvariant()))
            thing = -1;
        if (cue.Takes(CueShapes.Quotation) && (PlainReader.ReadBetweenCommas(view, verb, draft) || PlainReader.ReadBehindColon(view, verb, draft)))
            return true;
        if (cueLast + 2 < view.Tokens.Length && view.Tree.Is(cueLast + 1, "that") && cue.Takes(CueShapes.Clause) && view.Tokens[cueLast + 2].Upos is not (Upos.PUNCT or Upos.ADP or Upos.CCONJ) && !OpensRelative(view, cueLast + 1)
            && PlainReader.ReadClause(view, verb, cue, draft))
        {
            return true;
        }
        // "told a meeting that he had signed a paper “unread”": the parser may take "that" for a relative pronoun.
        if (cue.Takes(CueShapes.Addressee) && PlainReader.BehindHearer(view, cueLast + 1, view.SentenceOf(verb).EndToken) >= 0 && PlainReader.ReadClause(view, verb, cue, draft))
        {
            draft.ContentHead = clause;
            return true;
        }
        if (clause >= 0 && clause < verb && PlainReader.OpensBehind(view, verb, cue))
            return PlainReader.ReadClause(view, verb, cue, draft);
        if (clause > verb && cue.Takes(CueShapes.Quotation) && !PlainReader.HasVerb(view, view.Tree.Left(clause), view.Tree.Right(clause) + 1) && PlainReader.ReadTail(view, verb, draft))
            return true;
        if (thing >= 0 && thing < verb && cue.Takes(CueShapes.Predicate) && view.Tokens[thing].Xpos is "WP" or "WDT")
            return AddRelative(view, verb, thing, draft);
        if (clause >= 0 && (cue.Takes(CueShapes.Clause) || cue.Takes(CueShapes.Quotation) && (token.Lemma is not "speak" || view.QuotationOf(clause) >= 0)))
        {
            // A tree that takes the speaker in, as an apposition of the last word, leaves the order of the words.
            if (clause < verb && view.Tree.Right(clause) >= CueReader.First(view, verb) - 1 && PlainReader.ReadTail(view, verb, draft))
                return true;
            if (clause < verb)
                AddBefore(view, verb, clause, draft);
            else
                AddClause(view, verb, clause, draft);
            return draft.Content.Count > 0;
        }
        // "…, Ono Vel, the head of the agency, told the paper": behind the comma nobody speaks, so who does stands before it.
        if (cue.Takes(CueShapes.Quotation) && CueReader.First(view, verb) is var begins && begins > 0 && view.Tree.Is(begins - 1, ",") && !PlainReader.MayInvert(view, verb) && PlainReader.ReadTail(view, verb, draft))
            return true;
        if (token.Relation == Relation.Parataxis && cue.Takes(CueShapes.Quotation) && token.Head < verb && thing < 0 && !view.InDateline(token.Head))
        {
            AddAround(view, verb, token.Head, draft);
            return draft.Content.Count > 0;
        }
        if (infinitive >= 0 && infinitive > verb && Fits(view, infinitive, cue))
        {
            int from = view.Tree.Left(infinitive);
            if (thing >= 0 && thing > verb && thing < infinitive && !cue.Takes(CueShapes.Addressee))
                from = Math.Min(from, view.Tree.Left(thing));
            draft.ContentHead = infinitive;
            AddBehind(view, verb, Math.Max(from, verb + 1), view.Tree.Right(infinitive), false, draft, cueLast);
            return draft.Content.Count > 0;
        }
        if (clause >= 0 && clause > verb && (cue.Takes(CueShapes.Infinitive) || cue.Takes(CueShapes.Gerund) || cue.Takes(CueShapes.NounPhrase)))
        {
            AddClause(view, verb, clause, draft);
            return draft.Content.Count > 0;
        }
        if (thing > verb && (cue.Takes(CueShapes.Addressee) || cue.Stance == Stance.Asks && cue.Takes(CueShapes.Clause)) && PlainReader.ReadClause(view, verb, cue, draft))
            return true;
        if (thing >= 0 && thing > verb && (cue.Takes(CueShapes.NounPhrase) || cue.Takes(CueShapes.Predicate)) && !cue.Takes(CueShapes.Addressee))
        {
            return ObjectContents.AddObject(view, verb, thing, cue, draft);
        }
        if (ObjectContents.Prepositional(view, verb, cue, draft, ref cueLast) >= 0)
            return true;
        if (cue.Takes(CueShapes.Quotation) && AddAfterAs(view, verb, draft))
            return true;
        // "the candidates that she named", "the bridge they oppose"
        if (token.Relation == Relation.AclRelcl && (cue.Takes(CueShapes.NounPhrase) || cue.Takes(CueShapes.Predicate)) && view.Tree.Child(verb, Relation.Nsubj) is var subject && subject >= 0
            && view.Tokens[subject].Xpos is not ("WP" or "WDT") && token.Head < verb && view.Tree.Right(verb) - cueLast <= 4 && !view.Tree.Is(view.Tree.Left(verb) + 1, "which") && !StandsBehindComma(view, view.Tree.Left(verb)))
        {
            if (thing >= 0 && thing < verb)
            {
                draft.Add(view.Tokens[thing].Span, view.Text);
                return true;
            }
            (int f, int l) = SourceReader.Phrase(view, token.Head, view.Tree.Left(verb));
            draft.Add(view.Trimmed(f, Math.Min(l, view.Tree.Left(verb) - 1)), view.Text);
            return draft.Content.Count > 0;
        }
        return false;
    }

    // "one of the five states that share the river": a noun that looks like a verb, and its side clause.
    private static bool OpensRelative(ReportView view, int that) =>
        view.Tokens[that].Xpos is "WDT" && view.Tokens[that + 1].Upos is Upos.VERB && view.Tokens[that + 1].Xpos is "VBP" or "VBZ";

    // "what she called a mistake": the pronoun and what is said of it.
    private static bool AddRelative(ReportView view, int verb, int pronoun, Draft draft)
    {
        draft.ContentHead = pronoun;
        draft.Add(view.Tokens[pronoun].Span, view.Text);
        int what = -1;
        for (int c = view.Tree.FirstChild(verb); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (c > verb && view.Tokens[c].Relation is Relation.Xcomp or Relation.Obj or Relation.Obl or Relation.OblUnmarked or Relation.Advcl or Relation.Ccomp)
            {
                what = c;
                break;
            }
        }
        if (what >= 0 && view.Tree.Left(what) > verb)
            draft.Add(view.Trimmed(view.Tree.Left(what), ClauseReach.Extend(view, verb, view.Tree.Left(what), view.Tree.Right(what), false)), view.Text);
        return true;
    }

    // "As the mayor noted, the bridge is old": the clause that the side clause hangs on.
    private static bool AddAfterAs(ReportView view, int verb, Draft draft)
    {
        int left = view.Tree.Left(verb);
        if (!view.Tree.Is(left, "as") && !view.Tree.Is(left, "As") || left + 16 < verb)
            return false;
        Sentence sentence = view.SentenceOf(verb);
        int comma = CueReader.Last(view, verb) + 1;
        while (comma < sentence.EndToken && comma < verb + 8 && !view.Tree.Is(comma, ","))
            comma++;
        if (left <= sentence.FirstToken + 1)
        {
            if (comma >= sentence.EndToken || !view.Tree.Is(comma, ","))
                return false;
            draft.Add(view.Trimmed(comma + 1, sentence.EndToken - 1), view.Text);
            return draft.Content.Count > 0;
        }
        if (left > sentence.FirstToken && view.IsPunctuation(left - 1))
        {
            draft.Add(view.Trimmed(sentence.FirstToken, left - 1), view.Text);
            if (comma < sentence.EndToken - 1 && view.Tree.Is(comma, ","))
                draft.Add(view.Trimmed(comma + 1, sentence.EndToken - 1), view.Text);
            return draft.Content.Count > 0;
        }
        return false;
    }

    // "it rained, she said": from the start of the sentence or of the clause to the cue.
    private static void AddBefore(ReportView view, int verb, int clause, Draft draft)
    {
        int right = view.Tree.Right(clause);
        draft.ContentHead = clause;
        Sentence sentence = view.SentenceOf(verb);
        int left = view.Tree.Left(clause);
        if (left > sentence.FirstToken && left - sentence.FirstToken < 40 && view.QuotationOf(sentence.FirstToken) == view.QuotationOf(verb))
            left = view.Tokens[sentence.FirstToken].Upos is Upos.CCONJ ? sentence.FirstToken + 1 : sentence.FirstToken;
        draft.Add(view.Trimmed(left, Math.Min(right, verb - 1)), view.Text);
        int behind = CueReader.Last(view, verb) + 1;
        if (right < verb && behind < sentence.EndToken - 2 && view.Tree.Is(behind, ",") && !PlainReader.HasVerb(view, left, right + 1))
            draft.Add(view.Trimmed(behind + 1, sentence.EndToken - 1), view.Text);
        else if (right > verb)
            draft.Add(view.Trimmed(Math.Max(view.Tree.Right(verb) + 1, verb + 1), right), view.Text);
    }

    // "the talks, he said, had failed": the clause that the parenthesis hangs on, without it.
    private static void AddAround(ReportView view, int verb, int head, Draft draft)
    {
        int left = view.Tree.Left(head), right = view.Tree.Right(head);
        draft.ContentHead = head;
        draft.Add(view.Trimmed(PlainReader.BehindReport(view, left, verb), view.Tree.Left(verb) - 1), view.Text);
        if (right > view.Tree.Right(verb))
            draft.Add(view.Trimmed(view.Tree.Right(verb) + 1, right), view.Text);
    }

    private static bool Fits(ReportView view, int complement, Cue cue)
    {
        Token token = view.Tokens[complement];
        if (token.Xpos == "VBG")
            return cue.Takes(CueShapes.Gerund) || cue.Takes(CueShapes.Infinitive) || cue.Takes(CueShapes.Clause) || cue.Takes(CueShapes.Predicate);
        return cue.Takes(CueShapes.Infinitive) || cue.Takes(CueShapes.Predicate) || cue.Takes(CueShapes.Addressee)
            || cue.Takes(CueShapes.NounPhrase) && view.Tree.Child(complement, Relation.Mark) >= 0;
    }

    // "…, the union announced": the words before a comma are no noun of a side clause. The comma may be counted to either.
    private static bool StandsBehindComma(ReportView view, int first) => view.Tree.Is(first, ",") || first > 0 && view.Tree.Is(first - 1, ",");
}
