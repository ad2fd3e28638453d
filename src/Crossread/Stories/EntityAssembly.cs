// From joined units to the entities of the story.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Names.Resolving;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Makes the entities: name, kind, forms, reasons, id.</summary>
internal static class EntityAssembly
{
    private const int MostReasons = 12;

    /// <summary>The table, in the order in which the entities are first met.</summary>
    public static EntityTable Build(ImmutableArray<Reading> readings, List<EntityUnit> units, EntityUnion union)
    {
        Dictionary<int, int> indexOf = [];
        ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        int[][] entityOf = [.. readings.Select(r => new int[r.Names.Entities.Length])];
        for (int u = 0; u < units.Count; u++)
        {
            int root = union.Root(u);
            if (!indexOf.TryGetValue(root, out int index))
            {
                index = entities.Count;
                indexOf.Add(root, index);
                List<EntityUnit> own = [.. union.Of(root).Order().Select(i => units[i])];
                entities.Add(Make(own, union.Because(root), ids, readings));
            }
            foreach ((int report, int entity) in units[u].Members)
                entityOf[report][entity] = index;
        }
        return new EntityTable(entities.ToImmutable(), [.. entityOf.Select(row => row.ToImmutableArray())]);
    }

    private static Entity Make(List<EntityUnit> units, IReadOnlyList<string> because, HashSet<string> ids, ImmutableArray<Reading> readings)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int[] kinds = new int[5];
        foreach (EntityUnit unit in units)
        {
            kinds[(int)unit.Kind] += unit.Mentions;
            foreach ((string form, int count) in unit.Counts)
                counts[form] = counts.GetValueOrDefault(form) + count;
        }
        EntityKind kind = (EntityKind)Array.IndexOf(kinds, kinds.Max());
        ImmutableArray<EntityForm> forms =
            [.. counts.Select(c => new EntityForm(c.Key, c.Value)).OrderByDescending(f => f.Count).ThenBy(f => f.Form, StringComparer.Ordinal)];
        string name = Fullest(forms);
        ImmutableArray<string> reasons = [.. because.Concat(units.SelectMany(u => u.Because)).Distinct(StringComparer.Ordinal).Take(MostReasons)];
        (int report, int entity) = units[0].Members[0];
        string id = ContentId.Of('e', [name, kind.ToString()]);
        if (!ids.Add(id))
            ids.Add(id = ContentId.Of('e', [name, kind.ToString(), readings[report].Report.Id, entity.ToString(System.Globalization.CultureInfo.InvariantCulture)]));
        return new Entity(id, name, kind, forms, reasons);
    }

    // Most words, among the forms that are not rare beside the most used form with as many words.
    private static string Fullest(ImmutableArray<EntityForm> forms)
    {
        List<(EntityForm Form, int Words)> full = [.. forms.Select(f => (f, NameForm.Of(f.Form) is var n ? n.Words.Count(w => !w.Initial) : 0))];
        int most = full.Where(f => f.Words >= 2).Select(f => f.Form.Count).DefaultIfEmpty(0).Max();
        return full.OrderByDescending(f => f.Words >= 2 && f.Form.Count * 3 >= most ? f.Words : Math.Min(f.Words, 1))
            .ThenByDescending(f => f.Form.Count).ThenByDescending(f => f.Form.Form.Length).ThenBy(f => f.Form.Form, StringComparer.Ordinal).First().Form.Form;
    }
}
