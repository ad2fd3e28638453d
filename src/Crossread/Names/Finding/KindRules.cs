// Rules on what kind of thing a name names, by its last word, its letters and what stands beside it.
using Crossread.Text;

namespace Crossread.Names.Finding;

/// <summary>Corrects the kind that the tagger gave to a name where its own words tell it.</summary>
internal static class KindRules
{
    private static readonly Lazy<Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> KindWords = new(() =>
        ListFile.Rows("Names/Finding/kind-words.tsv").DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> LocalWords = new(() =>
        ListFile.Rows("Names/Finding/local-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan old in draft.Spans())
        {
            NameSpan span = old;
            while (span.Kind == EntityKind.Person && span.Count > 2 && Tells(draft, span.Last, "honour"))
                span = span with { Last = span.Last - 1 };
            span = span with { Kind = KindOf(draft, span) };
            if (span != old)
                draft.Replace(old, span);
        }
    }

    // A word may tell two things: "settled-land".
    private static bool Tells(NameDraft draft, int token, string what) => KindWords.Value.TryGetValue(draft.Form(token), out string? told) && told.Contains(what, StringComparison.Ordinal);

    private static EntityKind KindOf(NameDraft draft, NameSpan span)
    {
        WordClass last = draft.Class(span.Last);
        bool listed = draft.Phrase(span.First) != WordClass.None && draft.PhraseAt(span.First) == (span.First, span.Last);
        if (span.Count > 1 && !listed)
        {
            // The Coastal Sovereign Fund is no place, the Lakeside Policy Forum no person.
            const WordClass others = WordClass.PlaceHead | WordClass.Surname | WordClass.Given;
            if (Tells(draft, span.First, "vessel") || Tells(draft, span.First, "weather"))
                return EntityKind.Other;
            if (LiesThere(draft, span))
                return EntityKind.Place;
            int first = draft.Form(span.First) is "El" or "La" or "Le" or "O" or "A" or "Il" ? span.First + 1 : span.First;
            bool body = (last & WordClass.OrganisationHead) != 0 && (last & others) == 0 || Tells(draft, span.Last, "last") || first < span.Last && Tells(draft, first, "first");
            if (span.Kind == EntityKind.Person && !body && (last & WordClass.OtherHead) != 0 && (last & others) == 0)
                return EntityKind.Other;
            if (!body && span.Kind is EntityKind.Organisation or EntityKind.Other && HasPersonsRole(draft, span) && IsPlain(draft, span))
                return EntityKind.Person;
            return body && span.Kind is EntityKind.Person or EntityKind.Place or EntityKind.Other && !SpanRules.IsTitleCase(draft, span.First) ? EntityKind.Organisation : span.Kind;
        }
        if (span.Count > 1)
            return span.Kind;
        // "PORT AVEN, Miss.": behind the comma of its town a state, not a title.
        if (Tells(draft, span.First, "state") && draft.Form(span.First - 1) is "," && draft.Capital(span.First - 2))
            return EntityKind.Place;
        if (!listed && LiesThere(draft, span))
            return EntityKind.Place;
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

    // "the port of Ras Amin", "Tel Amin province": the small noun beside it says what it is.
    private static bool LiesThere(NameDraft draft, NameSpan span) =>
        (draft.Class(span.Last) & (WordClass.OrganisationHead | WordClass.OtherHead)) == 0 && !SpanRules.IsTitleCase(draft, span.First)
        && (draft.Form(span.First - 1) is "of" && draft.Shape(span.First - 2) == WordShape.Lower && Tells(draft, span.First - 2, "settled") || draft.Shape(span.Last + 1) == WordShape.Lower && Tells(draft, span.Last + 1, "land"));

    // "The skipper, Ona Brekk" and "vice-president Ona Brekk": a person's role stands before the name.
    private static bool HasPersonsRole(NameDraft draft, NameSpan span)
    {
        int role = draft.Form(span.First - 1) is "," ? span.First - 2 : span.First - 1;
        if (draft.Shape(role) != WordShape.Lower || (draft.Class(role) & (WordClass.Role | WordClass.Title)) == 0 && (draft.Class(role) & WordClass.Common) != WordClass.PersonNoun || Tells(draft, role, "either"))
            return false;
        // Behind a comma only a role with its article: "talked to the skipper, Norsk Marin and others" stays open, but is rare.
        return role == span.First - 1 || draft.Form(role - 1) is "the" or "The" or "its" or "Its" or "their" or "his" or "her" or "'s" or "’s";
    }

    /// <summary>Capitalised words that no list knows as a body or a place.</summary>
    private static bool IsPlain(NameDraft draft, NameSpan span)
    {
        for (int i = span.First; i <= span.Last; i++)
        {
            bool hyphen = draft.Form(i) is "-" && draft.IsGlued(i - 1) && draft.IsGlued(i);
            if (!hyphen && (draft.Shape(i) is not (WordShape.Capital or WordShape.Mixed or WordShape.Initial) || draft.IsCommon(i)
                || (draft.Class(i) & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead)) != 0
                || (draft.Phrase(i) & (WordClass.Organisation | WordClass.Office | WordClass.AnyPlace)) != 0 && (draft.Class(i) & (WordClass.Given | WordClass.Surname)) == 0))
            {
                return false;
            }
        }
        return span.Count < 8;
    }
}
