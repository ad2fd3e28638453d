// Whether two predications tell the same proposition.
using System.Collections.Immutable;

using Crossread.Stories.Predications;

namespace Crossread.Stories.Claims;

/// <summary>Compares predications: the same kind of deed, no different doer, the same thing done to.</summary>
internal static class SameProposition
{
    /// <summary>True if the two tell the same proposition, whichever side they take on it.</summary>
    public static bool Holds(Predication a, Predication b)
    {
        if (!string.Equals(a.Deed, b.Deed, StringComparison.Ordinal))
            return false;
        Agreement subjects = Compare(a.Subjects, b.Subjects);
        Agreement objects = Compare(a.Objects, b.Objects);
        if (subjects == Agreement.Differs || objects == Agreement.Differs)
            return false;
        // A party on both sides is needed; a common noun alone ("the forces") would bring strangers together.
        return objects == Agreement.Same && (subjects == Agreement.Same || Shared(a.Objects, b.Objects) >= 2 || !a.Listed == false && SharesPlace(a, b))
            || objects == Agreement.Unknown && subjects == Agreement.Same && a.Listed && a.Objects.IsEmpty && b.Objects.IsEmpty && SharesPlace(a, b);
    }

    /// <summary>How two lists of arguments stand to each other.</summary>
    public static Agreement Compare(ImmutableArray<Argument> a, ImmutableArray<Argument> b)
    {
        bool known = false;
        foreach (Argument x in a)
        {
            foreach (Argument y in b)
            {
                if (x.Keys.IsEmpty || y.Keys.IsEmpty)
                    continue;
                known = true;
                if (x.Keys.Take(x.HeadKeys).Any(y.Keys.Contains) || y.Keys.Take(y.HeadKeys).Any(x.Keys.Contains) || SharesParty(x, y))
                    return Agreement.Same;
            }
        }
        return known ? Agreement.Differs : Agreement.Unknown;
    }

    // "Haftar's forces" and "forces loyal to Haftar": the names inside agree, whatever the noun.
    private static bool SharesParty(Argument x, Argument y) => x.Keys.Any(k => !k.StartsWith("n:", StringComparison.Ordinal) && y.Keys.Contains(k));

    private static int Shared(ImmutableArray<Argument> a, ImmutableArray<Argument> b) =>
        a.SelectMany(x => x.Keys).Distinct(StringComparer.Ordinal).Count(k => b.Any(y => y.Keys.Contains(k)));

    private static bool SharesPlace(Predication a, Predication b)
    {
        HashSet<string> near = [.. a.Obliques.Concat(a.Objects).Concat(a.Subjects).SelectMany(x => x.Keys)];
        return b.Obliques.Concat(b.Objects).Concat(b.Subjects).SelectMany(x => x.Keys).Where(near.Contains).Distinct(StringComparer.Ordinal).Count() >= 2;
    }
}

/// <summary>How two lists of arguments stand to each other.</summary>
internal enum Agreement : byte
{
    /// <summary>One of them is not told, or says nothing that can be compared.</summary>
    Unknown,

    /// <summary>They share a party or a noun.</summary>
    Same,

    /// <summary>They share none.</summary>
    Differs,
}
