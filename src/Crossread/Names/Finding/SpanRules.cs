// Rules on one name at a time: what its borders are, and whether it is one at all.
using Crossread.Cleaning;

namespace Crossread.Names.Finding;

/// <summary>Trims, splits and drops names by what stands in and beside them.</summary>
internal static class SpanRules
{
    /// <summary>Applies the rules to every name of the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            NameSpan? better = Trim(draft, span);
            if (better is { } trimmed)
                better = Judge(draft, trimmed);
            if (better != span)
                draft.Replace(span, better);
        }
        Glue(draft);
        AddListed(draft);
    }

    private static NameSpan? Trim(NameDraft draft, NameSpan span)
    {
        (int first, int last) = (span.First, span.Last);
        while (first <= last && (draft.Shape(first) == WordShape.Mark || IsArticle(draft, first, last)))
            first++;
        while (last >= first && (draft.Form(last) is "'s" or "’s" or "'" or "’" or "," or "\"" or "”" or "-" or ":" || draft.Form(last) is "." && draft.Form(last - 1).Length > 4))
            last--;
        // U.N. Secretary-General Ana Ruiz: the person begins behind the last title.
        for (int i = last - 1; span.Kind == EntityKind.Person && i > first; i--)
        {
            if ((draft.Class(i) & WordClass.Title) != 0 && (draft.Class(i) & (WordClass.Given | WordClass.Surname | WordClass.Particle)) == 0)
            {
                first = i + 1;
                break;
            }
        }
        while (span.Kind == EntityKind.Person && first < last && IsTitle(draft, first, last))
            first++;
        if (span.Kind == EntityKind.Person && first == last && (draft.Class(first) & (WordClass.Title | WordClass.TitlePart)) != 0 && (draft.Class(first) & (WordClass.Given | WordClass.Surname)) == 0)
            return null;
        if (first > last)
            return null;
        bool anyCapital = false;
        for (int i = first; i <= last; i++)
            anyCapital |= draft.Capital(i) || draft.Shape(i) == WordShape.LetterDigit;
        return anyCapital ? span with { First = first, Last = last } : null;
    }

    private static bool IsArticle(NameDraft draft, int first, int last) =>
        draft.Form(first) is "the" or "The" or "THE" or "a" or "A" or "an" or "An" && first < last
        && !((draft.Phrase(first) & ~WordClass.Prefix) != 0 && draft.PhraseAt(first) is var (from, to) && from == first && to == last);

    /// <summary>True if a word before the rest of a person's name is a title or the head of a role.</summary>
    private static bool IsTitle(NameDraft draft, int token, int last)
    {
        WordClass classes = draft.Class(token);
        if (draft.Form(token) is "." && token > 0)
            return true;
        if ((classes & (WordClass.Title | WordClass.TitlePart)) == 0 && ((classes & WordClass.Role) == 0 || (classes & WordClass.Surname) != 0))
            return false;
        // Dean Smith and Earl Grey keep their given names unless a longer name follows.
        return (classes & WordClass.Given) == 0 || last - token >= 2 || draft.Form(token) is "President" or "General" or "Prince" or "King" or "Queen" or "Sheikh" or "Sir" or "Judge" or "Pope";
    }

    private static NameSpan? Judge(NameDraft draft, NameSpan span)
    {
        if (span.Kind is EntityKind.Other or EntityKind.Organisation && IsTitledPerson(draft, span))
            return span with { Kind = EntityKind.Person, First = span.First + 1 };
        WordClass phrase = draft.Phrase(span.First);
        (int from, int to) = draft.PhraseAt(span.First);
        bool listed = phrase != WordClass.None && from == span.First && to == span.Last;
        if (!listed && span.Count == 1)
        {
            // Part of a longer entry, as in "north African".
            phrase = draft.Class(span.First) & WordClass.Phrases;
            listed = phrase != WordClass.None;
        }
        const WordClass places = WordClass.Country | WordClass.Capital | WordClass.City | WordClass.Region | WordClass.Place;
        if (listed && (phrase & WordClass.Adjective) != 0 && (phrase & (WordClass.Country | WordClass.Office)) == 0 && span.Kind != EntityKind.Person)
            return (phrase & WordClass.People) != 0 && IsNounForPeople(draft, span) ? span with { Kind = EntityKind.Group } : null;
        if (listed && (phrase & WordClass.People) != 0 && (phrase & (places | WordClass.Organisation)) == 0 && span.Kind is EntityKind.Other or EntityKind.Organisation or EntityKind.Place)
            return span with { Kind = EntityKind.Group };
        if (listed && (phrase & WordClass.Calendar) != 0 && (phrase & ~WordClass.Calendar & ~WordClass.Work) == 0 && span.Kind != EntityKind.Person)
            return null;
        if (listed && (phrase & places) != 0 && (phrase & (WordClass.Organisation | WordClass.Office | WordClass.Person)) == 0 && (span.Kind == EntityKind.Other || span.Kind == EntityKind.Organisation && (phrase & WordClass.Country) != 0))
            return span with { Kind = EntityKind.Place };
        if (listed && (phrase & WordClass.Office) != 0)
            return span with { Kind = EntityKind.Organisation };
        if (IsOnlyWords(draft, span))
            return null;
        return span;
    }

    // General Ana Ruiz: a title and words that are in no list but names.
    private static bool IsTitledPerson(NameDraft draft, NameSpan span)
    {
        if (span.Count is < 2 or > 4 || (draft.Class(span.First) & WordClass.Title) == 0 || draft.Phrase(span.First) != WordClass.None)
            return false;
        for (int i = span.First + 1; i <= span.Last; i++)
        {
            if (draft.Shape(i) is not (WordShape.Capital or WordShape.Mixed or WordShape.Initial)
                || (draft.Class(i) & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead | WordClass.Common | WordClass.Title | WordClass.TitlePart | WordClass.Organisation)) != 0
                || draft.Phrase(i) != WordClass.None && (draft.Phrase(i) & WordClass.Person) == 0)
            {
                return false;
            }
        }
        return true;
    }

    // The French said, many Syrians: the people; French troops: only an adjective.
    private static bool IsNounForPeople(NameDraft draft, NameSpan span) =>
        draft.Form(span.First - 1) is "the" or "The" && !draft.Capital(span.Last + 1)
        && ((draft.Class(span.Last + 1) & WordClass.Speech) != 0 || draft.Form(span.Last + 1) is "," or "." or "have" or "are" or "were" or "and" or "to");

    /// <summary>True for capitals that come only from the start of a sentence or the style of a headline.</summary>
    private static bool IsOnlyWords(NameDraft draft, NameSpan span)
    {
        bool headline = IsTitleCase(draft, span.First);
        for (int i = span.First; i <= span.Last; i++)
        {
            bool weak = draft.IsStart(i) || headline;
            bool common = (draft.Class(i) & WordClass.Common) != 0 || draft.Shape(i) == WordShape.Lower;
            if (!weak || draft.Phrase(i) != WordClass.None || (!draft.IsSmallElsewhere(i) && !common) || draft.Shape(i) is WordShape.AllCapitals or WordShape.Dotted)
                return false;
            if (!draft.IsSmallElsewhere(i) && (draft.Class(i) & (WordClass.Given | WordClass.Surname)) != 0)
                return false;
        }
        return true;
    }

    /// <summary>True if most long words of the sentence have a capital.</summary>
    public static bool IsTitleCase(NameDraft draft, int token)
    {
        (int from, int to) = draft.Sentence(token);
        int capitals = 0, words = 0;
        for (int i = from; i < to && i < from + 60; i++)
        {
            if (draft.Form(i).Length < 4 || draft.Shape(i) == WordShape.Mark)
                continue;
            words++;
            capitals += draft.Capital(i) ? 1 : 0;
        }
        return words > 2 && capitals * 4 >= words * 3;
    }

    // A hyphen without white space binds: al-Nouri, Guinea-Bissau, but not Moscow-based.
    private static void Glue(NameDraft draft)
    {
        foreach (NameSpan old in draft.Spans())
        {
            NameSpan span = old;
            while (draft.Form(span.Last + 1) is "-" && draft.IsGlued(span.Last) && draft.IsGlued(span.Last + 1) && draft.Capital(span.Last + 2) && draft.At(span.Last + 2) is null)
                span = span with { Last = span.Last + 2 };
            if (span.Kind == EntityKind.Person)
            {
                while (draft.Form(span.First - 1) is "-" && draft.IsGlued(span.First - 1) && draft.IsGlued(span.First - 2)
                    && (draft.Class(span.First - 2) & WordClass.Particle) != 0 && draft.At(span.First - 2) is null)
                {
                    span = span with { First = span.First - 2 };
                }
                if (draft.Form(span.Last + 1) is "-" && draft.At(span.Last + 2) is { Kind: EntityKind.Person } next && draft.IsGlued(span.Last) && draft.IsGlued(span.Last + 1))
                {
                    draft.Remove(next);
                    span = span with { Last = next.Last };
                }
            }
            if (span != old)
                draft.Replace(old, span);
        }
    }

    // Offices, countries and well-known bodies that the tagger passed over.
    private static void AddListed(NameDraft draft)
    {
        const WordClass sure = WordClass.Country | WordClass.Office;
        for (int i = 0; i < draft.Count; i++)
        {
            WordClass phrase = draft.Phrase(i);
            if (phrase == WordClass.None)
                continue;
            (int first, int last) = draft.PhraseAt(i);
            i = last;
            bool body = (phrase & WordClass.Organisation) != 0 && (last > first || draft.Shape(first) is WordShape.AllCapitals or WordShape.Dotted) && (phrase & (WordClass.Person | WordClass.Adjective)) == 0;
            if ((phrase & sure) == 0 && !body || !draft.Capital(first) && !draft.Capital(last))
                continue;
            if (last > first && (phrase & WordClass.Office) != 0)
                RemoveInside(draft, first, last);
            if (!draft.IsFree(first, last))
                continue;
            bool loud = IsLoud(draft, first);
            if (first == last && draft.Shape(first) is WordShape.AllCapitals && loud && (phrase & WordClass.Country) == 0)
                continue;
            if (first == last && (draft.Class(first) & WordClass.Common) != 0 && draft.IsSmallElsewhere(first))
                continue;
            if (first == last && draft.Form(first).Length < 3 && draft.Form(first) is not ("UN" or "US" or "UK" or "EU"))
                continue;
            // A capital beside it would be the rest of another name.
            if (draft.At(first - 1) is not null && draft.Capital(first - 1) && draft.Passage[first] is not PassageKind.Title)
                continue;
            draft.Add(new NameSpan(first, last, (phrase & WordClass.Country) != 0 && (phrase & WordClass.Office) == 0 ? EntityKind.Place : EntityKind.Organisation));
        }
    }

    private static void RemoveInside(NameDraft draft, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (draft.At(i) is { } inner && inner.First >= first && inner.Last <= last)
                draft.Remove(inner);
        }
    }

    /// <summary>True if the whole sentence is in capitals.</summary>
    public static bool IsLoud(NameDraft draft, int token)
    {
        (int from, int to) = draft.Sentence(token);
        int small = 0, loud = 0;
        for (int i = from; i < to && i < from + 60; i++)
        {
            small += draft.Shape(i) is WordShape.Lower or WordShape.Capital ? 1 : 0;
            loud += draft.Shape(i) is WordShape.AllCapitals ? 1 : 0;
        }
        return loud > 3 && loud > 3 * small;
    }

    /// <summary>The government of a capital is no city: both words are one name of a body.</summary>
    public static void JoinGovernments(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            int next = span.Last + 1;
            if (span.Kind == EntityKind.Place && draft.At(next) is null && draft.Form(next) is "government" or "Government" or "regime" or "administration" or "authorities" or "parliament")
                draft.Replace(span, new NameSpan(span.First, next, EntityKind.Organisation));
        }
    }
}
