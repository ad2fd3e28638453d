// Finds attributions in one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;

namespace Crossread.Statements;

/// <summary>Finds who says what: source, cue and content of every attribution.</summary>
public static class StatementFinder
{
    /// <summary>All statements, ordered by the start of their content, then of their cue.</summary>
    public static ImmutableArray<Statement> Find(
        AnnotatedText text, ImmutableArray<Passage> passages, ReportNames names, ImmutableArray<TimeMention> times)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        if (text.Tokens.IsDefaultOrEmpty)
            return [];
        ReportView view = new(text, passages, times);
        QuotationCues quotations = new(view);
        List<Draft> drafts = quotations.Find();
        HashSet<int> used = [.. drafts.Select(d => d.CueToken)];
        for (int t = 0; t < view.Tokens.Length; t++)
        {
            if (used.Contains(t))
                continue;
            Draft? draft = view.Tokens[t].Upos switch
            {
                Upos.VERB => VerbCues.Read(view, t),
                Upos.NOUN or Upos.ADV when MistaggedVerbs.HasArguments(view, t) => VerbCues.Read(view, t),
                Upos.NOUN => NounCues.ReadNoun(view, t),
                Upos.ADJ => NounCues.ReadAdjective(view, t),
                Upos.ADP => PhraseCues.ReadPreposition(view, t),
                Upos.ADV => PhraseCues.ReadAdverb(view, t),
                _ => null,
            };
            draft ??= MistaggedVerbs.Read(view, t);
            if (draft is not null && draft.Content.Count > 0 && Stands(view, quotations, draft) && !AsksReader(view, draft) && !IsShown(view, draft, names) && !Deeds.IsDeed(view, draft, names))
                drafts.Add(draft);
        }
        // "said in a statement that": the paper is a part of the cue and no second one.
        HashSet<int> papers = [.. drafts.Where(d => d is { CueSpan: not null, Cue.Kind: CueKind.Speech }).SelectMany(d => TokensBehind(view, d))];
        drafts.RemoveAll(d => papers.Contains(d.CueToken));
        SpeakerLabels.Find(view, quotations, names, drafts);
        Headlines.Find(view, drafts);
        SharedSources.Fill(view, drafts);
        BareQuotations.Join(view, quotations, drafts);
        Occasions.Find(view, drafts);
        foreach (Draft draft in drafts)
            StanceReader.Read(view, draft, names);
        return StatementBuilder.Build(view, drafts, names, times);
    }

    // The words of a cue behind the one that makes it one.
    private static IEnumerable<int> TokensBehind(ReportView view, Draft draft)
    {
        for (int t = draft.CueToken + 1; draft.CueToken >= 0 && t < view.Tokens.Length && view.Tokens[t].Span.Start < draft.CueSpan!.Value.End; t++)
            yield return t;
    }

    // Inside somebody's words only what is plainly said again counts; wishes and attitudes there are part of the words.
    private static bool Stands(ReportView view, QuotationCues quotations, Draft draft)
    {
        int q = view.QuotationOf(draft.CueToken);
        if (q < 0 || quotations.Of(q) is null && !quotations.LooksSpoken(q))
            return true;
        return IsPlainSpeech(view, draft);
    }

    // "Would you say that …?" outside quotation marks: the reporter speaks to the reader, who has said nothing.
    private static bool AsksReader(ReportView view, Draft draft) =>
        draft.SourceHead >= 0 && view.Tokens[draft.SourceHead].Upos is Upos.PRON && view.Tree.Is(draft.SourceHead, "you") && view.QuotationOf(draft.CueToken) < 0;

    // What papers and polls show is told; what somebody shows is a thing: "showing her a spent cartridge".
    private static bool IsShown(ReportView view, Draft draft, ReportNames names) =>
        draft.Cue is { Kind: CueKind.Show } && draft.ContentHead >= 0 && view.Tokens[draft.ContentHead].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON
        && SpeakerReader.Read(view, draft, names).Entity is int e && names.Entities[e].Kind == EntityKind.Person;

    /// <summary>True for a report of speech with a named source and a clause or quotation.</summary>
    internal static bool IsPlainSpeech(ReportView view, Draft draft) =>
        draft.Source is not null && draft.Cue is { Kind: CueKind.Speech } cue && cue.Takes(CueShapes.Quotation) && cue.Takes(CueShapes.Clause)
        && draft.ContentHead >= 0 && view.Tokens[draft.ContentHead].Relation is Relation.Ccomp or Relation.Root or Relation.Parataxis
        && view.Tokens[draft.SourceHead].Upos is not Upos.PRON;
}
