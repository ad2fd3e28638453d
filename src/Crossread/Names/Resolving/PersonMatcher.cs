// Whether two names of people can be one person's.
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>
/// Compares names of people word by word: surname with surname, given name with given name, what is between by order and initials.
/// A false match costs more than a missed one: words that the sound rules do not make one keep people apart.
/// </summary>
internal static class PersonMatcher
{
    // Cost a letter (of the shorter word) up to which two words are one, found on romanisation pairs of common names:
    // alone, a surname must be nearer than beside a given name that agrees.
    private const double BareLimit = 0.11;
    private const double BesideLimit = 0.17;
    private const double GivenLimit = 0.14;
    private const double SpeltWrongLimit = 0.22;
    /// <summary>What a match by two surnames alone costs.</summary>
    internal const double SurnamesCost = 0.07;

    private const int ShortestBare = 5;
    private const int ShortestMisspelt = 6;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Nicknames = new(() =>
    {
        Dictionary<string, HashSet<string>> longForms = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/nicknames.tsv"))
        {
            foreach (string nick in row[1].Split(' '))
            {
                if (!longForms.TryGetValue(nick, out HashSet<string>? full))
                    longForms[nick] = full = new HashSet<string>(StringComparer.Ordinal);
                full.Add(row[0]);
            }
        }
        return longForms;
    });

    private static readonly Lazy<HashSet<string>> PlainSurnames =
        new(() => [.. ListFile.Rows("Names/Resolving/plain-surnames.tsv").Select(row => row[0])]);

    /// <summary>Compares two names; the order does not matter. Null if they are not known to be one.</summary>
    public static NameMatch? Compare(NameForm one, NameForm other)
    {
        if (one.Words.IsEmpty || other.Words.IsEmpty || one.Suffix != other.Suffix && one.IsFull == other.IsFull)
            return null;
        if (one.Key == other.Key)
            return new NameMatch(0, one.Text == other.Text ? "" : $"“{one.Text}” and “{other.Text}” differ only in marks, hyphens or articles");
        if (one.Joined == other.Joined && one.Joined.Length >= 6)
            return new NameMatch(0.01, $"“{one.Text}” and “{other.Text}” have the same letters, parted differently");
        if (one.IsFull && other.IsFull)
            return Full(one, other);
        return one.IsFull ? Bare(other, one) : other.IsFull ? Bare(one, other) : Alone(one, other);
    }

    /// <summary>True if both are full names whose given names cannot be one person's.</summary>
    public static bool Conflict(NameForm one, NameForm other)
    {
        if (!one.IsFull || !other.IsFull || Compare(one, other) != null)
            return false;
        // Two spellings may each be near a third without being near each other: one letter's difference beside the same given name is no contradiction.
        return !(Given(one.First, other.First) is { Hard: 0 } && Math.Min(one.Last.Folded.Length, other.Last.Folded.Length) >= ShortestMisspelt
            && one.Words.Length == other.Words.Length && SoundCosts.Compare(one.Last.Folded, other.Last.Folded) is { Hard: <= 1, Cost: <= 1.1 });
    }

    private static NameMatch? Full(NameForm one, NameForm other)
    {
        if (one.Words.Length == other.Words.Length && SameWords(one, other))
            return new NameMatch(0.02, $"“{one.Text}” and “{other.Text}” have the same words in another order");
        return Ends(one, other) ?? SecondSurname(one, other) ?? SecondSurname(other, one) ?? Surnames(one, other) ?? Surnames(other, one) ?? RunTogether(one, other);
    }

    private static NameMatch? Ends(NameForm one, NameForm other)
    {
        if (Given(one.First, other.First) is not { } first || Words(one.Last, other.Last, BesideLimit) is not { } last || !Middle(one, other))
            return null;
        // A misspelling in one word is a misspelling only if the other word agrees to the letter.
        if (last.Hard > 0 && (first.Cost > 0 || one.First.Initial || other.First.Initial) || first.Hard > 0 && last.Cost > 0 || last.Cost + first.Cost > BesideLimit + 0.05)
            return null;
        List<string> why = [];
        if (last.Why.Length > 0)
            why.Add(last.Why);
        if (first.Why.Length > 0)
            why.Add(first.Why);
        if (one.Words.Length != other.Words.Length)
            why.Add("a middle name is left out");
        return new NameMatch(last.Cost + first.Cost + 0.01 * Math.Abs(one.Words.Length - other.Words.Length),
            $"“{one.Text}” and “{other.Text}” are one name: {string.Join("; ", why.DefaultIfEmpty("the words that count are the same"))}");
    }

