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
        if (cue is null || cue.Shapes == CueShapes.Quotation && cue.Prepositions.Length == 0 && !cue.Word.Contains(' ', StringComparison.Ordinal) || token.Relation is Relation.Amod or Relation.Compound or Relation.Aux or Relation.Case or Relation.Mark or Relation.Fixed)
            return null;
        // "as she put it" hands on what stands around it; "put it" alone moves a thing.
        if (cue.Shapes == CueShapes.Quotation && cue.Prepositions.Length == 0 && !(view.Tree.Is(view.Tree.Left(verb), "as") || view.Tree.Is(view.Tree.Left(verb), "As")))
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
        if (!VerbContents.FindContent(view, verb, cue, draft, out int cueLast) && !PlainReader.Read(view, verb, cue, draft) && !PlainReader.ReadObject(view, verb, cue, draft))
            return null;
        if (IsPurpose(view, verb) && !SpeaksInClause(view, draft))
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

    // "met to discuss the plan", "has a week to defend it": what an act is for has not been said. "The first town to back the plan" has done so.
    private static bool IsPurpose(ReportView view, int verb)
    {
        Token token = view.Tokens[verb];
        if (token.Xpos is not "VB" || token.Relation is not (Relation.Advcl or Relation.Acl) || token.Head < 0 || view.Tokens[token.Head].Upos is Upos.ADJ)
            return false;
        return !(token.Relation is Relation.Acl && view.Tree.Child(token.Head, Relation.Amod) is >= 0 and var order && view.Tokens[order].Lemma is "first" or "last" or "only" or "latest");
    }

    private static bool SpeaksInClause(ReportView view, Draft draft) =>
        draft.Cue is { Kind: CueKind.Speech } && draft.ContentHead >= 0 && view.Tokens[draft.ContentHead].Relation is Relation.Ccomp;

    // "The music seemed to match the mood": the subject belongs to the content, nobody is named.
    private static Draft? ReadSeeming(ReportView view, int verb, int subject, Draft draft)
    {
        int what = VerbContents.Complement(view, verb);
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
        draft.Add(view.Trimmed(from, ClauseReach.Extend(view, verb, from, view.Tree.Right(what), false)), view.Text);
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
            int what = clause >= 0 ? clause : VerbContents.Complement(view, verb);
            if (what < 0)
                what = ObjectContents.Prepositional(view, verb, cue, draft, ref last);
            else
                VerbContents.AddClause(view, verb, what, draft);
            if (what < 0)
                return null;
        }
        else
        {
            int what = clause >= 0 ? clause : VerbContents.Complement(view, verb);
            if (what < 0 && agent < 0 && cue.Kind != CueKind.Mind && !cue.Takes(CueShapes.Predicate))
                return null;
            // "a firm called Kestrel": its name, and nobody's view.
            if (what >= 0 && agent < 0 && cue.Takes(CueShapes.Predicate) && view.Tokens[what].Upos is Upos.PROPN && view.QuotationOf(what) < 0)
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
                VerbContents.AddClause(view, verb, what, draft);
            else
                what = ObjectContents.Prepositional(view, verb, cue, draft, ref last);
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

    /// <summary>True if a comma stands before the word, be it inside a closing mark: <c>“informed,” adding</c>.</summary>
    internal static bool BehindComma(ReportView view, int word) =>
        word > 0 && (view.Tree.Is(word - 1, ",") || word > 1 && view.IsPunctuation(word - 1) && view.QuotationOf(word - 1) >= 0 && view.QuotationOf(word) != view.QuotationOf(word - 1) && view.Tree.Is(word - 2, ","));
}
