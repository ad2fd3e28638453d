// Attributions whose cue is a verb, read from the tree.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Reads attributions whose cue is a verb: clauses, infinitives, objects and prepositional phrases as content.</summary>
internal static class VerbCues
{
    /// <summary>The attribution that this verb signals, or null.</summary>
    public static Draft? Read(ReportView view, int verb)
    {
        Token token = view.Tokens[verb];
        if (Reckonings.Read(view, verb) is { } reckoned)
            return reckoned;
        Cue? cue = CueReader.Of(view, verb);
        // Words that only lead in a quotation ("she began") say nothing where none stands beside them.
        if (cue is null || cue.Shapes == CueShapes.Quotation && cue.Prepositions.Length == 0 || token.Relation is Relation.Amod or Relation.Compound or Relation.Aux or Relation.Case or Relation.Mark or Relation.Fixed)
            return null;
        Draft draft = new() { Cue = cue, CueToken = verb, Stance = cue.Stance };
        if (cue.Stance == Stance.Asks && token.Xpos is "VBN" or "VBD" && view.Tree.Child(verb, Relation.Nsubj) < 0 && IsPassive(view, verb) | view.SentenceOf(verb).FirstToken >= verb - 1)
        {
            int last = CueReader.Last(view, verb);
            if (PlainReader.ReadQuestion(view, verb, draft, ref last))
            {
                draft.CueSpan = view.Words.SpanOf(CueReader.First(view, verb), last);
                return draft;
            }
        }
        if (!IsPassive(view, verb))
            return ReadActive(view, verb, cue, draft);
        if (cue.Takes(CueShapes.Clause) && verb > 0 && view.Tree.Is(verb - 1, ",") && view.Tree.Child(verb, Relation.AuxPass) < 0 && SourceReader.Agent(view, verb) < 0
            && MistaggedVerbs.Read(view, verb) is { } past)
        {
            return past;
        }
        Draft? passive = ReadPassive(view, verb, cue, draft);
        // "Venn, who built it, named two men": a past tense taken for a participle.
        return passive ?? (view.Tree.Child(verb, Relation.AuxPass) < 0 && SourceReader.Agent(view, verb) < 0 && verb > 0 && view.Tree.Is(verb - 1, ",")
            ? MistaggedVerbs.Read(view, verb) : null);
    }

    /// <summary>True for a passive: with its auxiliary, or a bare participle that describes a noun. A subject that the parser alone calls passive is none.</summary>
    internal static bool IsPassive(ReportView view, int verb)
    {
        Token token = view.Tokens[verb];
        if (token.Xpos is not ("VBN" or "VBD"))
            return false;
        if (view.Tree.Child(verb, Relation.AuxPass) >= 0)
            return true;
        if (view.Tree.Child(verb, Relation.NsubjPass) is var promoted && promoted >= 0)
            return token.Xpos == "VBN" && (promoted < verb - 1 && view.Tree.Child(verb, Relation.Aux) >= 0 || SourceReader.Agent(view, verb) >= 0);
        // "The mayor called for it": a sentence that is nothing but a noun and its participle is a past tense.
        if (token.Relation == Relation.Acl && token.Head >= 0 && token.Head < verb && view.Tokens[token.Head].Head < 0 && SourceReader.Agent(view, verb) < 0)
            return false;
        return token.Xpos == "VBN" && token.Relation is Relation.Acl or Relation.Advcl && view.Tree.Child(verb, Relation.Aux) < 0 && view.Tree.Child(verb, Relation.Nsubj) < 0;
    }

    private static Draft? ReadActive(ReportView view, int verb, Cue cue, Draft draft)
    {
        int subject = SourceReader.Subject(view, verb, out _);
        // A subject behind the verb is one only where words that it says stand before: "…, said Ono Vel".
        if (subject > verb && verb > 0 && !view.IsPunctuation(CueReader.First(view, verb) - 1 < 0 ? verb : CueReader.First(view, verb) - 1))
            subject = -1;
        bool expletive = subject < 0 && view.Tree.Child(verb, Relation.Expl) >= 0;
        if (cue.Kind == CueKind.Seem)
            return ReadSeeming(view, verb, subject, draft);
        if (cue.Shapes == CueShapes.Felt)
            return ReadFelt(view, verb, subject, draft);
        if (!FindContent(view, verb, cue, draft, out int cueLast) && !PlainReader.Read(view, verb, cue, draft) && !PlainReader.ReadObject(view, verb, cue, draft))
            return null;
        Token token = view.Tokens[verb];
        int opens = CueReader.First(view, verb);
        bool afterComma = BehindComma(view, opens);
        // "said that two were hurt and denied that any had died": behind "and" the source of the cue before speaks on.
        bool joined = opens > 0 && view.Tokens[opens - 1].Upos is Upos.CCONJ && subject >= 0 && token.Xpos is "VBD" or "VBN" or "VBZ" or "VBP";
        draft.SharesSource = joined || token.Xpos == "VBG" && (draft.Source is null && subject < 0 && (cue.Takes(CueShapes.Clause) || afterComma) || afterComma && subject >= 0);
        if (draft.Source is null && subject < 0 && !expletive && !draft.SharesSource && !PlainReader.SetSourceBefore(view, verb, draft))
            return null;
        // "a week after the committee said": a noun right before a verb that has no subject in the tree is its subject.
        if (draft.Source is null && subject >= 0 && !SourceReader.IsOwn(view, subject, verb) && token.Relation is Relation.Advcl
            && view.Tokens[opens > 0 ? opens - 1 : opens].Upos is Upos.NOUN or Upos.PROPN && PlainReader.SetSourceBefore(view, verb, draft))
        {
            subject = -1;
        }
        if (draft.Source is null && subject >= 0)
            SourceReader.Set(view, draft, subject, verb);
        cueLast = CueReader.WithStatement(view, cueLast, draft);
        int first = CueReader.First(view, verb);
        draft.CueSpan = view.Words.SpanOf(first, cueLast);
        return draft;
    }

