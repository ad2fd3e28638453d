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
        if (subjects == Agreement.Differs || subjects == Agreement.Unknown && IsPublic(a) && HasDoer(a) != HasDoer(b))
            return false;
        if (AreApart(a, b))
            return false;
        // Whoever does it may stand in the object too ("his aides", "those he met"); that tells nothing of what it is done to.
        HashSet<string> doers = [.. a.Subjects.Concat(b.Subjects).SelectMany(s => s.Keys.Take(s.HeadKeys))];
        Agreement objects = Compare(Without(doers, a.Objects), Without(doers, b.Objects), ofObjects: true);
        if (subjects == Agreement.Same && a.Listed && SharesBeneficiary(a, b))
            return true;
        if (objects == Agreement.Differs)
            return false;
        if ((a.Broad || b.Broad) && SharedBeside(doers, a, b) < 2)
            return false;
        if (objects == Agreement.Same)
            return subjects == Agreement.Same || SharesThing(a, b) || SharesNamed(a, b) || SharedAround(a, b) >= 2;
        if (!a.Listed || subjects != Agreement.Same || !a.Objects.IsEmpty && !b.Objects.IsEmpty)
            return false;
        return a.Objects.IsEmpty && b.Objects.IsEmpty && SharedAround(a, b) >= 2 || IsTellingAlone(a) && SharesDoer(a, b);
    }

    // "barns in Sarn" and "barns in Dorn", "resigned from the board" and "resigned from the club": two places, two things that were left.
    private static bool AreApart(Predication a, Predication b) =>
        Disjoint(Places(a), Places(b)) || Disjoint(Sources(a), Sources(b));

    private static bool Disjoint(IEnumerable<string> a, IEnumerable<string> b) => a.Any() && b.Any() && !a.Intersect(b, StringComparer.Ordinal).Any();

    /// <summary>The places that the clause names beside its doers.</summary>
    public static IEnumerable<string> Places(Predication told) => told.Objects.Concat(told.Obliques).Select(o => o.Place).OfType<string>();

    private static IEnumerable<string> Sources(Predication told) => told.Obliques.Where(o => o.Preposition == "from").SelectMany(o => o.Keys.Take(o.HeadKeys));

    /// <summary>The doers with a name.</summary>
    public static IEnumerable<string> Named(Predication told) => told.Subjects.SelectMany(s => s.Keys.Take(s.HeadKeys)).Where(k => k[0] is 'e' or 'c');

    // What two clauses share beside their doers; a place that is held counts for two.
    private static int SharedBeside(HashSet<string> doers, Predication a, Predication b)
    {
        HashSet<string> near = [.. a.Objects.Concat(a.Obliques).SelectMany(x => x.Keys)];
        HashSet<string> held = a.Deed == "control" ? [.. a.Objects.Concat(b.Objects).SelectMany(x => x.Keys.Take(x.HeadKeys)).Where(IsPlace)] : [];
        return b.Objects.Concat(b.Obliques).SelectMany(x => x.Keys).Distinct(StringComparer.Ordinal)
            .Where(k => near.Contains(k) && !doers.Contains(k) && !DeedList.IsGeneric(k)).Sum(k => held.Contains(k) ? 2 : 1);
    }

    private static ImmutableArray<Argument> Without(HashSet<string> keys, ImmutableArray<Argument> arguments)
    {
        if (!arguments.Any(x => x.Keys.Skip(x.HeadKeys).Any(keys.Contains)))
            return arguments;
        return [.. arguments.Select(x => x with { Keys = [.. x.Keys.Where((k, i) => i < x.HeadKeys || !keys.Contains(k))] })];
    }

    /// <summary>Each doer with each thing that it is done to, by their head words; two clauses that share one tell the same in full.</summary>
    public static IEnumerable<string> InFull(Predication told)
    {
        IEnumerable<string> things = IsTellingAlone(told) && told.Objects.IsEmpty ? [""] : Heads(told.Objects, false);
        return Heads(told.Subjects, IsTellingAlone(told) && told.Objects.IsEmpty).SelectMany(doer => things.Select(thing => $"{doer} {thing}"));
    }

    private static IEnumerable<string> Heads(ImmutableArray<Argument> arguments, bool generic) =>
        arguments.SelectMany(x => x.Keys.Take(x.HeadKeys)).Where(k => generic || !DeedList.IsGeneric(k));

    // That the bus was hit everybody sees; what is disputed is who did it.
    private static bool IsPublic(Predication told) => told.Deed is "attack" or "kill" or "injure" or "destroy" or "damage" or "abduct" or "shoot_down";

    private static bool HasDoer(Predication told) => told.Subjects.Any(s => s.HeadKeys > 0 && (s.Keys[0][0] != 'n' || DeedList.OfNoun(s.Keys[0][2..]) != "shoot"));

    // "denied that the guards had fired": one does not say at whom. Of a country that would be too little.
    private static bool SharesDoer(Predication a, Predication b) =>
        a.Subjects.Any(x => x.Keys.Take(x.HeadKeys).Any(k => !IsPlace(k) && b.Subjects.Any(y => y.Keys.Take(y.HeadKeys).Contains(k))));

    /// <summary>True for a deed that is grave and rare enough in one event that its doer alone tells which one is meant.</summary>
    public static bool IsTellingAlone(Predication told) => told.Deed is "shoot" or "torture" or "poison" or "bribe" or "hack" or "explode";

    // Where one clause does not say who did it, the thing that it was done to must be a thing of this story, not "people" or "forces".
    private static bool SharesThing(Predication a, Predication b) =>
        (a.Listed || a.Deed == "exist") && a.Objects.Any(x => x.Keys.Take(x.HeadKeys).Any(k => !DeedList.IsGeneric(k) && b.Objects.Any(y => y.Keys.Take(y.HeadKeys).Contains(k))));

    // "the tug Brisa was overloaded": what has a name is the same thing, whatever was done to it.
    private static bool SharesNamed(Predication a, Predication b) =>
        a.Objects.Any(x => x.Keys.Take(x.HeadKeys).Any(k => k[0] == 'e' && b.Objects.Any(y => y.Keys.Take(y.HeadKeys).Contains(k))));

    /// <summary>How two lists of arguments stand to each other.</summary>
    /// <param name="a">One list.</param>
    /// <param name="b">The other.</param>
    /// <param name="ofObjects">True if a country or place inside a phrase says too little: "a Peruvian general" is not Peru, though "Peru's army" acts for Peru.</param>
    public static Agreement Compare(ImmutableArray<Argument> a, ImmutableArray<Argument> b, bool ofObjects = false)
    {
        bool known = false;
        foreach (Argument x in a)
        {
            foreach (Argument y in b)
            {
                if (x.Keys.IsEmpty || y.Keys.IsEmpty)
                    continue;
                // "the company", "officials": who that is, the words do not tell.
                known |= ofObjects || !(DeedList.IsGeneric(x.Keys[0]) || DeedList.IsGeneric(y.Keys[0]));
                if (Shares(x, x.HeadKeys, y, y.HeadKeys, places: true) || Shares(x, x.HeadKeys, y, y.Keys.Length, !ofObjects) || Shares(y, y.HeadKeys, x, x.Keys.Length, !ofObjects) || SharesParty(x, y))
                    return Agreement.Same;
            }
        }
        return known ? Agreement.Differs : Agreement.Unknown;
    }

    private static bool Shares(Argument x, int ofX, Argument y, int ofY, bool places)
    {
        for (int i = 0; i < ofX; i++)
        {
            for (int j = 0; j < ofY; j++)
            {
                if (string.Equals(x.Keys[i], y.Keys[j], StringComparison.Ordinal) && (places || !IsPlace(x.Keys[i])))
                    return true;
            }
        }
        return false;
    }

    // "Hask's forces" and "forces loyal to Hask": the people and bodies named inside agree, whatever the noun.
    private static bool SharesParty(Argument x, Argument y) => x.Keys.Any(k => k[0] == 'e' && y.Keys.Contains(k));

    private static bool IsPlace(string key) => key[0] is 'c' or 'p';

    // "training to Hask's forces", "helping forces loyal to Hask push on": where the object is a common noun, the one named right beside it is meant.
    private static bool SharesBeneficiary(Predication a, Predication b)
    {
        HashSet<string> near = [.. Beneficiaries(a)];
        return Beneficiaries(b).Any(near.Contains);
    }

    /// <summary>The named ones that it is done to or for.</summary>
    public static IEnumerable<string> Beneficiaries(Predication told)
    {
        IEnumerable<string> doers = told.Subjects.SelectMany(s => s.Keys);
        return told.Objects.Concat(told.Obliques.Where(o => o.Preposition is "" or "to" or "for")).SelectMany(o => o.Keys).Where(k => k[0] == 'e').Except(doers);
    }

    private static int SharedAround(Predication a, Predication b)
    {
        HashSet<string> near = [.. Around(a)];
        return Around(b).Where(near.Contains).Distinct(StringComparer.Ordinal).Count();
    }

    private static IEnumerable<string> Around(Predication told) => told.Obliques.Concat(told.Objects).Concat(told.Subjects).SelectMany(x => x.Keys);
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
