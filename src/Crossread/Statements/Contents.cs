// Last touches to a content: whole quotations, coordinated clauses and a leading side clause as stretches of their own.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Last touches to the stretches of a content.</summary>
internal static class Contents
{
    /// <summary>Takes a quotation that opened inside to its end, and parts clauses that stand on their own.</summary>
    public static void Finish(ReportView view, Draft draft)
    {
        TextSpan last = draft.Content[^1];
        int at = view.Words.TokenAt(last.End - 1);
        if (at < view.Tokens.Length && view.QuotationOf(at) is var q && q >= 0 && view.Quotations[q].Span.Start >= last.Start && view.Quotations[q].Span.End > last.End)
            draft.Content[^1] = new TextSpan(last.Start, view.Quotations[q].Span.End);
        if (draft.ByQuotation)
            return;
        for (int i = draft.Content.Count - 1; i >= 0; i--)
            Part(view, draft, i);
        PartSideClause(view, draft);
    }

    // "While it rained, | the dam held, she said": the side clause is a stretch of its own.
    private static void PartSideClause(ReportView view, Draft draft)
    {
        TextSpan span = draft.Content[0];
        if (draft.CueSpan is not { } cue || cue.Start < span.End)
            return;
        int first = view.Words.TokenAt(span.Start), end = view.Words.TokenAt(span.End);
        if (view.Tokens[first].Upos is not Upos.SCONJ || view.Tokens[first].Head <= first || view.Tree.Is(first, "that"))
            return;
        int clause = view.Tokens[first].Head;
        int comma = view.Tree.Right(clause) < end - 2 ? view.Tree.Right(clause) + 1 : -1;
        if (comma < 0 || !view.Tree.Is(comma, ","))
        {
            // The parser took the main clause in: the last comma before a pronoun and its verb.
            comma = -1;
            for (int t = first + 3; t < end - 2; t++)
            {
                if (view.Tree.Is(t, ",") && view.Tokens[t + 1].Xpos == "PRP" && view.Tokens[t + 2].Upos is Upos.VERB or Upos.AUX)
                    comma = t;
            }
        }
        if (comma > 0 && comma < end - 2 && view.Tree.Is(comma, ",") && view.QuotationOf(comma) < 0)
        {
            draft.Content[0] = view.Trimmed(first, comma - 1);
            draft.Content.Insert(1, new TextSpan(view.Tokens[comma + 1].Span.Start, span.End));
        }
    }

    // "it was safe | and | that it would stay so": two clauses, two stretches.
    private static void Part(ReportView view, Draft draft, int index)
    {
        TextSpan span = draft.Content[index];
        int first = view.Words.TokenAt(span.Start), end = view.Words.TokenAt(span.End);
        for (int t = end - 2; t > first + 2; t--)
        {
            if (view.Tokens[t].Upos == Upos.CCONJ && t + 1 < end && view.Tree.Is(t + 1, "that") && view.Tokens[t + 1].Upos == Upos.SCONJ && view.QuotationOf(t) < 0)
            {
                TextSpan left = view.Trimmed(first, t - 1), right = new(view.Tokens[t + 1].Span.Start, draft.Content[index].End);
                if (left.Length == 0 || right.Start >= right.End)
                    continue;
                draft.Content[index] = left;
                draft.Content.Insert(index + 1, right);
                end = t;
            }
        }
    }
}
