// What a source does by saying it: the cue's own stance, changed by negation in the cue and in the content.
using Crossread.Language;
using Crossread.Names;

namespace Crossread.Statements;

/// <summary>Reads stance from the cue and the grammar of the content.</summary>
internal static class StanceReader
{
    /// <summary>Sets the stance, and says why if the cue's word alone does not.</summary>
    public static void Read(ReportView view, Draft draft, ReportNames names)
    {
        if (draft.CueToken >= 0 && Withholding.Of(view, draft.CueToken) is var back && back >= 0)
        {
            HoldBack(view, draft, view.Words.Form(back).ToString().ToLowerInvariant());
            return;
        }
        if (draft.Cue is { Word: "plead" } && Plea(view, draft) is { } plea)
        {
            (draft.Stance, draft.Because) = (plea, plea is Stance.Denies ? "a plea of not guilty" : "a plea of guilty");
            return;
        }
        if (draft.Stance is Stance.Denies && TurnsDown(view, draft))
        {
            draft.Stance = Stance.Says;
            draft.Because = "what is turned down is no claim";
            return;
        }
        if (draft.Stance is not (Stance.Says or Stance.Confirms) || draft.Cue is { Kind: not CueKind.Speech })
            return;
        if (StartsWithNo(view, draft))
        {
            draft.Stance = Stance.Denies;
            draft.Because = "the answer begins with no";
            return;
        }
        int clause = MainClause(view, draft);
        if (clause < 0 || !IsNegated(view, clause))
            return;
        if (draft.Occasion is not null && IsDeniable(view, clause))
        {
            draft.Stance = Stance.Denies;
            draft.Because = "it answers a question in the negative";
        }
        else if (IsDeniable(view, clause) && IsOwnSide(view, draft, clause, names))
        {
            draft.Stance = Stance.Denies;
            draft.Because = "it says in the negative what the speaker's own side did";
        }
    }

    // "pleaded not guilty to fraud" denies it, "pleaded guilty" owns up to it; "pleaded for help" is neither.
    private static Stance? Plea(ReportView view, Draft draft)
    {
        int behind = draft.CueToken + 1;
        if (behind + 1 >= view.Tokens.Length)
            return null;
        return view.Tree.Is(behind, "guilty") ? Stance.Confirms : view.Tree.Is(behind, "innocent") || view.Tree.Is(behind, "not") && view.Tree.Is(behind + 1, "guilty") ? Stance.Denies : null;
    }

    // "rejected the plan", "rejection of the offer": neither is true or false. "rejected it", "rejected having met them" may be.
    private static bool TurnsDown(ReportView view, Draft draft) =>
        draft.Cue is { } cue && CueList.Refusals.ContainsKey(cue.Word) && draft.ContentHead >= 0 && view.Tokens[draft.ContentHead] is { Upos: Upos.NOUN } thing
        && !CueList.Claims.ContainsKey(thing.Lemma) && view.Tree.Child(draft.ContentHead, Relation.Nsubj) < 0;

    // What is not said is no side taken: a truth stays open, and praise, blame, wish and promise are none.
    private static void HoldBack(ReportView view, Draft draft, string word)
    {
        Stance before = draft.Stance;
        draft.Stance = before switch
        {
            Stance.Denies when word is not ("neither" or "nor") => Stance.Says, // "did not deny", "could not rule out"
            Stance.Denies or Stance.Confirms or Stance.Accuses or Stance.Warns or Stance.Predicts => Stance.Doubts,
            Stance.Says => IsClause(view, draft) ? Stance.Doubts : Stance.Says,
            Stance.Asks or Stance.Doubts => before,
            _ => Stance.Says,
        };
        if (draft.Stance != before)
            draft.Because = before is Stance.Denies && draft.Stance is Stance.Says ? "the denial itself is negated" : $"“{word}” leaves it unsaid";
    }

    // A clause that could be true or false, and no wish: "did not say that it held".
    private static bool IsClause(ReportView view, Draft draft) =>
        !view.Tree.Is(view.Words.TokenAt(draft.Content[0].Start), "to") && PlainReader.HasVerb(view, view.Words.TokenAt(draft.Content[0].Start), view.Words.TokenAt(draft.Content[0].End));

    /// <summary>True if the word is negated: <c>not</c>, <c>n't</c>, <c>never</c>, or <c>no</c> on its subject or object.</summary>
    public static bool IsNegated(ReportView view, int word)
    {
        for (int c = view.Tree.FirstChild(word); c >= 0; c = view.Tree.NextSibling(c))
        {
            Relation relation = view.Tokens[c].Relation;
            if (relation is Relation.Advmod or Relation.Aux or Relation.Mark && view.Tokens[c].Lemma is "not" or "n't" or "never" or "n’t")
                return true;
            if (relation is Relation.Nsubj or Relation.Obj or Relation.NsubjPass && view.Tokens[c].Lemma is "nothing" or "nobody" or "none" or "neither")
                return true;
            if (relation is Relation.Nsubj or Relation.Obj or Relation.NsubjPass && view.Tree.Child(c, Relation.Det) is var det && det >= 0
                && view.Tokens[det].Lemma is "no" or "neither")
            {
                return true;
            }
        }
        return view.Tokens[word].Upos is Upos.NOUN && view.Tree.Child(word, Relation.Det) is var own && own >= 0 && view.Tokens[own].Lemma is "no";
    }

