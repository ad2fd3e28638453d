// Rules on where a name ends and another begins: owners, small words, syllables behind a hyphen, bodies of a people.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>Parts names that the tagger ran together and takes in what it cut off.</summary>
internal static class BorderRules
{
    private const int LongestBody = 6;

    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
            CutAtSmallWord(draft, CutAtDash(draft, span));
        foreach (NameSpan span in draft.Spans())
        {
            PartOwner(draft, span);
        }
        JoinPeoplesBodies(draft);
        SyllableRules.Apply(draft);
    }

    // "PORT AVEN — Police": no name goes on over a dash that stands free; what stands before it at the start of a sentence is where the report was written.
    private static NameSpan CutAtDash(NameDraft draft, NameSpan span)
    {
        for (int i = span.First + 1; i < span.Last; i++)
        {
            if (draft.Form(i) is not ("—" or "–" or "--" or "-") || draft.IsGlued(i - 1) || draft.IsGlued(i))
                continue;
            NameSpan before = span with { Last = i - 1, Kind = draft.Sentence(i).From == span.First && draft.Form(i) is not "-" ? EntityKind.Place : span.Kind };
            draft.Replace(span, before);
            return before;
        }
        return span;
    }

    // "the Daily that two planes …": a name goes on over small words that bind, not over a clause.
    private static void CutAtSmallWord(NameDraft draft, NameSpan span)
    {
        for (int i = span.First + 1; i < span.Last; i++)
        {
            if (draft.Shape(i) != WordShape.Lower || draft.IsGlued(i - 1) || draft.IsGlued(i) || (draft.Class(i) & (WordClass.Particle | WordClass.Connector)) != 0
                || draft.Text.Tokens[i].Upos is not (Upos.SCONJ or Upos.PRON or Upos.AUX or Upos.VERB))
            {
                continue;
            }
            if (draft.Text.Tokens[i].Upos is not Upos.SCONJ && SpanRules.IsTitleCase(draft, i) && span.Kind == EntityKind.Other)
                continue;
            draft.Replace(span, span with { Last = i - 1 });
            return;
        }
    }

    // "Peru's Energy": the land is a name of its own, unless what it owns is a body; what else it owns is one if it is a person's or a place's.
    private static void PartOwner(NameDraft draft, NameSpan span)
    {
        for (int i = span.First + 1; i < span.Last; i++)
        {
            if (!IsPossessive(draft, i))
                continue;
            (int first, int last) = draft.PhraseAt(span.First);
            const WordClass owners = WordClass.Country | WordClass.Capital | WordClass.City | WordClass.Region;
            if (first != span.First || last != i - 1 || (draft.Phrase(span.First) & owners) == 0)
                continue;
            (int from, int to) = draft.PhraseAt(i + 1);
            bool body = (draft.Class(span.Last) & WordClass.OrganisationHead) != 0 || (draft.Phrase(i + 1) & (WordClass.Organisation | WordClass.Office)) != 0 && from == i + 1 && to == span.Last;
            if (body && draft.Capital(i + 1) && !GoesOnAsTitle(draft, span.Last + 1))
            {
                // A ministry is told from others by its land: one name.
                draft.Replace(span, span with { Kind = EntityKind.Organisation });
                return;
            }
            draft.Remove(span);
            draft.Add(new NameSpan(span.First, i - 1, EntityKind.Place));
            if (span is { Kind: EntityKind.Person or EntityKind.Place } && draft.Capital(i + 1))
                draft.Add(span with { First = i + 1 });
            return;
        }
    }

    // "Energy and Mines Minister": what stands before a title is part of it.
    private static bool GoesOnAsTitle(NameDraft draft, int token)
    {
        for (int i = token; i < token + 4; i++)
        {
            if ((draft.Class(i) & WordClass.Title) != 0)
                return true;
            if (!draft.Capital(i) && draft.Form(i) is not ("and" or "&" or ","))
                return false;
        }
        return false;
    }

    // "the Andean People's Front", "Rice Farmers' Union": who owns the body stands in its name.
    private static void JoinPeoplesBodies(NameDraft draft)
    {
        for (int i = 1; i + 1 < draft.Count; i++)
        {
            if (!IsPossessive(draft, i) || !draft.Capital(i - 1) || !draft.Capital(i + 1) || !IsPeopleWord(draft, i - 1) || SpanRules.IsTitleCase(draft, i))
                continue;
            int head = -1;
            for (int j = i + 1; j < draft.Count && j <= i + LongestBody && draft.Capital(j) && !draft.IsStart(j); j++)
            {
                if ((draft.Class(j) & WordClass.OrganisationHead) != 0)
                    head = j;
            }
            if (head < 0)
                continue;
            (int from, int _) = draft.Sentence(i);
            int first = i - 1;
            while (first > from && draft.Capital(first - 1) && i - first < LongestBody && draft.Shape(first - 1) is not WordShape.Mark && !draft.IsStart(first - 1))
                first--;
            if (draft.At(first) is { } front && front.First < first)
                first = front.First;
            int end = draft.At(head) is { } back && back.Last > head ? back.Last : head;
            for (int j = first; j <= end; j++)
            {
                if (draft.At(j) is { } old)
                    draft.Remove(old);
            }
            draft.Add(new NameSpan(first, end, EntityKind.Organisation));
        }
    }

    private static bool IsPossessive(NameDraft draft, int token) => draft.Form(token) is "'s" or "’s" or "'" or "’" && draft.IsGlued(token - 1);

    /// <summary>A word for people: workers, farmers, people.</summary>
    private static bool IsPeopleWord(NameDraft draft, int token) =>
        draft.IsCommon(token) && (draft.Class(token) & WordClass.Surname) == 0 && (draft.Form(token).EndsWith("s", StringComparison.OrdinalIgnoreCase) || draft.Form(token) is "People" or "Women" or "Men" or "Children");
}