    // Given name, father's surname, mother's surname: the last may be left out.
    private static NameMatch? SecondSurname(NameForm full, NameForm lesser)
    {
        if (full.Words.Length < 3 || lesser.Words.Length != full.Words.Length - 1)
            return null;
        for (int i = 0; i < lesser.Words.Length; i++)
        {
            if (full.Words[i].Folded != lesser.Words[i].Folded)
                return null;
        }
        return new NameMatch(0.08, $"“{lesser.Text}” is “{full.Text}” without the last surname");
    }

    // "Ochoa Villanueva", "Petran-Dal" for the whole name: both surnames without the given name, unless the first is a given name itself.
    private static NameMatch? Surnames(NameForm full, NameForm both)
    {
        if (full.Words.Length < 3 || both.Words.Length != 2 || both.Words[0].Folded != full.Words[^2].Folded || both.Words[1].Folded != full.Words[^1].Folded
            || both.Words[0].Initial || ResolverInput.OfGivenName(both.Words[0].Folded) != Gender.Unknown)
        {
            return null;
        }
        return new NameMatch(SurnamesCost, $"“{both.Text}” are the surnames of “{full.Text}”");
    }

    // Names of several words that are joined differently and spelt differently: Abdel Fattah, Abdulfatah.
    private static NameMatch? RunTogether(NameForm one, NameForm other)
    {
        if (one.Words.Length == other.Words.Length || Math.Min(one.Joined.Length, other.Joined.Length) < 9)
            return null;
        SoundDistance distance = SoundCosts.Compare(one.Joined, other.Joined);
        double perLetter = distance.Cost / Math.Min(one.Joined.Length, other.Joined.Length);
        return distance.Hard == 0 && perLetter <= 0.06
            ? new NameMatch(perLetter, $"“{one.Text}” and “{other.Text}” are one name, parted differently: {Reasons(distance)}")
            : null;
    }

    private static NameMatch? Bare(NameForm bare, NameForm full)
    {
        // “Al Dorin” beside “Ana Dorin” may be Albert; beside “Samir al-Dorin” it is the article.
        if (bare.HasArticle && !full.HasArticle && bare.Text.StartsWith("Al ", StringComparison.Ordinal))
            return null;
        NameWord word = bare.Last;
        if (word.Initial)
            return null;
        if (word.Folded == full.Last.Folded)
            return new NameMatch(0.03, $"“{bare.Text}” is the surname of “{full.Text}”");
        for (int i = full.Words.Length - 2; i >= 1; i--)
        {
            if (word.Folded == full.Words[i].Folded && word.Folded.Length > 2)
                return new NameMatch(0.06, $"“{bare.Text}” is a part of “{full.Text}”");
        }
        if (word.Folded == full.First.Folded && word.Folded.Length > 1)
            return new NameMatch(0.08, $"“{bare.Text}” is the first name in “{full.Text}”");
        return Words(word, full.Last, BareLimit) is { Hard: 0 } match && Math.Min(word.Folded.Length, full.Last.Folded.Length) >= ShortestBare
            ? new NameMatch(0.1 + match.Cost, $"“{bare.Text}” is the surname of “{full.Text}”: {match.Why}")
            : null;
    }

    private static NameMatch? Alone(NameForm one, NameForm other) =>
        Words(one.Last, other.Last, BareLimit) is { Hard: 0 } match && Math.Min(one.Last.Folded.Length, other.Last.Folded.Length) >= ShortestBare
            ? new NameMatch(match.Cost, match.Why)
            : null;

    // Every word between the ends of the shorter name stands, in order, in the longer, whole or as an initial.
    private static bool Middle(NameForm one, NameForm other)
    {
        (NameForm lesser, NameForm longer) = one.Words.Length <= other.Words.Length ? (one, other) : (other, one);
        int at = 1;
        for (int i = 1; i < lesser.Words.Length - 1; i++)
        {
            while (at < longer.Words.Length - 1 && Words(lesser.Words[i], longer.Words[at], BesideLimit) == null)
                at++;
            if (at >= longer.Words.Length - 1)
                return false;
            at++;
        }
        return true;
    }

