// Reads cue verbs that the tagger took for something else: "Aides say | UH the governor plans …".
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Reads listed finite forms from the words around them alone, where tags and tree hide the verb.</summary>
internal static class MistaggedVerbs
{
    private const int LongestSource = 22;

    /// <summary>The attribution that this form signals by its place, or null.</summary>
    public static Draft? Read(ReportView view, int token)
    {
        ReadOnlySpan<char> form = view.Words.Form(token);
        if (form.Length < 3 || !char.IsLower(form[0]) || !CueList.Forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out Cue? cue))
            return null;
        Sentence sentence = view.SentenceOf(token);
        if (token + 2 >= sentence.EndToken || token == sentence.FirstToken)
            return null;
        int last = token - 1;
        while (last > sentence.FirstToken && view.Tokens[last].Upos is Upos.ADV or Upos.AUX)
            last--;
        int cueFirst = last + 1;
        if (view.Tree.Is(last, ","))
            last = BeforeSideClause(view, last, sentence.FirstToken);
        if (last <= sentence.FirstToken - 1)
            return null;
        if (view.Tokens[last].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM) && !view.Tree.Is(last, ")")
            && !(view.Tokens[last].Xpos is "VBZ" && last > sentence.FirstToken && view.Tokens[last - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET)
            && !(last == sentence.FirstToken && view.Tokens[last].Upos is Upos.DET or Upos.VERB or Upos.AUX or Upos.ADJ))
        {
            return null;
        }
        int first = last;
        while (first > sentence.FirstToken && last - first < LongestSource && (!IsBorder(view, first - 1) || first == last && view.Tokens[last].Xpos is "VBZ" && !view.IsPunctuation(first - 1)) && view.QuotationOf(first - 1) == view.QuotationOf(token))
            first--;
        while (first < last && view.Tokens[first].Upos is Upos.ADV or Upos.PUNCT or Upos.SCONJ or Upos.CCONJ)
            first++;
        if (view.Tokens[first].Upos is Upos.ADP)
            return null;
        Draft draft = new() { Cue = cue, CueToken = token, Stance = cue.Stance, CueSpan = view.Words.SpanOf(cueFirst, token) };
        if (!FindContent(view, token, cue, draft))
            return null;
        draft.Source = view.Trimmed(first, last);
        draft.SourceHead = Head(view, first, last);
        return draft.Source.Value.Length > 0 ? draft : null;
    }

    /// <summary>"Many farmers | support NN the dam": a word in a verb's dictionary form to which the tree gives subject and object is one.</summary>
    public static bool HasArguments(ReportView view, int token) =>
        view.Tree.Child(token, Relation.Nsubj) is >= 0 and var subject && subject < token && view.Tree.Child(token, Relation.Cop) < 0
        && (view.Tree.Child(token, Relation.Obj) > token || view.Tree.Child(token, Relation.Ccomp) > token)
        && CueList.Verbs.ContainsKey(view.Tokens[token].Lemma) && char.IsLower(view.Words.Form(token)[0]);

    private static bool FindContent(ReportView view, int token, Cue cue, Draft draft)
    {
        if (view.Tokens[token].Upos is Upos.NOUN && view.Tokens[token + 1].Xpos is "WDT")
            return false; // "the five states that share it"
        if (cue.Takes(CueShapes.Clause) && PlainReader.ReadClause(view, token, cue, draft))
            return true;
        if (cue.Takes(CueShapes.Gerund) && view.Tokens[token + 1].Xpos is "VBG")
        {
            draft.Add(view.Trimmed(token + 1, ClauseEnds.Draw(view, cue, token, token, token + 1, token + 2, true).Last), view.Text);
            return draft.Content.Count > 0;
        }
        // A noun phrase counts only behind a form that can be nothing but a past tense between two names.
        Token next = view.Tokens[token + 1];
        if (!cue.Takes(CueShapes.Predicate) || !view.Words.Form(token).EndsWith("ed", StringComparison.Ordinal)
            || next.Upos is not (Upos.DET or Upos.PROPN) && next.Xpos is not ("PRP" or "PRP$"))
        {
            return false;
        }
        int end = view.SentenceOf(token).EndToken, stop = token + 2;
        while (stop < end && !view.Tree.Is(stop, ",") && !view.Tree.Is(stop, ";") && !view.Tree.Is(stop, ":"))
            stop++;
        draft.Add(view.Trimmed(token + 1, stop - 1), view.Text);
        return draft.Content.Count > 0;
    }

    // "the guards, who hold the gate, posted": the word before the side clause's first comma.
    private static int BeforeSideClause(ReportView view, int comma, int start)
    {
        for (int t = comma - 1; t > start && comma - t < 20; t--)
        {
            if (view.Tokens[t].Xpos is "WDT" or "WP" && view.Tree.Is(t - 1, ","))
                return t - 2;
        }
        return start - 1;
    }

    private static bool IsBorder(ReportView view, int token)
    {
        Token t = view.Tokens[token];
        return t.Upos is Upos.SCONJ || t.Upos is Upos.CCONJ && !BetweenNames(view, token) || t.Xpos is "VBD" or "VBZ" or "MD" || t.Upos is Upos.PUNCT && view.Words.Form(token) is not ("(" or ")" or "-" or "." or "'s");
    }

    private static bool BetweenNames(ReportView view, int token) => token > 0 && token + 1 < view.Tokens.Length
        && view.Tokens[token - 1].Upos is Upos.PROPN && view.Tokens[token + 1].Upos is Upos.PROPN;

    private static int Head(ReportView view, int first, int last)
    {
        for (int t = first; t <= last; t++)
        {
            if (view.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && (t == last || view.Tokens[t + 1].Upos is not (Upos.NOUN or Upos.PROPN)))
                return t;
        }
        return last;
    }
}
