// Who a source is: its entity, the words that name it, and why.
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Resolves the words of a source to an entity of the report.</summary>
internal static class SpeakerReader
{
    /// <summary>The words that tell who speaks (for a relative pronoun the phrase that it stands for), the entity, and the reason if the words alone do not say it.</summary>
    public static (TextSpan? Words, int? Entity, string Because) Read(ReportView view, Draft draft, ReportNames names)
    {
        if (draft.SourceHead < 0 || draft.Source is not { } source)
            return (draft.Source, null, "");
        if (RelativePronouns.PhraseBefore(view, draft.SourceHead) is not var (first, last))
            return names.ReferenceAt(view.Words, source) is { } named ? (source, named.Entity, named.Because) : (source, null, "");
        TextSpan phrase = view.Words.SpanOf(first, last);
        Reference? meant = names.ReferenceAt(view.Words, phrase);
        return (phrase, meant?.Entity, $"“{source.Cut(view.Text)}” stands for “{phrase.Cut(view.Text)}”" + (meant is { Because.Length: > 0 } ? "; " + meant.Because : ""));
    }
}