    private static bool SameWords(NameForm one, NameForm other) =>
        one.Joined.Length == other.Joined.Length && one.Words.All(w => !w.Initial)
        && one.Words.Select(w => w.Folded).Order(StringComparer.Ordinal).SequenceEqual(other.Words.Select(w => w.Folded).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static WordMatch? Given(NameWord one, NameWord other)
    {
        if (!OneEndsLikeAWoman(one.Folded, other.Folded) && Words(one, other, GivenLimit) is { } match)
            return match;
        if (IsNickname(one.Folded, other.Folded) || IsNickname(other.Folded, one.Folded))
            return new WordMatch(0.05, 0, $"{one.Written} and {other.Written} are forms of one given name");
        return null;
    }

    // Simon and Simone, Mario and Maria: the ending tells two people apart.
    private static bool OneEndsLikeAWoman(string one, string other) =>
        one[^1] != other[^1] && (one[^1] is 'a' or 'e' && IsOther(other[^1]) || other[^1] is 'a' or 'e' && IsOther(one[^1]));

    private static bool IsOther(char last) => last is not ('a' or 'e' or 'i' or 'y' or 'h');

    private static bool IsNickname(string nick, string full) =>
        Nicknames.Value.TryGetValue(nick, out HashSet<string>? longForms) && (longForms.Contains(full) || longForms.Any(l => IsNicknameOf(full, l)));

    private static bool IsNicknameOf(string nick, string full) => Nicknames.Value.TryGetValue(nick, out HashSet<string>? longForms) && longForms.Contains(full);

    /// <summary>Compares two words of names; null if they are two.</summary>
    internal static WordMatch? Words(NameWord one, NameWord other, double limit)
    {
        string a = one.Folded, b = other.Folded;
        if (a == b)
            return new WordMatch(0, 0, "");
        if (one.Initial || other.Initial)
            return a[0] == b[0] && one.Initial != other.Initial ? new WordMatch(0.04, 0, $"{(one.Initial ? one : other).Written}. is {(one.Initial ? other : one).Written}") : null;
        int letters = Math.Min(a.Length, b.Length);
        if (letters < 3 || PlainSurnames.Value.Contains(a) || PlainSurnames.Value.Contains(b))
            return null;
        // Words that share no rough sound are one only if a letter is wrong, not the first nor the last:
        // an ending tells Ivanov from Ivanova and Mario from Maria.
        bool mayBeMisspelt = letters >= ShortestMisspelt && limit >= GivenLimit && a[0] == b[0] && a[^1] == b[^1];
        bool alike = one.SoundsLike(other);
        if (!alike && !(mayBeMisspelt && IsOneEdit(a, b)))
            return null;
        SoundDistance distance = SoundCosts.Compare(a, b);
        double perLetter = distance.Cost / letters;
        if (distance.Hard == 0)
            return perLetter <= (letters <= 4 ? Math.Min(limit, 0.06) : limit) ? new WordMatch(perLetter, 0, $"{one.Written}, {other.Written}: {Reasons(distance)}") : null;
        return distance.Hard == 1 && mayBeMisspelt && perLetter <= SpeltWrongLimit && distance.Cost <= 1.1
            ? new WordMatch(perLetter, 1, $"{one.Written}, {other.Written}: {Reasons(distance)}")
            : null;
    }

    // One letter changed, left out, or two turned round.
    private static bool IsOneEdit(string a, string b)
    {
        int from = 0, endA = a.Length, endB = b.Length;
        if (Math.Abs(endA - endB) > 1)
            return false;
        while (from < Math.Min(endA, endB) && a[from] == b[from])
            from++;
        while (endA > from && endB > from && a[endA - 1] == b[endB - 1])
            (endA, endB) = (endA - 1, endB - 1);
        int restA = endA - from, restB = endB - from;
        return restA <= 1 && restB <= 1 || restA == 2 && restB == 2 && a[from] == b[from + 1] && a[from + 1] == b[from];
    }

    private static string Reasons(SoundDistance distance) => string.Join(", ", distance.Why.Take(3));

    /// <summary>Two words that are one.</summary>
    internal readonly record struct WordMatch(double Cost, int Hard, string Why);
}
