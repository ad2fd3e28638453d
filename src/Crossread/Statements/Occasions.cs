// Questions and remarks that a statement answers: "Asked if he would go, she said …".
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Finds what a statement answers.</summary>
internal static class Occasions
{
    /// <summary>Writes into each draft of a sentence the question that was put to its speaker.</summary>
    public static void Find(ReportView view, List<Draft> drafts)
    {
        foreach (Draft draft in drafts)
        {
            if (draft.CueToken < 0 || draft.Cue is not { Kind: CueKind.Speech } || draft.Cue.Stance == Stance.Asks)
                continue;
            int question = Question(view, draft.CueToken);
            if (question >= 0)
                draft.Occasion = view.Trimmed(view.Tree.Left(question), Last(view, question, draft.CueToken));
        }
    }

    // A participle of asking under the cue or, where the parser hung it elsewhere, at the start of the sentence.
    private static int Question(ReportView view, int cue)
    {
        for (int c = view.Tree.FirstChild(cue); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (view.Tokens[c].Relation is Relation.Advcl or Relation.Obl or Relation.Parataxis && IsAsking(view, c))
                return c;
        }
        Sentence sentence = view.SentenceOf(cue);
        int first = sentence.FirstToken;
        if (view.Tree.Is(first, "when") || view.Tree.Is(first, "if"))
            first++;
        return first < cue && first < sentence.EndToken && IsAsking(view, first) ? first : -1;
    }

    private static int Last(ReportView view, int question, int cue)
    {
        int last = view.Tree.Right(question);
        if (last < cue)
            return last;
        // The parser took too much: up to the comma before the speaker.
        last = question;
        for (int t = question; t < cue; t++)
        {
            if (view.Tree.Is(t, ","))
                last = t - 1;
        }
        return last;
    }

    private static bool IsAsking(ReportView view, int token) =>
        view.Tokens[token].Xpos is "VBN" or "VBD" && view.Tokens[token].Lemma is "ask" or "question" or "press" or "quiz" && view.Tree.Child(token, Relation.Nsubj) < 0;
}
