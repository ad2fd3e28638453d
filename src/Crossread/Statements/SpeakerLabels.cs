// Paragraphs that open with their speaker's name, and quotations that a dash signs: "VENN: We tested it.", "“It held.” — Ono Vel".
using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Reads the turns of a transcript and signed quotations: a name and a mark do the work of the cue.</summary>
internal static class SpeakerLabels
{
    private const int LongestName = 7;
    private const int FewestTurns = 3;

    /// <summary>Adds the turns and signed quotations; attributions found before inside a turn stand inside its words.</summary>
    public static void Find(ReportView view, QuotationCues quotations, ReportNames names, List<Draft> drafts)
    {
        Dictionary<string, int> labels = new(StringComparer.Ordinal);
        List<(Draft Draft, string Label)> turns = [];
        for (int b = 0; b < view.Blocks.Length; b++)
        {
            if (view.Kinds[b] is not (PassageKind.Title or PassageKind.Heading) && Turn(view, view.Blocks[b]) is { } turn && turn.Source is { } name)
            {
                string label = view.Text.Substring(name.Start, name.Length);
                labels[label] = labels.GetValueOrDefault(label) + 1;
                turns.Add((turn, label));
            }
        }
        // One line in capitals with a colon may be a notice; a name of the report, one that speaks twice, or one turn of several is a speaker's.
        foreach ((Draft draft, string label) in turns)
        {
            if (turns.Count >= FewestTurns || labels[label] > 1 || names.EntityAt(view.Words, draft.Source!.Value) is not null)
                drafts.Add(draft);
        }
        for (int q = 0; q < view.Quotations.Length; q++)
        {
            if (view.Quotations[q].Depth == 0 && quotations.Of(q) is null && Signed(view, quotations, q) is { } signed)
            {
                drafts.Add(signed);
                quotations.Assign(q, signed);
            }
        }
    }

    // "VENN: We tested it.": a name in capitals and a colon open the paragraph.
    private static Draft? Turn(ReportView view, TextSpan block)
    {
        int first = view.Words.TokenAt(block.Start), end = view.Words.TokenAt(block.End);
        if (first < end && view.Words.Form(first) is "\"" or "“" or "''" or "‘")
            first++;
        if (first < end && view.InDateline(first))
            return null;
        int colon = first;
        while (colon < end && colon - first < LongestName && !view.Tree.Is(colon, ":"))
        {
            ReadOnlySpan<char> form = view.Words.Form(colon);
            if (form.ContainsAnyInRange('a', 'z') || !view.IsPunctuation(colon) && !char.IsLetter(form[0]) || view.IsPunctuation(colon) && form is not ("." or "-" or "," or "(" or ")"))
                return null;
            colon++;
        }
        if (colon == first || colon + 2 >= end || !view.Tree.Is(colon, ":"))
            return null;
        Draft draft = new()
        {
            Source = view.Trimmed(first, colon - 1),
            SourceHead = colon - 1,
            ByQuotation = true,
            Because = "a speaker's name and a colon open the paragraph",
        };
        draft.Add(new TextSpan(view.Tokens[colon + 1].Span.Start, Math.Min(block.End, view.Tokens[end - 1].Span.End)), view.Text);
        return draft.Content.Count > 0 ? draft : null;
    }

    // "“It held.” — Ono Vel": a dash and a name up to the end of the line.
    private static Draft? Signed(ReportView view, QuotationCues quotations, int q)
    {
        Quotation quotation = view.Quotations[q];
        int dash = view.Words.TokenAt(quotation.Span.End), blockEnd = view.Blocks[quotation.Block].End;
        if (!quotation.Closed || quotation.Span.Start > view.Blocks[quotation.Block].Start + 1 || !quotations.LooksSpoken(q) || dash + 1 >= view.Tokens.Length || view.Tokens[dash].Span.Start >= blockEnd
            || view.Words.Form(dash) is not ("—" or "–" or "―" or "--" or "-" or "~"))
        {
            return null;
        }
        int last = dash;
        while (last + 1 < view.Tokens.Length && view.Tokens[last + 1].Span.Start < blockEnd)
            last++;
        if (last - dash > 14 || view.Tokens[dash + 1].Upos is not Upos.PROPN)
            return null;
        for (int t = dash + 1; t <= last; t++)
        {
            if (view.Tokens[t].Upos is Upos.VERB or Upos.AUX)
                return null;
        }
        int head = dash + 1;
        while (head + 1 <= last && view.Tokens[head + 1].Upos is Upos.PROPN)
            head++;
        Draft draft = new()
        {
            Source = view.Trimmed(dash + 1, last),
            SourceHead = head,
            CueSpan = view.Tokens[dash].Span,
            CueToken = dash,
            ByQuotation = true,
            Because = "a name behind a dash signs the quotation",
        };
        draft.Add(quotation.Span, view.Text);
        return draft;
    }
}
