// Rules on what stands in brackets and behind commas at a politician's name: party and seat.
namespace Crossread.Names.Finding;

/// <summary>Ends names at brackets, and takes a party's letter with its seat, as in "Ana Ruiz (R-Texas)" and "Ana Ruiz, D-Ill.", for what it is: no name.</summary>
internal static class SeatRules
{
    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
            EndAtBracket(draft, span);
        for (int i = 1; i < draft.Count; i++)
        {
            if (Seat(draft, i) is var last and > 0)
                Free(draft, i, last);
        }
    }

    private static void EndAtBracket(NameDraft draft, NameSpan span)
    {
        for (int i = span.First + 1; i <= span.Last; i++)
        {
            if (draft.Form(i) is not ("(" or "["))
                continue;
            draft.Replace(span, span with { Last = i - 1 });
            return;
        }
    }

    // Last token of a party's letter, a hyphen and a seat, or 0. Only a mark before it and a capital behind the hyphen tell it from T-shirts and F-16s.
    private static int Seat(NameDraft draft, int letter)
    {
        if (draft.Form(letter) is not { Length: 1 } form || !char.IsAsciiLetterUpper(form[0]) || draft.Form(letter - 1) is not ("(" or ",")
            || draft.Form(letter + 1) is not "-" || !draft.IsGlued(letter) || !draft.IsGlued(letter + 1) || !draft.Capital(letter + 2) || draft.Shape(letter + 2) is WordShape.LetterDigit)
        {
            return 0;
        }
        int last = letter + 2;
        if (draft.Form(letter - 1) is "(")
        {
            while (last < letter + 6 && draft.Form(last + 1) is not (")" or ""))
                last++;
            return draft.Form(last + 1) is ")" ? last : 0;
        }
        bool person = draft.At(letter - 2) is { Kind: EntityKind.Person } || draft.At(letter) is { } over && over.First < letter - 1;
        while (last < letter + 4 && draft.Capital(last + 1))
            last++;
        return person && (draft.Form(last + 1) is "," or "." or ")" or ";" || draft.Form(last) is [.., '.']) ? last : 0;
    }

    // A name that runs into the seat ends before it; of one inside it, the place stays a place.
    private static void Free(NameDraft draft, int letter, int last)
    {
        for (int i = letter; i <= last; i++)
        {
            if (draft.At(i) is not { } span)
                continue;
            draft.Replace(span, span.First < letter - 1 ? span with { Last = letter - 2 } : null);
            if (span.Last > last)
                draft.Add(span with { First = last + 1 });
        }
        if (draft.Phrase(letter + 2) is var seat && (seat & WordClass.AnyPlace) != 0 && draft.PhraseAt(letter + 2) == (letter + 2, last))
            draft.Add(new NameSpan(letter + 2, last, EntityKind.Place));
    }
}
