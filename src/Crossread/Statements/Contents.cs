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
