// Rules that make names longer or add them: hyphens, particles, initials, listed bodies, "University of …".
using Crossread.Cleaning;

namespace Crossread.Names.Finding;

/// <summary>Joins what belongs together and adds what the tagger passed over.</summary>
internal static class JoinRules
{
    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        Glue(draft);
        AddListed(draft);
        AddInitials(draft);
        AddParticled(draft);
        JoinOf(draft);
    }

    // al-Haruniya: a particle bound to a capital is a name; behind a preposition that of a place.
    private static void AddParticled(NameDraft draft)
    {
        for (int i = 0; i + 2 < draft.Count; i++)
        {
            if (draft.Form(i) is not ("al" or "el" or "Al" or "El") || draft.Form(i + 1) is not "-" || !draft.IsGlued(i) || !draft.IsGlued(i + 1)
                || draft.Shape(i + 2) != WordShape.Capital || !draft.IsFree(i, i + 2))
            {
                continue;
            }
            bool place = draft.Form(i - 1) is "of" or "in" or "to" or "at" or "near" or "from" or "towards" or "toward" or "around";
            draft.Add(new NameSpan(i, i + 2, place ? EntityKind.Place : EntityKind.Person));
        }
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
                span = WithParticles(draft, span);
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

    // Ludwig van den Berg: particles and the name behind them.
    private static NameSpan WithParticles(NameDraft draft, NameSpan span)
    {
        int to = draft.Sentence(span.Last).To, next = span.Last + 1;
        // "as-Sahra" has the particle, "Ruiz as Cabinet chief" only the word.
        while (next < to && next <= span.Last + 3 && draft.Form(next) is not "as" && draft.Shape(next) == WordShape.Lower && (draft.Class(next) & WordClass.Particle) != 0 && (draft.Class(next) & WordClass.Connector) == 0 && draft.Form(next).Length > 1)
            next++;
        if (next == span.Last + 1 || next >= to || draft.Shape(next) is not (WordShape.Capital or WordShape.Mixed))
            return span;
        if (draft.At(next) is { } other)
        {
            draft.Remove(other);
            return span with { Last = other.Last };
        }
        return span with { Last = next };
    }

    // J. R. Holm: initials and a word in no list.
    private static void AddInitials(NameDraft draft)
    {
        for (int i = 0; i + 1 < draft.Count; i++)
        {
            if (draft.Shape(i) != WordShape.Initial || draft.At(i) is not null || draft.Form(i) is "U.")
                continue;
            int last = i + 1;
            while (last + 1 < draft.Count && draft.Shape(last) == WordShape.Initial && draft.At(last) is null)
                last++;
            bool name = draft.Shape(last) is WordShape.Capital or WordShape.Mixed && draft.Sentence(i) == draft.Sentence(last)
                && (!draft.IsCommon(last) || (draft.Class(last) & WordClass.Surname) != 0) && (draft.Class(last) & (WordClass.OrganisationHead | WordClass.PlaceHead)) == 0;
            if (!name || draft.At(last) is { Kind: not EntityKind.Person })
                continue;
            if (draft.At(last) is { } surname)
            {
                draft.Remove(surname);
                last = surname.Last;
            }
            draft.Add(new NameSpan(i, last, EntityKind.Person));
            i = last;
        }
    }

    // University of East Norfolk, Central Bank of Peru: one body, not a place inside nothing.
    private static void JoinOf(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            if (span.Kind is not (EntityKind.Place or EntityKind.Organisation) || draft.At(span.First) != span)
                continue;
            int of = span.First - 1;
            if (draft.Form(of) is "the")
                of--;
            int head = of - 1;
            if (head < 0 || draft.Form(of) is not "of" || !draft.Capital(head) || (draft.Class(head) & WordClass.OfHead) == 0)
                continue;
            int first = head;
            if (draft.At(head) is { } before)
            {
                if (before.Last != head || before.Kind == EntityKind.Person)
                    continue;
                first = before.First;
                draft.Remove(before);
            }
            EntityKind kind = (draft.Class(head) & WordClass.PlaceHead) != 0 ? EntityKind.Place : EntityKind.Organisation;
            draft.Replace(span, new NameSpan(first, span.Last, kind));
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
            bool loud = SpanRules.IsLoud(draft, first);
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
