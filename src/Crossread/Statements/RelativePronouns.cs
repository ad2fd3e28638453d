// What a relative pronoun stands for: "the mill, which says it pays well" is a saying of the mill.
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Finds the phrase that a relative pronoun stands for.</summary>
internal static class RelativePronouns
{
    private const int MostSteps = 12;

    /// <summary>First and last word of the phrase before the pronoun that it stands for; null for any other word.</summary>
    public static (int First, int Last)? PhraseBefore(ReportView view, int pronoun)
    {
        if (view.Tokens[pronoun].Xpos is not ("WP" or "WDT") && !view.Tree.Is(pronoun, "that") || NounOf(view, pronoun) is not (>= 0 and var noun))
            return null;
        // "the mill, or the port, which says": of two, what one verb in the singular tells is the nearer one's.
        if (view.Tokens[pronoun].Head is >= 0 and var verb && view.Tokens[verb].Xpos == "VBZ" && Before(view, pronoun) is var nearer && nearer > noun && view.Tokens[nearer].Relation == Relation.Conj)
            noun = nearer;
        (int first, int last) = SourceReader.Phrase(view, noun, pronoun);
        (first, last) = SourceReader.Widen(view, first, Math.Min(last, pronoun - 1), noun, -1);
        last = Math.Min(last, pronoun - 1);
        while (last > noun && view.IsPunctuation(last) && !view.Tree.Is(last, ")"))
            last--;
        return (first, last);
    }

    // By the tree; where the parser saw no relative clause, the noun right before.
    private static int NounOf(ReportView view, int pronoun)
    {
        int current = view.Tokens[pronoun].Head;
        for (int step = 0; step < MostSteps && current >= 0; step++)
        {
            if (view.Tokens[current].Relation is Relation.AclRelcl or Relation.Acl && view.Tokens[current].Head is var noun && noun >= 0 && noun < pronoun)
                return noun;
            current = view.Tokens[current].Head;
        }
        return view.Tree.Is(pronoun, "that") ? -1 : Before(view, pronoun);
    }

    // The head of the name or noun right before the pronoun, or -1.
    private static int Before(ReportView view, int pronoun)
    {
        int before = pronoun - 1;
        if (before > view.SentenceOf(pronoun).FirstToken && view.Tree.Is(before, ","))
            before--;
        if (before < view.SentenceOf(pronoun).FirstToken || view.Tokens[before].Upos is not (Upos.NOUN or Upos.PROPN))
            return -1;
        // "Port Aven Steel, which": from the last word of a name to its head.
        while (view.Tokens[before].Relation is Relation.Flat or Relation.Compound && view.Tokens[before].Head >= 0 && view.Tokens[before].Head < before)
            before = view.Tokens[before].Head;
        return before;
    }
}
