// Attributions whose cue is a noun or an adjective: "his warning that", "support for", "is confident that".
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Reads attributions whose cue is a noun or a predicate adjective.</summary>
internal static class NounCues
{
    /// <summary>The attribution that this noun signals, or null.</summary>
    public static Draft? ReadNoun(ReportView view, int noun)
    {
        if (!CueList.Nouns.TryGetValue(view.Tokens[noun].Lemma, out Cue? cue) || view.Tokens[noun].Relation is Relation.Compound || !Stands(view, noun))
            return null;
        Draft draft = new() { Cue = cue, CueToken = noun, Stance = cue.Stance };
        int first = noun, last = noun;
        if (!FindContent(view, noun, cue, draft, ref last))
            return null;
        // Without an owner only a clause makes it words of somebody: "reports that it held", not "reports of a flood".
        if (!FindSource(view, noun, draft, ref first) && (!cue.Takes(CueShapes.Clause) || last > noun))
            return null;
        draft.CueSpan = view.Words.SpanOf(first, last);
        return draft;
    }

    // "in order to" orders nothing, and a capital inside a sentence makes the noun a part of a name: "the Court of Appeals for".
    private static bool Stands(ReportView view, int noun) =>
        !(view.Tokens[noun].Lemma == "order" && noun > 0 && view.Tree.Is(noun - 1, "in") && view.Tree.Is(noun + 1, "to"))
        && !(char.IsUpper(view.Words.Form(noun)[0]) && noun > view.SentenceOf(noun).FirstToken && !view.IsPunctuation(noun - 1));

    /// <summary>The attribution that this adjective signals, or null.</summary>
    public static Draft? ReadAdjective(ReportView view, int adjective)
    {
        if (!CueList.Adjectives.TryGetValue(view.Tokens[adjective].Lemma, out Cue? cue))
            return null;
        Draft draft = new() { Cue = cue, CueToken = adjective, Stance = cue.Stance };
        int last = adjective;
        if (!FindContent(view, adjective, cue, draft, ref last))
            return null;
        int subject = SourceReader.Subject(view, adjective, out _);
        if (subject < 0 || view.Tree.Child(adjective, Relation.Expl) >= 0)
            return null;
        SourceReader.Set(view, draft, subject, adjective);
        draft.CueSpan = view.Words.SpanOf(CueReader.First(view, adjective), last);
        return draft;
    }

    private static bool FindContent(ReportView view, int word, Cue cue, Draft draft, ref int last)
    {
        for (int c = view.Tree.FirstChild(word); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (c < word)
                continue;
            Token token = view.Tokens[c];
            int left = view.Tree.Left(c);
            bool clausal = token.Relation is Relation.Acl or Relation.Ccomp or Relation.Xcomp or Relation.Advcl;
            if (clausal && left > word && view.Tokens[left].Upos != Upos.PUNCT)
            {
                bool infinitive = view.Tree.Is(left, "to") || left + 1 < view.Tokens.Length && view.Tree.Is(left, "not") && view.Tree.Is(left + 1, "to");
                bool that = view.Tree.Is(left, "that") || view.Tokens[left].Xpos is "WRB" or "WP" || view.Tree.Is(left, "whether") || view.Tree.Is(left, "if")
                    || token.Relation == Relation.Ccomp;
                if (infinitive && cue.Takes(CueShapes.Infinitive) || that && cue.Takes(CueShapes.Clause) && token.Relation != Relation.AclRelcl)
                {
                    draft.ContentHead = c;
                    draft.Add(view.Trimmed(left, view.Tree.Right(c)), view.Text);
                    return draft.Content.Count > 0;
                }
            }
            if (token.Relation is Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl && left == word + 1 && left < c)
            {
                foreach (string preposition in cue.Prepositions)
                {
                    if (!view.Tree.Is(left, preposition))
                        continue;
                    last = left;
                    draft.ContentHead = c;
                    draft.Add(view.Trimmed(left + 1, view.Tree.Right(c)), view.Text);
                    return draft.Content.Count > 0;
                }
            }
        }
        return cue.Takes(CueShapes.Clause) && That(view, word, draft) || Beside(view, word, cue, draft, ref last);
    }

