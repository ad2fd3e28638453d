// Words that are held back: "would not say whether", "neither praised nor defended", "stopped short of accusing".
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Tells a cue that says something from one whose words are held back.</summary>
internal static class Withholding
{
    private const int MostSteps = 4;

    /// <summary>The word that holds the cue back (<c>not</c>, <c>neither</c>, <c>declined</c>), or -1 if it is said.</summary>
    public static int Of(ReportView view, int cue)
    {
        int current = cue;
        for (int step = 0; step < MostSteps && current >= 0; step++)
        {
            if (Negation(view, current) is var no && no >= 0)
                return no;
            Token token = view.Tokens[current];
            if (step == 0 && token.Relation is Relation.Conj && token.Head >= 0 && view.Tree.Child(current, Relation.Cc) is var nor && nor >= 0 && view.Tree.Is(nor, "nor"))
                return nor;
            if (token.Head < 0 || token.Relation is not (Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.Ccomp) || !IsBare(view, current))
                return -1;
            current = token.Head;
            // "stopped short of calling": the tree may hang the call on "short".
            if (view.Tree.Is(current, "short") && view.Tokens[current] is { Relation: Relation.Xcomp or Relation.Advcl, Head: >= 0 and var stop })
                current = stop;
            if (HoldsBack(view, current))
                return current;
            if (token.Relation is not Relation.Xcomp)
                return -1;
        }
        return -1;
    }

    // "not", "never" or "neither" on the word.
    private static int Negation(ReportView view, int word)
    {
        for (int c = view.Tree.FirstChild(word); c >= 0 && c < word; c = view.Tree.NextSibling(c))
        {
            if (view.Tokens[c].Lemma is "not" or "n't" or "n’t" or "never" or "neither" && view.Tokens[c].Relation is not (Relation.Nsubj or Relation.Obj) && !view.Tree.OnlyAdds(c))
                return c;
        }
        return -1;
    }

    // An infinitive or a gerund without a subject of its own: whoever holds back is the one who would have said it.
    private static bool IsBare(ReportView view, int verb) =>
        view.Tokens[verb].Xpos is "VB" or "VBG" && view.Tree.Child(verb, Relation.Nsubj) < 0;

    // "declined to", "unable to"; "stopped short of", "fell short of" by the word behind.
    private static bool HoldsBack(ReportView view, int word) => CueList.Withholding.ContainsKey(view.Tokens[word].Lemma)
        || view.Tokens[word].Lemma is "stop" or "fall" && word + 1 < view.Tokens.Length && view.Tree.Is(word + 1, "short");
}
