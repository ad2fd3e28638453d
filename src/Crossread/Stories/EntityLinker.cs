// Which local entities of several reports are one.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Brings the entities of all reports together.</summary>
public static class EntityLinker
{
    // Up to this cost two names are one by themselves; above it (acronym, end of a longer name) only if nothing else fits.
    private const double SureCost = 0.0999;
    private const int ClearlyMore = 3;

    /// <summary>The entities of all reports, and for each reading and local entity its index among them.</summary>
    /// <param name="readings">The readings, in a settled order.</param>
    /// <param name="decisions">A reader's decisions, obeyed before every rule; null is none.</param>
    public static EntityTable Link(ImmutableArray<Reading> readings, NameDecisions? decisions = null)
    {
        Verdicts verdicts = new(decisions);
        List<EntityUnit> units = EntityUnits.Of(readings);
        EntityUnion union = new(units, verdicts);
        foreach (IGrouping<(EntityKind, bool), int> kind in Enumerable.Range(0, units.Count)
            .Where(u => !units[u].Unnamed && !units[u].Doubtful).GroupBy(u => (units[u].Kind, units[u].Government)))
        {
            List<(NameMatch Match, int One, int Other)> meetings = EntityMeetings.Find(units, kind, verdicts);
            JoinSure(units, union, meetings);
            JoinOnly(units, union, meetings);
        }
        EntityReach.JoinSurnames(units, union, verdicts, ClearlyMore);
        EntityReach.JoinKinds(units, union);
        EntityReach.JoinGroups(units, union);
        JoinDecided(units, union, decisions);
        return EntityAssembly.Build(readings, units, union);
    }

    private static void JoinSure(List<EntityUnit> units, EntityUnion union, List<(NameMatch Match, int One, int Other)> meetings)
    {
        foreach ((NameMatch match, int one, int other) in meetings)
        {
            if (Math.Min(match.Cost, units[one].Kind == EntityKind.Person ? 0 : 1) > SureCost || union.Root(one) == union.Root(other))
                continue;
            bool alike = match.Cost <= 0.02;
            if (union.Apart(one, other, sameReport: alike && units[one].Kind != EntityKind.Person) || LongFormsDiffer(units[one], units[other]))
                continue;
            union.Join(one, other, match.Because);
        }
    }

    // Two bodies may share an acronym: what it stands for has to agree.
    private static bool LongFormsDiffer(EntityUnit one, EntityUnit other)
    {
        if (one.Kind != EntityKind.Organisation || one.Government)
            return false;
        List<OrganisationForm> a = Long(one), b = Long(other);
        return a.Count > 0 && b.Count > 0 && !a.Exists(x => b.Exists(y => OrganisationMatcher.Compare(x, y) != null));
    }

    private static List<OrganisationForm> Long(EntityUnit unit) => [.. unit.Forms.Select(f => OrganisationForm.Of(f.Text)).Where(f => f.Words.Length > 1)];

    // An acronym, a short form: joined if there is only one that it can be.
    private static void JoinOnly(List<EntityUnit> units, EntityUnion union, List<(NameMatch Match, int One, int Other)> meetings)
    {
        List<(NameMatch Match, int One, int Other)> rest = [.. meetings.Where(m => m.Match.Cost > SureCost && units[m.One].Kind != EntityKind.Person)];
        Dictionary<int, HashSet<int>> longer = [];
        foreach ((NameMatch _, int one, int other) in rest)
        {
            (int less, int more) = Lesser(units[one], units[other]) ? (one, other) : (other, one);
            if (!longer.TryGetValue(union.Root(less), out HashSet<int>? roots))
                longer[union.Root(less)] = roots = [];
            roots.Add(union.Root(more));
        }
        foreach ((NameMatch match, int one, int other) in rest)
        {
            int less = union.Root(Lesser(units[one], units[other]) ? one : other);
            if (longer.TryGetValue(less, out HashSet<int>? roots) && roots.Count == 1 && union.Root(one) != union.Root(other) && !union.Apart(one, other, sameReport: false) && !LongFormsDiffer(units[one], units[other]))
                union.Join(one, other, match.Because);
        }
    }

    private static bool Lesser(EntityUnit one, EntityUnit other) => one.Name.Length < other.Name.Length || one.Name.Length == other.Name.Length && string.CompareOrdinal(one.Name, other.Name) <= 0;

    private static void JoinDecided(List<EntityUnit> units, EntityUnion union, NameDecisions? decisions)
    {
        if (decisions is null || decisions.Same.IsEmpty && decisions.Different.IsEmpty)
            return;
        Dictionary<string, int> byForm = new(StringComparer.Ordinal);
        for (int u = 0; u < units.Count; u++)
        {
            foreach (string form in units[u].Counts.Keys)
                byForm.TryAdd(NameForm.Of(form).Plain, u);
        }
        foreach (NamePair pair in decisions.Same)
        {
            if (byForm.TryGetValue(NameForm.Of(pair.One).Plain, out int one) && byForm.TryGetValue(NameForm.Of(pair.Other).Plain, out int other))
                union.Join(one, other, $"a reader decided that “{pair.One}” and “{pair.Other}” are one");
        }
        foreach (NamePair pair in decisions.Different)
        {
            if (!byForm.TryGetValue(NameForm.Of(pair.One).Plain, out int one) || !byForm.TryGetValue(NameForm.Of(pair.Other).Plain, out int other) || union.Root(one) == union.Root(other))
                continue;
            string because = $"a reader decided that “{pair.One}” and “{pair.Other}” are two";
            units[one].Because.Add(because);
            units[other].Because.Add(because);
        }
    }
}
