// Rules over the whole text: what is once known to be a name is one everywhere, and of one kind.
using Crossread.Cleaning;

namespace Crossread.Names.Finding;

/// <summary>Makes the names of a text agree with each other.</summary>
internal static class DocumentRules
{
    private const int LongestName = 8;

    /// <summary>Applies the rules to the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        CutCredits(draft);
        CutOwners(draft);
        NameAcronyms(draft);
        PairPlaces(draft);
        Agree(draft);
        AgreeInSound(draft);
        Repeat(draft);
        JoinRules.JoinGovernments(draft);
    }

    // The National Army of Ruiz: where Ruiz is known to be a person, the army ends before him.
    private static void CutOwners(NameDraft draft)
    {
        HashSet<ulong> people = [];
        foreach (NameSpan span in draft.Spans())
        {
            if (span.Kind == EntityKind.Person && !draft.IsSmallElsewhere(span.Last))
                people.Add(draft.Keys[span.Last]);
        }
        foreach (NameSpan span in draft.Spans())
        {
            // The Institute of Eastern Studies in Lima: the city is a name of its own.
            if (span is { Kind: EntityKind.Organisation, Count: >= 4 } && draft.Form(span.Last - 1) is "in" && (draft.Phrase(span.Last) & WordClass.AnyPlace) != 0)
            {
                draft.Remove(span);
                draft.Add(span with { Last = span.Last - 2 });
                draft.Add(new NameSpan(span.Last, span.Last, EntityKind.Place));
                continue;
            }
            if (span.Kind != EntityKind.Organisation || span.Count < 4 || draft.Form(span.Last - 1) is not "of" || !people.Contains(draft.Keys[span.Last]))
                continue;
            draft.Remove(span);
            draft.Add(span with { Last = span.Last - 2 });
            draft.Add(new NameSpan(span.Last, span.Last, EntityKind.Person));
        }
    }

    // "in Zawra and Misra": what stands beside a place in a list, and is of no known kind, is a place.
    private static void PairPlaces(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            if (span is not { Kind: EntityKind.Other, Count: 1 } || draft.Shape(span.First) is not WordShape.Capital)
                continue;
            if (draft.Form(span.First - 1) is "and" or "," && draft.At(span.First - 2) is { Kind: EntityKind.Place }
                || draft.Form(span.Last + 1) is "and" or "," && draft.At(span.Last + 2) is { Kind: EntityKind.Place }
                || draft.Form(span.First - 1) is "in" or "near" && draft.Form(span.Last + 1) is not "'s"
                || draft.Form(span.Last + 1) is "," && draft.Form(span.Last + 2) is "in" or "near" or "about" or "some")
            {
                draft.Replace(span, span with { Kind = EntityKind.Place });
            }
        }
    }

    // "… Ana Ruiz Peter Holm / AGENCY": a photographer's name run into that of the person in the picture.
    private static void CutCredits(NameDraft draft)
    {
        Dictionary<ulong, int> known = [];
        foreach (NameSpan span in draft.Spans())
        {
            if (draft.Passage[span.First] is not PassageKind.Caption || draft.Form(span.Last + 1) is not "/")
                known[draft.KeyOf(span.First, span.Last)] = span.Count;
        }
        foreach (NameSpan span in draft.Spans())
        {
            bool credit = draft.Form(span.Last + 1) is "/" || draft.Passage[span.First] == PassageKind.Caption || draft.Sentence(span.First).To == span.Last + 1;
            if (span.Count < 3 || !credit)
                continue;
            int cut = 0;
            for (int count = span.Count - 1; count >= 1 && cut == 0; count--)
            {
                if (known.ContainsKey(draft.KeyOf(span.First, span.First + count - 1)) && span.Count - count >= 2)
                    cut = count;
            }
            // "Tellmark" alone may be what the rest of the text calls him.
            for (int count = 2; count <= span.Count - 2 && cut == 0; count++)
            {
                if (span.Kind == EntityKind.Person && known.ContainsKey(draft.Keys[span.First + count - 1]))
                    cut = count;
            }
            if (cut == 0 && span is { Kind: EntityKind.Person, Count: 4 } && draft.Form(span.Last + 1) is "/" && (draft.Class(span.First + 2) & WordClass.Given) != 0)
                cut = 2;
            if (cut == 0)
                continue;
            draft.Remove(span);
            draft.Add(span with { Last = span.First + cut - 1 });
            draft.Add(span with { First = span.First + cut, Kind = span.Kind });
        }
    }

    // Long Name of a Body (LNB): the words whose first letters stand in the brackets are one name, and so are the letters.
    private static void NameAcronyms(NameDraft draft)
    {
        for (int at = 2; at + 1 < draft.Count; at++)
        {
            if (draft.Form(at - 1) is not "(" || draft.Form(at + 1) is not ")" || draft.Shape(at) is not (WordShape.AllCapitals or WordShape.Dotted or WordShape.Mixed))
                continue;
            int first = LongForm(draft, at);
            NameSpan? before = draft.At(at - 2);
            if (first < 0 && before is not { Kind: not EntityKind.Person, Count: > 1 })
                continue;
            EntityKind kind = before is { Kind: EntityKind.Place or EntityKind.Other } ? before.Value.Kind : EntityKind.Organisation;
            if (first >= 0 && kind == EntityKind.Other)
                kind = EntityKind.Organisation;
            if (first >= 0)
                Put(draft, new NameSpan(first, at - 2, kind));
            Put(draft, new NameSpan(at, at, kind));
        }
    }

    // First word of the long form before the bracket, or -1: each capital of the short form begins a word, small words may be passed over.
    private static int LongForm(NameDraft draft, int at)
    {
        int letters = 0;
        foreach (char c in draft.Form(at))
            letters += char.IsUpper(c) ? 1 : 0;
        if (letters < 2)
            return -1;
        (int from, int _) = draft.Sentence(at);
        ReadOnlySpan<char> form = draft.Form(at);
        int word = at - 1, first = -1;
        for (int c = form.Length - 1; c >= 0; c--)
        {
            if (!char.IsUpper(form[c]))
                continue;
            word--;
            while (word >= from && draft.Shape(word) is WordShape.Lower or WordShape.Mark && word > at - 14)
                word--;
            if (word < from || char.ToUpperInvariant(draft.Form(word)[0]) != form[c])
                return -1;
            first = word;
        }
        return first;
    }

    /// <summary>Puts a name in place of all that it touches.</summary>
    private static void Put(NameDraft draft, NameSpan span)
    {
        for (int i = span.First; i <= span.Last; i++)
        {
            if (draft.At(i) is not { } old)
                continue;
            draft.Remove(old);
            // U.N. Fisheries Organization (FO): what stands in a list before the long form stays.
            if (old.First < span.First && draft.PhraseAt(old.First) == (old.First, span.First - 1) && (draft.Phrase(old.First) & (WordClass.Organisation | WordClass.Office | WordClass.Country)) != 0)
                draft.Add(new NameSpan(old.First, span.First - 1, (draft.Phrase(old.First) & WordClass.Country) != 0 ? EntityKind.Place : EntityKind.Organisation));
        }
        draft.Add(span);
    }

    // One form, one kind: the kind that most of its places have, a full person's name counting for its surname.
    private static void Agree(NameDraft draft)
    {
        List<NameSpan> spans = draft.Spans();
        Dictionary<ulong, int[]> votes = [];
        HashSet<ulong> surnames = [], companies = [];
        foreach (NameSpan span in spans)
        {
            if (span is { Kind: EntityKind.Organisation, Count: > 1 } && draft.Phrase(span.First) == WordClass.None && draft.Shape(span.First) == WordShape.Capital && !draft.IsCommon(span.First))
                companies.Add(draft.Keys[span.First]);
            if (span is { Kind: EntityKind.Person, Count: > 1 })
                surnames.Add(draft.Keys[span.Last]);
            Vote(votes, draft.KeyOf(span.First, span.Last), span.Kind, span.Kind == EntityKind.Other ? 1 : 2);
            if (span is { Kind: EntityKind.Person, Count: > 1 })
                Vote(votes, draft.Keys[span.Last], EntityKind.Person, 3);
            // Both surnames, or the halves of one.
            if (span is { Kind: EntityKind.Person, Count: > 2 })
                Vote(votes, draft.KeyOf(span.First + 1, span.Last), EntityKind.Person, 3);
            // "the town of Dessane" says what it is.
            if (draft.Form(span.First - 1) is "of" && draft.Shape(span.First - 2) == WordShape.Lower && (draft.Class(span.First - 2) & WordClass.PlaceNoun) != 0 && span.Kind == EntityKind.Place)
                Vote(votes, draft.KeyOf(span.First, span.Last), EntityKind.Place, 4);
        }
        foreach (NameSpan span in spans)
        {
            if (span.Kind is EntityKind.Group)
                continue;
            // "Nordhal Steel … Nordhal declined": the company's first word, if nobody in the text bears it.
            if (span is { Kind: EntityKind.Person, Count: 1 } && companies.Contains(draft.Keys[span.First]) && !surnames.Contains(draft.Keys[span.First]) && (draft.Class(span.First - 1) & (WordClass.Title | WordClass.Role)) == 0 && (draft.Class(span.First) & WordClass.Given) == 0)
            {
                draft.Replace(span, span with { Kind = EntityKind.Organisation });
                continue;
            }
            WordClass phrase = draft.Phrase(span.First);
            int[] counts = votes[draft.KeyOf(span.First, span.Last)];
            int best = (int)span.Kind;
            for (int kind = 0; kind < counts.Length; kind++)
            {
                if (counts[kind] > counts[best])
                    best = kind;
            }
            // Lima is the city unless somebody in the text bears the name.
            if (span is { Kind: EntityKind.Person, Count: 1 } && (phrase & (WordClass.Capital | WordClass.Country)) != 0 && counts[(int)EntityKind.Person] < 3
                && (draft.Class(span.First - 1) & WordClass.Title) == 0 && draft.PhraseAt(span.First) == (span.First, span.Last))
            {
                best = (int)EntityKind.Place;
                counts[best] = 2 * counts[(int)EntityKind.Person] + 1;
            }
            // U.N. is not the man whose name ends in Un.
            bool letters = span is { Count: 1, Kind: EntityKind.Organisation } && (phrase & WordClass.Organisation) != 0 && draft.Shape(span.First) is WordShape.AllCapitals or WordShape.Dotted;
            bool sure = letters || span.Count == 1 && (phrase & (WordClass.Country | WordClass.Office)) != 0;
            if (best != (int)span.Kind && !sure && (counts[best] >= 2 * counts[(int)span.Kind] || (EntityKind)best == EntityKind.Person))
                draft.Replace(span, span with { Kind = (EntityKind)best });
        }
    }

    // Another spelling of a known person: a single word in no list with the same consonants as a surname.
    private static void AgreeInSound(NameDraft draft)
    {
        HashSet<ulong> known = [];
        foreach (NameSpan span in draft.Spans())
        {
            if (span is { Kind: EntityKind.Person, Count: > 1 } && draft.Form(span.Last).Length > 4)
                known.Add(Consonants(draft.Form(span.Last)));
        }
        foreach (NameSpan span in draft.Spans())
        {
            if (span is { Count: 1, Kind: EntityKind.Place or EntityKind.Other or EntityKind.Organisation } && draft.Shape(span.First) == WordShape.Capital
                && draft.Phrase(span.First) == WordClass.None && draft.Form(span.First).Length > 4 && known.Contains(Consonants(draft.Form(span.First))))
            {
                draft.Replace(span, span with { Kind = EntityKind.Person });
            }
        }
    }

    private static ulong Consonants(ReadOnlySpan<char> word)
    {
        ulong key = NameKey.Of(word[..1]);
        for (int i = 1; i < word.Length; i++)
        {
            if (char.ToLowerInvariant(word[i]) is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y'))
                key = NameKey.Add(key, word.Slice(i, 1));
        }
        return key;
    }

    private static void Vote(Dictionary<ulong, int[]> votes, ulong key, EntityKind kind, int weight)
    {
        if (!votes.TryGetValue(key, out int[]? counts))
            votes.Add(key, counts = new int[5]);
        counts[(int)kind] += weight;
    }

    // Known names where the tagger did not see them: in headlines, at sentence starts, beside marks.
    private static void Repeat(NameDraft draft)
    {
        Dictionary<ulong, (EntityKind Kind, int Count)> names = [];
        foreach (NameSpan span in draft.Spans())
        {
            if (span.Count > LongestName || span.Kind == EntityKind.Other && span.Count == 1)
                continue;
            bool plain = span.Count == 1 && (draft.Class(span.First) & WordClass.Common) != 0 && draft.IsSmallElsewhere(span.First);
            if (!plain && draft.Form(span.Last).Length > 1)
                names.TryAdd(draft.KeyOf(span.First, span.Last), (span.Kind, span.Count));
            // The surname of a full name, with its particle if it has one.
            if (span is { Kind: EntityKind.Person, Count: > 1 } && !draft.IsSmallElsewhere(span.Last) && draft.Form(span.Last).Length > 2)
                names.TryAdd(draft.Keys[span.Last], (EntityKind.Person, 1));
        }
        HashSet<ulong> begins = [];
        foreach (NameSpan span in draft.Spans())
        {
            begins.Add(draft.Keys[span.First]);
            begins.Add(draft.Keys[span.Last]);
        }
        for (int i = 0; i < draft.Count; i++)
        {
            if (draft.At(i) is not null || !draft.Capital(i) && draft.Shape(i) != WordShape.LetterDigit || !begins.Contains(draft.Keys[i]))
                continue;
            (int _, int to) = draft.Sentence(i);
            int best = -1;
            EntityKind kind = default;
            ulong key = NameKey.Empty;
            for (int j = i; j < to && j < i + LongestName && draft.At(j) is null; j++)
            {
                key = NameKey.Add(key, draft.Form(j));
                if (names.TryGetValue(key, out (EntityKind Kind, int Count) name) && draft.Capital(j))
                    (best, kind) = (j, name.Kind);
            }
            if (best < 0)
                continue;
            // A capital beside a single word would be part of another name, unless all words here have one.
            bool crowded = best == i && (draft.Capital(i - 1) && !draft.IsStart(i - 1) && draft.Sentence(i).From < i || draft.Capital(i + 1));
            if (crowded && !SpanRules.IsTitleCase(draft, i) && !SpanRules.IsLoud(draft, i))
                continue;
            draft.Add(new NameSpan(i, best, kind));
            i = best;
        }
    }
}
