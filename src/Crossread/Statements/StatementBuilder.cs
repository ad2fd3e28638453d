// Turns drafts into statements: order, form, stance, entity, time, nesting.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Turns drafts into the statements of a report.</summary>
internal static class StatementBuilder
{
    public static ImmutableArray<Statement> Build(ReportView view, List<Draft> drafts, ReportNames names, ImmutableArray<TimeMention> times)
    {
        foreach (Draft draft in drafts)
            Contents.Finish(view, draft);
        drafts.Sort(static (a, b) =>
        {
            int order = a.Hull.Start.CompareTo(b.Hull.Start);
            if (order == 0)
                order = b.Hull.End.CompareTo(a.Hull.End);
            return order != 0 ? order : (a.CueSpan?.Start ?? -1).CompareTo(b.CueSpan?.Start ?? -1);
        });
        List<Draft> kept = DropNested(view, drafts);
        ImmutableArray<Statement>.Builder built = ImmutableArray.CreateBuilder<Statement>(kept.Count);
        List<int> open = [];
        for (int i = 0; i < kept.Count; i++)
        {
            Draft draft = kept[i];
            while (open.Count > 0 && kept[open[^1]].Hull.End <= draft.Hull.Start)
                open.RemoveAt(open.Count - 1);
            int? inside = null;
            for (int k = open.Count - 1; k >= 0 && inside is null; k--)
            {
                if (Holds(kept[open[k]], draft))
                    inside = open[k];
            }
            open.Add(i);
            (TextSpan? words, int? entity, string why) = SpeakerReader.Read(view, draft, names);
            built.Add(new Statement
            {
                Speaker = draft.Source,
                SpeakerWords = words,
                SpeakerEntity = entity,
                Cue = draft.CueSpan,
                Content = [.. draft.Content],
                Form = Form(view, draft),
                Stance = draft.Stance,
                Time = draft.CueToken >= 0 ? TimeAnchor.Of(view.Words, times, draft.CueToken) : null,
                In = inside,
                Occasion = draft.Occasion,
                Because = Because(draft, why),
            });
        }
        return built.MoveToImmutable();
    }

    // Inside the content of another, only plain reports of speech are kept.
    private static List<Draft> DropNested(ReportView view, List<Draft> drafts)
    {
        List<Draft> kept = [];
        List<Draft> open = [];
        foreach (Draft draft in drafts)
        {
            open.RemoveAll(o => o.Hull.End <= draft.Hull.Start);
            bool nested = open.Exists(o => Holds(o, draft));
            if (nested && !StatementFinder.IsPlainSpeech(view, draft))
                continue;
            kept.Add(draft);
            open.Add(draft);
        }
        return kept;
    }

    private static bool Holds(Draft outer, Draft inner)
    {
        if (inner.CueSpan is not { } cue)
            return false;
        foreach (TextSpan span in outer.Content)
        {
            if (span.Contains(cue))
                return true;
        }
        return false;
    }

    private static StatementForm Form(ReportView view, Draft draft)
    {
        int quoted = 0, all = 0;
        foreach (TextSpan span in draft.Content)
        {
            for (int t = view.Words.TokenAt(span.Start); t < view.Tokens.Length && view.Tokens[t].Span.Start < span.End; t++)
            {
                if (view.IsPunctuation(t) || view.Tree.Is(t, "that") && t == view.Words.TokenAt(span.Start))
                    continue;
                all++;
                if (view.QuotationOf(t) >= 0)
                    quoted++;
            }
        }
        return quoted == 0 ? StatementForm.Indirect : quoted == all ? StatementForm.Direct : StatementForm.Mixed;
    }

    private static string Because(Draft draft, string who) =>
        who.Length == 0 ? draft.Because
        : draft.Because.Length == 0 ? who
        : who + "; " + draft.Because;
}
