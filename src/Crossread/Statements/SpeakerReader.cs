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
        {
            if ((Titled(names, source) ?? Named(view, names, source)) is int person)
                return (source, person, "");
            return names.ReferenceAt(view.Words, source) is { } named ? (source, named.Entity, named.Because) : (source, null, "");
        }
        TextSpan phrase = view.Words.SpanOf(first, last);
        Reference? meant = names.ReferenceAt(view.Words, phrase);
        return (phrase, meant?.Entity, $"“{source.Cut(view.Text)}” stands for “{phrase.Cut(view.Text)}”" + (meant is { Because.Length: > 0 } ? "; " + meant.Because : ""));
    }

    // "The Democrat, Representative Ana Ruiz of Orban,": the one name behind the description's comma says who it is.
    private static int? Named(ReportView view, ReportNames names, TextSpan source)
    {
        int comma = view.Text.IndexOf(", ", source.Start, source.Length, StringComparison.Ordinal), first = view.Words.TokenAt(source.Start);
        if (comma < 0 || view.Tokens[first].Xpos is not "DT")
            return null;
        for (int m = 0; m < names.Mentions.Length; m++)
        {
            Mention mention = names.Mentions[m];
            if (mention.Kind == EntityKind.Person && source.Contains(mention.Span) && (mention.Role ?? mention.Span).Start == comma + 2)
                return names.EntityOf[m];
            if (mention.Kind == EntityKind.Person && mention.Span.Start < comma && source.Contains(mention.Span))
                return null;
        }
        return null;
    }

    // "Harbour Office spokesman Ana Ruiz": the source is a role and the name that bears it, whatever the tree takes for the head.
    private static int? Titled(ReportNames names, TextSpan source)
    {
        const int article = 4;
        for (int m = 0; m < names.Mentions.Length; m++)
        {
            Mention mention = names.Mentions[m];
            if (mention is { Kind: EntityKind.Person, Role: { } role } && source.Contains(role) && role.Start - source.Start <= article && mention.Span.End == source.End)
                return names.EntityOf[m];
        }
        return null;
    }
}
