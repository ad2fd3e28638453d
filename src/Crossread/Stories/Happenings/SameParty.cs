// Whether two mentions of an event can have one party.
using System.Collections.Frozen;
using System.Text;

using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>
/// Compares parties. Names are one where the story says so. Words without a name are one if their head is one and nothing that is said of it differs
/// (<c>the families</c>, <c>the families of the dead miners</c>), or if they count the same number of people.
/// </summary>
internal static class SameParty
{
    private const int ShortestName = 5;
    private static readonly Lazy<FrozenSet<string>> _anybody = new(() => ListFile.Rows("Stories/Happenings/anybody.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>What stands between two parties.</summary>
    internal enum Match : byte
    {
        /// <summary>They are two.</summary>
        Conflict,

        /// <summary>Nothing says that they differ.</summary>
        Open,

        /// <summary>They are one.</summary>
        Equal,
    }

    /// <summary>Compares two parties.</summary>
    /// <param name="one">A party, or null if nobody is told.</param>
    /// <param name="other">Another.</param>
    /// <param name="together">True if one report tells both: there, two numbers are two groups.</param>
    internal static Match Of(Party? one, Party? other, bool together)
    {
        if (one is null || other is null)
            return Match.Open;
        if (one.Key == other.Key)
            return Match.Equal;
        if (one.Entity is not null && other.Entity is not null)
            return Spelt(one.Name, other.Name) ? Match.Equal : Match.Conflict;
        if (one.Entity is not null || other.Entity is not null)
            return Members(one, other) ? Match.Open : Match.Conflict;
        bool counted = one.Number is not null && other.Number is not null;
        if (counted && one.Number != other.Number && together)
            return Match.Conflict;
        if (counted && one.Number == other.Number && (one.Head == other.Head || one.Number > 2))
            return Match.Equal;
        if (one.Head == other.Head && (one.Rest.IsSubsetOf(other.Rest) || other.Rest.IsSubsetOf(one.Rest)))
            return Match.Equal;
        return Generic(one, other) || Anybody(one) && Anybody(other) ? Match.Open : Match.Conflict;
    }

    /// <summary>Keys under which parties that may be equal or open are found.</summary>
    internal static IEnumerable<string> Keys(Party party)
    {
        yield return party.Key;
        if (party.Entity is not null)
        {
            yield return "s:" + Sound(party.Name.Split(' ')[^1]);
            yield break;
        }
        yield return "h:" + party.Head;
        if (party.Number is > 2 and long number)
            yield return FormattableString.Invariant($"n:{number}");
    }

    // "Tamkadze" where others write "Zurab Tamkhadze": one family name but for an h, a doubled letter or an accent, and no other given name.
    private static bool Spelt(string one, string other)
    {
        string[] a = one.Split(' '), b = other.Split(' ');
        string family = Sound(a[^1]);
        return family.Length >= ShortestName && family == Sound(b[^1]) && (a.Length == 1 || b.Length == 1 || Sound(a[0]) == Sound(b[0]));
    }

    private static string Sound(string word)
    {
        StringBuilder sound = new();
        foreach (char c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c) && c != 'h' && (sound.Length == 0 || sound[^1] != c))
                sound.Append(c);
        }
        return sound.ToString();
    }

    // "the rebels" of one report are "the militiamen" of another, "the government" is "the authorities": nothing says that they differ.
    private static bool Generic(Party one, Party other) => Sector(one) == Sector(other) && one.Code is { } code
        && (code[Math.Max(0, code.Length - 3)..] is "REB" or "MIL" or "COP" or "UAF" || Anybody(one) && Anybody(other));

    // Gunmen are told apart from rebels by nobody.
    private static string? Sector(Party party) => party.Code?.Replace("UAF", "REB", StringComparison.Ordinal);

    private static bool Anybody(Party party) => party.Head is { } head && _anybody.Value.Contains(head);

    // "the miners" may be the Miners' Federation.
    private static bool Members(Party one, Party other)
    {
        (Party named, Party bare) = one.Entity is not null ? (one, other) : (other, one);
        return bare is { Head: { Length: > 3 } head, Number: null } && named.Name.Contains(head, StringComparison.OrdinalIgnoreCase) && named.Name.Contains(' ', StringComparison.Ordinal);
    }
}
