// Rules on what kind of thing a name names, by its last word, its letters and what stands beside it.
using Crossread.Text;

namespace Crossread.Names.Finding;

/// <summary>Corrects the kind that the tagger gave to a name where its own words tell it.</summary>
internal static class KindRules
{
    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> LocalWords = new(() =>
        ListFile.Rows("Names/Finding/local-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            EntityKind kind = KindOf(draft, span);
            if (kind != span.Kind)
                draft.Replace(span, span with { Kind = kind });
        }
    }

    private static EntityKind KindOf(NameDraft draft, NameSpan span)
    {
        WordClass last = draft.Class(span.Last);
        bool listed = draft.Phrase(span.First) != WordClass.None && draft.PhraseAt(span.First) == (span.First, span.Last);
        if (span.Count > 1 && !listed)
        {
            // The Coastal Sovereign Fund is no place, the Lakeside Policy Forum no person.
            const WordClass others = WordClass.PlaceHead | WordClass.Surname | WordClass.Given;
            bool body = (last & WordClass.OrganisationHead) != 0 && (last & others) == 0;
            if (span.Kind == EntityKind.Person && (last & WordClass.OtherHead) != 0 && (last & others) == 0)
                return EntityKind.Other;
            return body && span.Kind is EntityKind.Person or EntityKind.Place or EntityKind.Other && !SpanRules.IsTitleCase(draft, span.First) ? EntityKind.Organisation : span.Kind;
        }
        if (span.Count > 1)
            return span.Kind;
        WordClass phrase = draft.Phrase(span.First);
        if (span.Kind == EntityKind.Person && (phrase & WordClass.Organisation) != 0 && (phrase & WordClass.Person) == 0 && draft.Shape(span.First) is WordShape.AllCapitals or WordShape.Dotted)
            return EntityKind.Organisation;
        if (span.Kind == EntityKind.Person && (phrase & WordClass.People) != 0 && (last & (WordClass.Given | WordClass.Surname)) == 0)
            return EntityKind.Group;
        // "engineers of ZEMT": letters that act or employ are a body.
        if (span.Kind == EntityKind.Other && draft.Shape(span.First) == WordShape.AllCapitals && phrase == WordClass.None && draft.Form(span.First).Length is > 2 and < 7
            && draft.Form(span.First - 1) is "with" or "by" or "at" or "from" && !SpanRules.IsLoud(draft, span.First))
        {
            return EntityKind.Organisation;
        }
        // "the Valdoria mayor": what has a mayor is a place.
        bool ruled = span.Kind is EntityKind.Organisation or EntityKind.Other && !listed && draft.Shape(span.First) == WordShape.Capital && !draft.Capital(span.Last + 1) && LocalWords.Value.Contains(draft.Form(span.Last + 1));
        return ruled ? EntityKind.Place : span.Kind;
    }
}