    private static bool StartsWithNo(ReportView view, Draft draft)
    {
        int t = view.Words.TokenAt(draft.Content[0].Start);
        while (t < view.Tokens.Length && view.IsPunctuation(t) && view.Tokens[t].Span.Start < draft.Content[0].End)
            t++;
        return t + 1 < view.Tokens.Length && view.Tree.Is(t, "no") && view.IsPunctuation(t + 1) && view.Words.Form(t + 1) is "," or "." or "!" or "—" or "–" or ";";
    }

    // The root of the content's first clause.
    private static int MainClause(ReportView view, Draft draft)
    {
        if (draft.ContentHead >= 0)
            return view.Tokens[draft.ContentHead].Relation is Relation.Ccomp or Relation.Root or Relation.Conj or Relation.Parataxis ? draft.ContentHead : -1;
        int first = view.Words.TokenAt(draft.Content[0].Start), end = draft.Content[0].End;
        for (int t = first; t < view.Tokens.Length && view.Tokens[t].Span.Start < end; t++)
        {
            int head = view.Tokens[t].Head;
            bool outside = head < first || head >= view.Tokens.Length || view.Tokens[head].Span.Start >= end;
            if (outside && !view.IsPunctuation(t) && view.Tokens[t].Upos is Upos.VERB or Upos.ADJ or Upos.NOUN or Upos.AUX)
                return t;
        }
        return -1;
    }

    // A deed or a state that somebody can be charged with: no wish or belief, nothing that may or would be.
    private static bool IsDeniable(ReportView view, int clause)
    {
        for (int c = view.Tree.FirstChild(clause); c >= 0 && c < clause; c = view.Tree.NextSibling(c))
        {
            // What may or would be, and what has only "not yet" been done.
            if (view.Tokens[c].Relation is Relation.Aux && view.Tokens[c].Xpos == "MD" || view.Tokens[c].Lemma is "yet")
                return false;
            // "not only closed the gate": that too. "If they do not close it": a case.
            if (view.Tokens[c].Lemma is "only" or "just" or "merely" or "simply" or "necessarily" or "if" or "unless" && view.Tokens[c].Relation is Relation.Advmod or Relation.Mark)
                return false;
        }
        // "has no choice", "has no doubt": a need and a certainty in the negative's clothes.
        if (view.Tree.Child(clause, Relation.Obj) is var thing && thing >= 0 && view.Tokens[thing].Lemma is "choice" or "alternative" or "option" or "doubt" or "question" or "idea" or "comment" or "illusion")
            return false;
        Token token = view.Tokens[clause];
        // "is not going to pay": what is planned not to be done.
        if (token is { Lemma: "go", Xpos: "VBG" } && view.Tree.Child(clause, Relation.Xcomp) >= 0)
            return false;
        return token.Upos switch
        {
            Upos.VERB => !CueList.InwardVerbs.ContainsKey(token.Lemma),
            _ => CueList.Deniable.ContainsKey(token.Lemma),
        };
    }

    private static bool IsOwnSide(ReportView view, Draft draft, int clause, ReportNames names)
    {
        if (draft.Source is null || draft.SourceHead < 0 || draft.Cue is { } cue && CueList.Admissions.ContainsKey(cue.Word))
            return false;
        int subject = SourceReader.Subject(view, clause, out _);
        if (subject < 0 || view.Tree.Child(clause, Relation.Expl) >= 0)
            return false;
        Token token = view.Tokens[subject];
        int? own = SpeakerReader.Read(view, draft, names).Entity, theirs = names.EntityAt(view.Words, token.Span);
        // In the speaker's very words "he" is somebody else.
        if (token.Upos == Upos.PRON && view.QuotationOf(subject) >= 0 && token.Lemma.ToLowerInvariant() is "he" or "she" or "they")
            return false;
        if (token.Upos == Upos.PRON)
            return (own is null || theirs is null || own == theirs) && Agrees(view, draft.SourceHead, own is { } e ? names.Entities[e].Kind : null, token.Lemma.ToLowerInvariant());
        if (own is not null && own == theirs)
            return true;
        return token.Upos == Upos.PROPN && SpeaksForOthers(view, draft, names, own);
    }

    // "Friends say she never spoke": she is none of them.
    private static bool Agrees(ReportView view, int source, EntityKind? kind, string pronoun)
    {
        bool many = view.Tokens[source].Xpos is "NNS" or "NNPS" || view.Tokens[source].Lemma.ToLowerInvariant() is "they" or "we";
        return pronoun switch
        {
            "he" or "she" => !many && kind is not (EntityKind.Organisation or EntityKind.Group or EntityKind.Place),
            "it" => !many,
            "they" or "we" or "i" => true,
            _ => false,
        };
    }

    // A spokesman, a minister, an office: whoever speaks for more than themselves.
    private static bool SpeaksForOthers(ReportView view, Draft draft, ReportNames names, int? entity)
    {
        if (entity is { } e)
        {
            if (names.Entities[e].Kind == EntityKind.Organisation)
                return true;
            for (int m = 0; m < names.Mentions.Length; m++)
            {
                if (names.EntityOf[m] == e && names.Mentions[m].Role is { } role && HasOfficial(view, view.Words.TokenAt(role.Start), role.End))
                    return true;
            }
        }
        return draft.Source is { } source && HasOfficial(view, view.Words.TokenAt(source.Start), source.End);
    }

    private static bool HasOfficial(ReportView view, int first, int end)
    {
        for (int t = first; t < view.Tokens.Length && view.Tokens[t].Span.Start < end; t++)
        {
            if (CueList.Officials.ContainsKey(view.Tokens[t].Lemma.ToLowerInvariant()))
                return true;
        }
        return false;
    }
}