    // "The music seemed to match the mood": the subject belongs to the content, nobody is named.
    private static Draft? ReadSeeming(ReportView view, int verb, int subject, Draft draft)
    {
        int what = Complement(view, verb);
        if (what < 0)
            return null;
        if (subject >= 0 && !IsPronounIt(view, subject))
        {
            (int f, int l) = SourceReader.Phrase(view, subject, verb);
            (f, l) = SourceReader.Widen(view, f, l, subject, verb);
            draft.Add(view.Trimmed(f, l), view.Text);
        }
        else if (subject < 0 && PlainReader.SetSourceBefore(view, verb, draft) && draft.Source is { } before)
        {
            draft.Add(before, view.Text);
            (draft.Source, draft.SourceHead) = (null, -1);
        }
        int from = Math.Max(verb + 1, view.Tree.Left(what));
        draft.Add(view.Trimmed(from, ClauseEnds.Extend(view, verb, from, view.Tree.Right(what), false)), view.Text);
        draft.ContentHead = what;
        draft.CueSpan = view.Words.SpanOf(CueReader.First(view, verb), CueReader.Last(view, verb));
        return draft.Content.Count > 0 ? draft : null;
    }

    // "The vote angered farmers": whoever feels it is the source.
    private static Draft? ReadFelt(ReportView view, int verb, int subject, Draft draft)
    {
        int felt = view.Tree.Child(verb, Relation.Obj);
        if (felt < verb || subject < 0 || subject > verb || IsPronounIt(view, subject))
            return null;
        SourceReader.Set(view, draft, felt, verb);
        (int f, int l) = SourceReader.Phrase(view, subject, verb);
        (f, l) = SourceReader.Widen(view, f, l, subject, verb);
        draft.Add(view.Trimmed(f, l), view.Text);
        draft.ContentHead = subject;
        draft.CueSpan = view.Words.SpanOf(CueReader.First(view, verb), CueReader.Last(view, verb));
        return draft.Content.Count > 0 ? draft : null;
    }

    private static bool IsPronounIt(ReportView view, int token) => view.Tree.Is(token, "it") || view.Tree.Is(token, "there");

    private static Draft? ReadPassive(ReportView view, int verb, Cue cue, Draft draft)
    {
        int agent = SourceReader.Agent(view, verb);
        int promoted = view.Tree.Child(verb, Relation.NsubjPass);
        int clause = view.Tree.Child(verb, Relation.Ccomp);
        if (promoted < 0 && view.Tokens[verb].Relation is Relation.Conj or Relation.AclRelcl or Relation.Xcomp)
        {
            promoted = SourceReader.Subject(view, verb, out _);
        }
        int antecedent = promoted < 0 && view.Tokens[verb].Relation == Relation.Acl ? view.Tokens[verb].Head : -1;
        int last = CueReader.Last(view, verb);
        if (cue.Takes(CueShapes.Addressee) || cue.Takes(CueShapes.Quotation) && cue.Stance == Stance.Asks)
        {
            int what = clause >= 0 ? clause : Complement(view, verb);
            if (what < 0)
                what = Prepositional(view, verb, cue, draft, ref last);
            else
                AddClause(view, verb, what, draft);
            if (what < 0)
                return null;
        }
        else
        {
            int what = clause >= 0 ? clause : Complement(view, verb);
            if (what < 0 && agent < 0 && cue.Kind != CueKind.Mind && !cue.Takes(CueShapes.Predicate))
                return null;
            if (promoted >= 0 && view.Tokens[promoted].Relation != Relation.Expl && !view.Tree.Is(promoted, "it"))
            {
                (int f, int l) = SourceReader.Phrase(view, promoted, verb);
                (f, l) = SourceReader.Widen(view, f, l, promoted, verb);
                draft.Add(view.Trimmed(f, l), view.Text);
            }
            else if (antecedent >= 0)
            {
                (int f, int l) = SourceReader.Phrase(view, antecedent, verb);
                draft.Add(view.Trimmed(f, l), view.Text);
            }
            if (what >= 0)
                AddClause(view, verb, what, draft);
            else
                what = Prepositional(view, verb, cue, draft, ref last);
            // "asked not to be named": nobody says what somebody only wishes or has to do; "seen by the paper" thinks nothing.
            if (what < 0 && agent < 0 || agent < 0 && view.Tokens[verb].Relation is Relation.Xcomp && cue.Kind is CueKind.Speech
                || what < 0 && cue.Kind is CueKind.Mind && !cue.Takes(CueShapes.NounPhrase | CueShapes.Gerund | CueShapes.Infinitive))
            {
                return null;
            }
        }
        if (draft.Content.Count == 0)
            return null;
        if (agent >= 0)
            SourceReader.Set(view, draft, agent, verb);
        if (agent >= 0 && view.Tree.Child(agent, Relation.Case) is var by && by >= 0 && draft.Source is { } source && source.Start <= view.Tokens[by].Span.Start)
            draft.Source = new TextSpan(view.Tokens[by + 1].Span.Start, source.End);
        draft.CueSpan = view.Words.SpanOf(CueReader.First(view, verb), last);
        return draft;
    }

