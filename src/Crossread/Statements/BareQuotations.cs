// Quotations without a cue of their own that go on from the sentence before: "She said it rained. “It poured.”"

namespace Crossread.Statements;

/// <summary>Joins quotations that have no cue of their own to the attribution before them in the same paragraph.</summary>
internal static class BareQuotations
{
    /// <summary>Joins each bare quotation that makes sentences of its own to the attribution that ends right before it.</summary>
    public static void Join(ReportView view, QuotationCues quotations, List<Draft> drafts)
    {
        List<Draft> byEnd = [.. drafts.Where(d => d.Content.Count > 0 && d.Cue is { Kind: CueKind.Speech })];
        byEnd.Sort(static (a, b) => End(a).CompareTo(End(b)));
        int next = 0;
        Draft? last = null;
        for (int q = 0; q < view.Quotations.Length; q++)
        {
            Quotation quotation = view.Quotations[q];
            if (quotation.Depth > 0 || quotations.Of(q) is not null || !quotations.LooksSpoken(q) || !StartsSentence(view, quotation))
                continue;
            while (next < byEnd.Count && End(byEnd[next]) <= quotation.Span.Start)
            {
                // "“…,” she said at a gate which we promised not to name. “…”": whoever was quoted in the sentence goes on.
                Draft ended = byEnd[next++];
                if (last is null || !Quotes(view, last) || Quotes(view, ended) || view.Words.SentenceOf(last.CueToken) != view.Words.SentenceOf(ended.CueToken))
                    last = ended;
            }
            if (last is null || last.Hull.End > quotation.Span.Start || !Follows(view, last, quotation))
                continue;
            last.Add(quotation.Span, view.Text);
            quotations.Assign(q, last);
            GoOn(view, quotations, q, last);
        }
    }

    // Left open at the end of its paragraph, it goes on in the next.
    private static void GoOn(ReportView view, QuotationCues quotations, int q, Draft draft)
    {
        for (int next = q + 1; next < view.Quotations.Length && !view.Quotations[q].Closed; q = next++)
        {
            Quotation there = view.Quotations[next];
            if (there.Depth > 0 || there.Block != view.Quotations[q].Block + 1 || there.Span.Start > view.Blocks[there.Block].Start + 1 || quotations.Of(next) is not null)
                return;
            draft.Add(there.Span, view.Text);
            quotations.Assign(next, draft);
        }
    }

    private static bool Quotes(ReportView view, Draft draft) => draft.ByQuotation || view.QuotationOf(view.Words.TokenAt(draft.Content[0].Start)) >= 0;

    private static int End(Draft draft) => Math.Max(Math.Max(draft.Hull.End, draft.CueSpan?.End ?? 0), draft.Source?.End ?? 0);

    private static bool StartsSentence(ReportView view, Quotation quotation)
    {
        int k = quotation.Span.Start - 1, start = view.Blocks[quotation.Block].Start;
        while (k >= start && char.IsWhiteSpace(view.Text[k]))
            k--;
        if (k < start || view.Text[k] is not ('.' or '!' or '?' or '”' or '"'))
            return false;
        return quotation.Inner.Length > 0 && char.IsUpper(view.Text[quotation.Inner.Start]);
    }

    // Same paragraph, and no whole sentence between.
    private static bool Follows(ReportView view, Draft draft, Quotation quotation)
    {
        int from = End(draft);
        if (from < view.Blocks[quotation.Block].Start || from > quotation.Span.Start)
            return false;
        ReadOnlySpan<char> gap = view.Text.AsSpan(from, quotation.Span.Start - from).Trim();
        return gap.Length <= 120 && gap[..Math.Max(0, gap.Length - 1)].IndexOfAny('.', '!', '?') < 0;
    }
}
