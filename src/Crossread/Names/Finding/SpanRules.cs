// Rules on one name at a time: what its borders are, and whether it is one at all.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>Trims, splits and drops names by what stands in and beside them.</summary>
internal static class SpanRules
{
    /// <summary>Applies the rules to every name of the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            NameSpan whole = Parted(draft, span);
            NameSpan? better = Trim(draft, whole);
            if (better is { } trimmed)
                better = Judge(draft, trimmed);
            if (better != whole)
                draft.Replace(whole, better);
        }
    }

    // "Noh Tae-rim of Mirae Bank", "Ana Ruiz of the Ministry of Peace": a person, and the body that the person is of; "Ana Ruiz and Chief Holm": two people.
    private static NameSpan Parted(NameDraft draft, NameSpan span)
    {
        for (int i = span.First + 1; span.Kind is EntityKind.Person or EntityKind.Other && i < span.Last; i++)
        {
            int next = draft.Form(i + 1) is "the" ? i + 2 : i + 1;
            bool both = span.Kind == EntityKind.Person && draft.Form(i) is "and" && i - span.First >= 2;
            if ((span.Kind == EntityKind.Person || NamesPerson(draft, i + 1, span.Last)) && draft.Form(i) is "'s" or "’s" && draft.Capital(i + 1) && draft.Capital(i - 1))
            {
                // "Labour's Ana Ruiz": whose she is stands outside her name.
                NameSpan own = span with { First = i + 1, Kind = EntityKind.Person };
                draft.Remove(span);
                draft.Add(new NameSpan(span.First, i - 1, (draft.Phrase(span.First) & WordClass.AnyPlace) != 0 ? EntityKind.Place : EntityKind.Organisation));
                draft.Add(own);
                return own;
            }
            bool owned = draft.Form(i) is "of" && (draft.Class(i - 1) & (WordClass.Title | WordClass.OfHead)) == 0 && (span.Kind == EntityKind.Person ? next <= span.Last && !(next == i + 2 && draft.IsCommon(i - 1)) : next == i + 2 && NamesPerson(draft, span.First, i - 1));
            if (!both && !owned || next > span.Last || !draft.Capital(next))
                continue;
            NameSpan person = span with { Last = i - 1, Kind = EntityKind.Person };
            draft.Replace(span, person);
            draft.Add(new NameSpan(next, span.Last, both ? EntityKind.Person : EntityKind.Organisation));
            return person;
        }
        return span;
    }

    // Two to four words with capitals that no list knows as anything else.
    private static bool NamesPerson(NameDraft draft, int first, int last)
    {
        const WordClass others = WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead | WordClass.Organisation | WordClass.Office | WordClass.AnyPlace | WordClass.Common;
        for (int i = first; i <= last; i++)
        {
            if (draft.Shape(i) is not (WordShape.Capital or WordShape.Initial) || ((draft.Class(i) | draft.Phrase(i)) & others) != 0)
                return false;
        }
        return last - first is >= 1 and <= 3;
    }

    private static NameSpan? Trim(NameDraft draft, NameSpan span)
    {
        (int first, int last) = (span.First, span.Last);
        while (first <= last && (draft.Shape(first) == WordShape.Mark || IsArticle(draft, first, last)))
            first++;
        while (last >= first && (draft.Form(last) is "'s" or "’s" or "'" or "’" or "," or "\"" or "”" or "-" or ":" || draft.Form(last) is "." && draft.Form(last - 1).Length > 4))
            last--;
        (first, last) = WithoutDays(draft, span.Kind, first, last);
        // U.N. Secretary-General Ana Ruiz: the person begins behind the last title.
        for (int i = last - 1; span.Kind == EntityKind.Person && i > first; i--)
        {
            if ((draft.Class(i) & WordClass.Title) != 0 && ((draft.Class(i) & (WordClass.Given | WordClass.Surname | WordClass.Particle)) == 0 || draft.Form(i - 1) is "-"))
            {
                first = i + 1;
                break;
            }
        }
        // Foreign Minister of Peru Ana Ruiz, Peruvian Ruiz: small words and adjectives at the front are no part of it.
        while (span.Kind == EntityKind.Person && first < last && (draft.Shape(first) == WordShape.Mark
            || draft.Shape(first) == WordShape.Lower && (draft.Class(first) & WordClass.Particle) == 0
            || (draft.Class(first) & WordClass.Adjective) != 0 && (draft.Class(first) & (WordClass.Given | WordClass.Surname)) == 0 || draft.Form(first) is "of"))
        {
            first++;
        }
        while (span.Kind == EntityKind.Person && first < last && IsTitle(draft, first, last))
            first++;
        if (span.Kind == EntityKind.Person && first == last && (draft.Class(first) & (WordClass.Title | WordClass.TitlePart)) != 0 && (draft.Class(first) & (WordClass.Given | WordClass.Surname)) == 0)
            return null;
        // "the Honourable Minister": a person's name does not end in a title. "the Bill", "the Ministry": a word with its article.
        if (span.Kind == EntityKind.Person && (draft.Class(last) & WordClass.Title) != 0 && ((draft.Class(last) | draft.Class(first)) & (WordClass.Given | WordClass.Surname)) == 0
            || span.Kind == EntityKind.Person && first == last && draft.IsCommon(first) && (draft.Class(first) & WordClass.Surname) == 0 && draft.Form(first - 1) is "the" or "The" && draft.Form(first)[^1] is not 's' && draft.Text.Tokens[Math.Min(first + 1, draft.Count - 1)].Upos is not (Upos.NOUN or Upos.PROPN))
        {
            return null;
        }
        // A headline's verb: Visits Lima.
        while (first < last && draft.IsCommon(first) && (draft.Class(first) & (WordClass.Given | WordClass.Surname | WordClass.Title | WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead)) == 0
            && draft.Phrase(first) == WordClass.None && (draft.Text.Tokens[first].Upos is Upos.VERB or Upos.AUX or Upos.ADP or Upos.ADV or Upos.SCONJ or Upos.CCONJ || draft.IsSmallElsewhere(first) && span.Kind == EntityKind.Person)
            && IsTitleCase(draft, first))
        {
            first++;
        }
        if (first < last && draft.IsCommon(first) && IsListedPlace(draft, first + 1, last) && !IsListedPlace(draft, first, last) && span.Kind == EntityKind.Person && IsTitleCase(draft, first))
            return new NameSpan(first + 1, last, EntityKind.Place);
        // Peru Makes Move: the country, then the verb.
        for (int i = first + 1; i < last && span.Kind != EntityKind.Person; i++)
        {
            bool verb = draft.Text.Tokens[i].Upos == Upos.VERB || draft.Form(i)[^1] == 's' && (draft.Class(i) & (WordClass.Common | WordClass.OrganisationHead | WordClass.OtherHead)) == 0;
            if (verb && draft.IsCommon(i) && IsListedPlace(draft, first, i - 1) && IsTitleCase(draft, i))
                return new NameSpan(first, i - 1, EntityKind.Place);
        }
        // A headline's verb and what follows it: Ruiz Meets Miners.
        for (int i = first + 1; i <= last && span.Kind == EntityKind.Person; i++)
        {
            if (!draft.IsCommon(i) || (draft.Class(i) & (WordClass.Given | WordClass.Surname | WordClass.Particle)) != 0 && !draft.IsSmallElsewhere(i)
                || draft.Text.Tokens[i].Upos != Upos.VERB && !draft.IsSmallElsewhere(i) || !IsTitleCase(draft, i) && !IsLoud(draft, i))
            {
                continue;
            }
            last = i - 1;
        }
        if (first > last)
            return null;
        bool anyCapital = false;
        for (int i = first; i <= last; i++)
            anyCapital |= draft.Capital(i) || draft.Shape(i) == WordShape.LetterDigit;
        return anyCapital ? span with { First = first, Last = last } : null;
    }

    // "Thursday's Harbour Board", "Tuesday Ruiz", "the Senate Monday": the day is none of the name, unless a list has it, as in Ash Wednesday.
    private static (int First, int Last) WithoutDays(NameDraft draft, EntityKind kind, int first, int last)
    {
        if (first < last && IsDay(draft, first) && (draft.Form(first + 1) is "'s" or "’s" || kind == EntityKind.Person && (draft.Class(first) & WordClass.Given) == 0))
            first += draft.Form(first + 1) is "'s" or "’s" ? 2 : 1;
        if (first < last && kind != EntityKind.Other && IsDay(draft, last) && draft.Form(last - 1) is not "on")
            last--;
        return (first, last);
    }

    private static bool IsDay(NameDraft draft, int token) =>
        draft.Form(token) is [_, .., 'd', 'a', 'y'] && (draft.Phrase(token) & WordClass.Calendar) != 0 && draft.PhraseAt(token) == (token, token);

    private static bool IsListedPlace(NameDraft draft, int first, int last) =>
        (draft.Phrase(first) & (WordClass.Country | WordClass.Capital)) != 0 && draft.PhraseAt(first) == (first, last);

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
        return (classes & WordClass.Given) == 0 || last - token >= 2 || draft.Form(token) is "President" or "General" or "Prince" or "King" or "Queen" or "Sheikh" or "Sir" or "Judge" or "Justice" or "Pope";
    }

    private static NameSpan? Judge(NameDraft draft, NameSpan span)
    {
        if (span.Kind is EntityKind.Other or EntityKind.Organisation && BehindTitles(draft, span) is > 0 and int name)
            return span with { Kind = EntityKind.Person, First = name };
        // "Union Water Minister Shri Deven Ratha": an office, its title, and behind the last title nothing but a name.
        if (span.Kind is EntityKind.Other or EntityKind.Organisation && LastTitle(draft, span) is var title && title > span.First && NamesPerson(draft, title + 1, span.Last))
            return span with { Kind = EntityKind.Person, First = title + 1 };
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
        // "Hartford, Conn.": a dot ends few names but short ones of regions.
        if (listed && span.Count == 1 && (phrase & WordClass.Region) != 0 && draft.Form(span.First) is [.., '.'])
            return span with { Kind = EntityKind.Place };
        if (listed && (phrase & WordClass.Office) != 0)
            return span with { Kind = EntityKind.Organisation };
        if (IsOnlyWords(draft, span))
            return null;
        if (!listed && span.Count == 1 && draft.Shape(span.First) is WordShape.Capital or WordShape.Letter
            && draft.Text.Tokens[span.First].Upos is Upos.PRON or Upos.DET or Upos.AUX or Upos.ADP or Upos.CCONJ or Upos.SCONJ or Upos.ADV or Upos.INTJ or Upos.PART)
        {
            return null;
        }
        return span;
    }

    // General Ana Ruiz, Prime Minister Ana Ruiz-Paz: titles and words that are in no list but names. House Speaker Ana Ruiz: before the title the body
    // that has it, if a given name follows. Where the name begins, or 0.
    private static int BehindTitles(NameDraft draft, NameSpan span)
    {
        int name = span.First;
        bool titled = false;
        bool body = (draft.Phrase(name) & (WordClass.Organisation | WordClass.Office)) != 0 || (draft.Class(name) & WordClass.OrganisationHead) != 0;
        if (draft.Phrase(name) != WordClass.None && !body)
            return 0;
        if (body)
        {
            name = draft.Phrase(name) == WordClass.None ? name + 1 : draft.PhraseAt(name).Last + 1;
            int last = name;
            while (last < span.Last && (draft.Class(last) & (WordClass.Title | WordClass.TitlePart | WordClass.Role)) != 0)
                last++;
            if (last == name || last >= span.Last || (draft.Class(last) & WordClass.Given) == 0)
                return 0;
            (name, titled) = (last, true);
        }
        while (name < span.Last && (draft.Class(name) & (WordClass.Title | WordClass.TitlePart)) != 0)
        {
            titled |= (draft.Class(name) & WordClass.Title) != 0;
            name++;
        }
        if (!titled || span.Last - name > 5)
            return 0;
        for (int i = name; i <= span.Last; i++)
        {
            if (draft.Form(i) is "-" && draft.IsGlued(i - 1) && draft.IsGlued(i))
                continue;
            bool personal = (draft.Class(i) & (WordClass.Given | WordClass.Surname)) != 0;
            if (draft.Shape(i) is not (WordShape.Capital or WordShape.Mixed or WordShape.Initial)
                || (draft.Class(i) & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead | WordClass.Title | WordClass.TitlePart | WordClass.Organisation)) != 0
                || !personal && ((draft.Class(i) & WordClass.Common) != 0 || draft.Phrase(i) != WordClass.None && (draft.Phrase(i) & WordClass.Person) == 0))
            {
                return 0;
            }
        }
        return name;
    }

    // The last word of a title inside the name, or -1.
    private static int LastTitle(NameDraft draft, NameSpan span)
    {
        for (int i = span.Last - 2; i > span.First; i--)
        {
            if ((draft.Class(i) & WordClass.Title) != 0 && (draft.Class(i) & (WordClass.Given | WordClass.Surname)) == 0 && draft.Capital(i))
                return i;
        }
        return -1;
    }

    // The French said, many Syrians: the people; French troops: only an adjective.
    private static bool IsNounForPeople(NameDraft draft, NameSpan span) =>
        draft.Form(span.First - 1) is "the" or "The" && !draft.Capital(span.Last + 1)
        && ((draft.Class(span.Last + 1) & WordClass.Speech) != 0 || draft.Form(span.Last + 1) is "," or "." or "have" or "are" or "were" or "and" or "to");

    /// <summary>True for capitals that come only from the start of a sentence or the style of a headline.</summary>
    private static bool IsOnlyWords(NameDraft draft, NameSpan span)
    {
        bool loud = IsLoud(draft, span.First);
        bool headline = loud || IsTitleCase(draft, span.First);
        for (int i = span.First; i <= span.Last; i++)
        {
            bool weak = draft.IsStart(i) || headline;
            bool common = draft.IsCommon(i) || draft.Shape(i) == WordShape.Lower;
            if (!weak || draft.Phrase(i) != WordClass.None || (!draft.IsSmallElsewhere(i) && !common) || draft.Shape(i) is WordShape.Dotted || draft.Shape(i) is WordShape.AllCapitals && !loud)
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
}