    // "plans to return", "eager to leave", "support for the dam" where the parser hung the rest elsewhere.
    private static bool Beside(ReportView view, int word, Cue cue, Draft draft, ref int last)
    {
        int next = word + 1, end = view.SentenceOf(word).EndToken;
        if (next + 1 >= end)
            return false;
        int from = -1;
        if (cue.Takes(CueShapes.Infinitive) && view.Tree.Is(next, "to") && view.Tokens[next + 1].Xpos is "VB")
        {
            from = next;
        }
        else if (Array.Exists(cue.Prepositions, p => view.Tree.Is(next, p)) && !view.IsPunctuation(next + 1))
        {
            last = next;
            from = next + 1;
        }
        if (from < 0)
            return false;
        int head = view.Tokens[from].Head is var up && up > from && up - from < 8 ? up : from + (view.Tree.Is(from, "to") ? 1 : 0);
        (int first, int to) = ClauseEnds.Draw(view, null, word, from - 1, from, Math.Max(from, Math.Min(end - 1, view.Tree.Right(head))), false);
        draft.ContentHead = head;
        draft.Add(view.Trimmed(first, to), view.Text);
        return draft.Content.Count > 0;
    }

    // "his claim that it rained" where the parser hung the clause elsewhere.
    private static bool That(ReportView view, int word, Draft draft)
    {
        int that = word + 1;
        if (that + 2 >= view.SentenceOf(word).EndToken || !view.Tree.Is(that, "that") || view.Tokens[that + 1].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.ADV)
            return false;
        (_, int last) = ClauseEnds.Draw(view, draft.Cue, word, word, that, that, true);
        draft.Add(view.Trimmed(that, last), view.Text);
        return draft.Content.Count > 0;
    }

    private static bool FindSource(ReportView view, int noun, Draft draft, ref int first)
    {
        for (int c = view.Tree.FirstChild(noun); c >= 0; c = view.Tree.NextSibling(c))
        {
            Token token = view.Tokens[c];
            if (token.Relation == Relation.NmodPoss && c < noun)
            {
                (int f, int l) = SourceReader.Phrase(view, c, noun);
                draft.Source = view.Words.SpanOf(f, l);
                draft.SourceHead = c;
                first = FirstModifier(view, noun, Math.Max(l, view.Tree.Right(c)));
                return true;
            }
            if (token.Relation is Relation.Nmod or Relation.OblAgent or Relation.Obl && c > noun && view.Tree.Child(c, Relation.Case) is var by && by >= 0
                && (view.Tree.Is(by, "by") || view.Tree.Is(by, "from")) && by < c)
            {
                (int f, int l) = SourceReader.Phrase(view, c, -1);
                draft.Source = view.Trimmed(Math.Max(f, by + 1), l);
                draft.SourceHead = c;
                first = FirstModifier(view, noun, -1);
                return true;
            }
        }
        // "made a promise to", "voiced fears that": the subject of the light verb.
        Token self = view.Tokens[noun];
        if (self.Relation == Relation.Obj && self.Head >= 0 && self.Head < noun && CueList.LightVerbs.ContainsKey(view.Tokens[self.Head].Lemma))
        {
            int subject = SourceReader.Subject(view, self.Head, out bool passive);
            if (subject >= 0 && !passive)
            {
                SourceReader.Set(view, draft, subject, self.Head);
                first = CueReader.First(view, self.Head);
                return true;
            }
        }
        return false;
    }

    private static int FirstModifier(ReportView view, int noun, int owner)
    {
        int first = noun;
        while (first - 1 > owner && first - 1 >= 0 && view.Tokens[first - 1].Head == noun && view.Tokens[first - 1].Relation is Relation.Amod or Relation.Compound)
            first--;
        return first;
    }
}
