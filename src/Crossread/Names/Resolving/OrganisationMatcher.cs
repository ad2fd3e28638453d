// Whether two names of organisations can be one body's.
using System.Collections.Immutable;

namespace Crossread.Names.Resolving;

/// <summary>Compares names of organisations: by words, by initials, by one being the end of the other.</summary>
internal static class OrganisationMatcher
{
    /// <summary>Compares two names; the order does not matter. Null if they are not known to be one.</summary>
    public static NameMatch? Compare(OrganisationForm one, OrganisationForm other)
    {
        if (one.Words.IsEmpty || other.Words.IsEmpty || one.IsGeneral || other.IsGeneral)
            return null;
        if (one.Key == other.Key)
            return new NameMatch(0, one.Text == other.Text ? "" : $"“{one.Text}” and “{other.Text}” are the same words");
        if (Aliases.Shared.Organisation(one.Text) is string known && known == Aliases.Shared.Organisation(other.Text))
            return new NameMatch(0.01, $"“{one.Text}” and “{other.Text}” are both {known}");
        return Initials(one, other) ?? Initials(other, one) ?? End(one, other) ?? End(other, one) ?? Beginning(one, other) ?? Beginning(other, one) ?? Adjective(one, other) ?? Adjective(other, one) ?? Spelling(one, other);
    }

    private static NameMatch? Initials(OrganisationForm acronym, OrganisationForm name) =>
        acronym.Acronym.Length >= 2 && name.Words.Length > 1 && IsPart(name.Initials, acronym.Acronym) && IsPart(acronym.Acronym, name.AllInitials)
            ? new NameMatch(0.1, $"“{acronym.Text}” is the initials of “{name.Text}”")
            : null;

    // Small words may give a letter or not: FFD, FFFD and FFTFOD are all “Front for the Freedom of Dorana”.
    private static bool IsPart(string letters, string of)
    {
        int at = 0;
        foreach (char c in of)
        {
            if (at < letters.Length && letters[at] == c)
                at++;
        }
        return at == letters.Length;
    }

    // “Security Council” is the end of “U.N. Security Council”; one word alone is too little.
    private static NameMatch? End(OrganisationForm lesser, OrganisationForm longer)
    {
        int gap = longer.Words.Length - lesser.Words.Length;
        if (lesser.Words.Length < 2 || gap is < 1 or > 3)
            return null;
        return longer.Words.AsSpan()[gap..].SequenceEqual(lesser.Words.AsSpan())
            ? new NameMatch(0.15, $"“{lesser.Text}” is the end of “{longer.Text}”")
            : null;
    }

    // “Dorana” is “Dorana Airlines”: what follows is a general word.
    private static NameMatch? Beginning(OrganisationForm lesser, OrganisationForm longer)
    {
        if (longer.Words.Length <= lesser.Words.Length || lesser.Acronym.Length == 0 && lesser.Words[0].Length < 4
            || OrganisationForm.Is(lesser.Words[^1], "general") || Countries.Shared.OfName(lesser.Text) != null)
        {
            return null;
        }
        for (int i = 0; i < longer.Words.Length; i++)
        {
            if (i < lesser.Words.Length ? lesser.Words[i] != longer.Words[i] : !OrganisationForm.Is(longer.Words[i], "broad"))
                return null;
        }
        return new NameMatch(0.2, $"“{longer.Text}” is “{lesser.Text}” with a general word");
    }

    // “Veldoran Rescue Service” is “Veldora Rescue Service”: the first word is a place, or the adjective of it, and the rest is the same.
    private static NameMatch? Adjective(OrganisationForm place, OrganisationForm adjective)
    {
        if (place.Words.Length < 2 || place.Words.Length != adjective.Words.Length || place.Words[0].Length < 4
            || !place.Words.AsSpan()[1..].SequenceEqual(adjective.Words.AsSpan()[1..])
            || !adjective.Words[0].StartsWith(place.Words[0], StringComparison.Ordinal))
        {
            return null;
        }
        string ending = adjective.Words[0][place.Words[0].Length..];
        bool fits = ending is "n" or "an" or "ian" or "i" or "ese" or "ish" or "er" && (ending is not "n" || place.Words[0][^1] is 'a' or 'e' or 'o' or 'i');
        return fits ? new NameMatch(0.05, $"“{adjective.Text}” has the adjective of the place in “{place.Text}”") : null;
    }

    private static NameMatch? Spelling(OrganisationForm one, OrganisationForm other)
    {
        ImmutableArray<string> a = one.Words, b = other.Words;
        if (a.Length != b.Length || one.Acronym.Length > 0 || other.Acronym.Length > 0)
            return null;
        double cost = 0;
        string why = "";
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            if (why.Length > 0 || PersonMatcher.Words(new NameWord(a[i], a[i], false), new NameWord(b[i], b[i], false), a.Length > 1 ? 0.14 : 0.1) is not { } match
                || match.Hard > 0 && a.Length == 1 || Math.Min(a[i].Length, b[i].Length) < 5)
            {
                return null;
            }
            (cost, why) = (match.Cost, match.Why);
        }
        return new NameMatch(cost, $"“{one.Text}” and “{other.Text}” are one name: {why}");
    }
}
