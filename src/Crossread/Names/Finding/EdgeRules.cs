// Rules on what stands at the front or the back of a name and is none of it: numerals, parties, offices, a headline's verb.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>Takes off a name what the tagger ran into it from the sentence around it.</summary>
internal static class EdgeRules
{
    private const WordClass OfPersons = WordClass.Given | WordClass.Surname;
    private const WordClass Heads = WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead;

    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            NameSpan begun = Front(draft, span);
            NameSpan? better = span.Kind == EntityKind.Person ? Person(draft, begun) : Body(draft, begun);
            if (better != span)
                draft.Replace(span, better);
        }
    }

    // "As State Department …", "Two Fisheries Ministry …": the sentence begins before the name. "of Merrow": a name begins with a capital.
    private static NameSpan Front(NameDraft draft, NameSpan span)
    {
        while (span.Count > 1 && draft.Shape(span.First) is WordShape.Lower && draft.Text.Tokens[span.First].Upos is Upos.ADP)
            span = span with { First = span.First + 1 };
        bool begins = span.Count > 1 && draft.IsStart(span.First)
            && draft.Text.Tokens[span.First].Upos is Upos.NUM or Upos.DET or Upos.ADP or Upos.CCONJ or Upos.SCONJ or Upos.PRON or Upos.ADV;
        // "Ana Ruiz as Cabinet chief": one name, then another.
        for (int i = span.First + 1; i < span.Last; i++)
        {
            if (draft.Form(i) is "as" && !draft.IsGlued(i) && !SpanRules.IsTitleCase(draft, i))
                return span with { Last = i - 1 };
        }
        return begins && IsListed(draft, span.First + 1, span.Last) && !IsListed(draft, span.First, span.Last) ? span with { First = span.First + 1 } : span;
    }

    private static NameSpan? Person(NameDraft draft, NameSpan span)
    {
        // "Minister of Ports", "Duchess of Merrow": an office, at most of a place.
        if (span.Count > 2 && (draft.Class(span.First) & (WordClass.Title | WordClass.Role)) != 0 && draft.Form(span.First + 1) is "of")
            return (draft.Phrase(span.First + 2) & WordClass.AnyPlace) != 0 && IsListed(draft, span.First + 2, span.Last) ? new NameSpan(span.First + 2, span.Last, EntityKind.Place) : null;
        for (int i = span.First + 1; i <= span.Last; i++)
        {
            // "Minister of Ports, Ana Ruiz"
            if (draft.Form(i) is "," && i < span.Last && (draft.Class(i + 1) & WordClass.Given) != 0 && (draft.Class(span.First) & OfPersons) == 0)
            {
                span = span with { First = i + 1 };
                continue;
            }
            // "Ana Ruiz, Liberal", "Ana Ruiz in Merrow"; but "Ana Ruiz, Jr." and "Ana von Ruiz".
            bool comma = draft.Form(i) is "," && draft.Form(i + 1) is not ("Jr." or "Sr." or "Jr" or "Sr" or "II" or "III" or "IV");
            bool clause = draft.Shape(i) is WordShape.Lower && !draft.IsGlued(i - 1) && (draft.Class(i) & WordClass.Particle) == 0 && draft.Form(i) is not "of"
                && draft.Text.Tokens[i].Upos is Upos.ADP or Upos.NOUN or Upos.ADV or Upos.SCONJ or Upos.PART;
            if (comma || clause)
                span = span with { Last = i - 1 };
        }
        // "Merrow Sheriff", "Cabinet Press Secretary": an office without a person.
        int last = span.Last;
        while (last >= span.First && (draft.Class(last) & (WordClass.Title | WordClass.TitlePart | WordClass.Role)) != 0 && (draft.Class(last) & OfPersons) == 0)
            last--;
        if (last == span.Last)
            return span.Count > 1 && IsListed(draft, span.First, span.Last) && (draft.Phrase(span.First) & ~(WordClass.Adjective | WordClass.People | WordClass.Prefix)) == 0 ? null : span;
        if (last < span.First || !IsListed(draft, span.First, last))
            return null;
        return (draft.Phrase(span.First) & WordClass.AnyPlace) != 0 ? new NameSpan(span.First, last, EntityKind.Place) : new NameSpan(span.First, last, EntityKind.Organisation);
    }

    private static NameSpan? Body(NameDraft draft, NameSpan span)
    {
        if (draft.Form(span.First) is "No." && span.Count == 2 && draft.Shape(span.Last) is not WordShape.Capital)
            return null;
        bool party = span.Count > 1 && (draft.Class(span.First) & (WordClass.People | WordClass.Adjective)) != 0;
        // "Ana Ruiz, Liberal of Merrow"
        if (party && draft.Form(span.First + 1) is "of" && (draft.Phrase(span.First + 2) & WordClass.AnyPlace) != 0)
            return new NameSpan(span.First + 2, span.Last, EntityKind.Place);
        // "Liberal Ana Ruiz"
        if (party && span.Count is 3 or 4 && (draft.Class(span.Last) & Heads) == 0 && ((draft.Class(span.First + 1) & WordClass.Given) != 0 || !draft.IsCommon(span.First + 1) && draft.Phrase(span.First + 1) == WordClass.None))
            return new NameSpan(span.First + 1, span.Last, EntityKind.Person);
        // "U.N. Seizes Ship": a headline goes on behind the letters.
        if (span.Count > 1 && draft.Shape(span.First) is WordShape.Dotted or WordShape.AllCapitals && SpanRules.IsTitleCase(draft, span.First) && draft.IsCommon(span.First + 1)
            && (draft.Class(span.First + 1) & Heads) == 0 && (draft.Text.Tokens[span.First + 1].Upos is Upos.VERB || (draft.Class(span.First + 1) & WordClass.Role) != 0))
        {
            return span with { Last = span.First };
        }
        return span;
    }

    private static bool IsListed(NameDraft draft, int first, int last) => draft.Phrase(first) != WordClass.None && draft.PhraseAt(first) == (first, last);
}