    private static int Complement(ReportView view, int verb)
    {
        int what = view.Tree.Child(verb, Relation.Xcomp);
        if (what < 0)
            what = view.Tree.Child(verb, Relation.Ccomp);
        return what;
    }

    private static void AddClause(ReportView view, int verb, int clause, Draft draft)
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

    private static void AddBehind(ReportView view, int verb, int first, int last, bool clausal, Draft draft, int cueLast)
    {
        if (draft.Content.Count == 0)
            (first, last) = ClauseEnds.Draw(view, draft.Cue, verb, cueLast, first, last, clausal);
        else
            last = ClauseEnds.Extend(view, verb, first, last, clausal);
        draft.Add(view.Trimmed(first, last), view.Text);
    }

    private static bool FindContent(ReportView view, int verb, Cue cue, Draft draft, out int cueLast)
    {
        cueLast = CueReader.Last(view, verb);
        Token token = view.Tokens[verb];
        int clause = view.Tree.Child(verb, Relation.Ccomp);
        int infinitive = view.Tree.Child(verb, Relation.Xcomp);
        int thing = view.Tree.Child(verb, Relation.Obj);
        if (thing >= 0 && CueList.Days.ContainsKey(view.Tokens[thing].Lemma.ToLowerInvariant()))
            thing = -1;
        if (cue.Takes(CueShapes.Quotation) && PlainReader.ReadBetweenCommas(view, verb, draft))
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
        if (clause >= 0 && (cue.Takes(CueShapes.Clause) || cue.Takes(CueShapes.Quotation)))
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
            return AddObject(view, verb, thing, cue, draft);
        }
        if (Prepositional(view, verb, cue, draft, ref cueLast) >= 0)
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
            draft.Add(view.Trimmed(view.Tree.Left(what), ClauseEnds.Extend(view, verb, view.Tree.Left(what), view.Tree.Right(what), false)), view.Text);
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
        draft.Add(view.Trimmed(left, view.Tree.Left(verb) - 1), view.Text);
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

    // "praised her for it", "called it a mistake", "accused them of lying": the object and what is said of it.
    private static bool AddObject(ReportView view, int verb, int thing, Cue cue, Draft draft)
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
        else if (cue.Takes(CueShapes.Predicate) && next + 1 < end && SaysWhat(view, next))
        {
            // "called the dam a mistake" where the parser hung the mistake elsewhere
            int head = next;
            while (view.Tokens[head].Head is var up && up > head && up - head <= 8 && view.Tokens[up].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ)
                head = up;
            last = Math.Max(head, Math.Min(end - 1, view.Tree.Right(head)));
        }
        // "saw it coming" tells a view, "saw it" does not.
        if (!cue.Takes(CueShapes.NounPhrase) && !clausal && last <= view.Tree.Right(thing))
            return false;
        AddBehind(view, verb, Math.Max(verb + 1, view.Tree.Left(thing)), last, clausal, draft, CueReader.Last(view, verb));
        return draft.Content.Count > 0;
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
            if (view.Tree.Is(token, cue.Prepositions[p]))
                return p;
        }
        return -1;
    }

    // "called for a halt", "warned of a flood": the preposition joins the cue if it stands beside it.
    private static int Prepositional(ReportView view, int verb, Cue cue, Draft draft, ref int cueLast)
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

    /// <summary>True if a comma stands before the word, be it inside a closing mark: <c>“informed,” adding</c>.</summary>
    internal static bool BehindComma(ReportView view, int word) =>
        word > 0 && (view.Tree.Is(word - 1, ",") || word > 1 && view.IsPunctuation(word - 1) && view.QuotationOf(word - 1) >= 0 && view.QuotationOf(word) != view.QuotationOf(word - 1) && view.Tree.Is(word - 2, ","));

    // "…, the union announced": the words before a comma are no noun of a side clause. The comma may be counted to either.
    private static bool StandsBehindComma(ReportView view, int first) => view.Tree.Is(first, ",") || first > 0 && view.Tree.Is(first - 1, ",");

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
