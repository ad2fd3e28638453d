// Joins what spelling alone does not: surnames to people, mistaken kinds, groups without a name.
using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Later steps of the linker, each over sets of units already joined.</summary>
internal static class EntityReach
{
    /// <summary>Brings people known by one word to the one person of all reports who has it.</summary>
    public static void JoinSurnames(List<EntityUnit> units, EntityUnion union, Verdicts verdicts, int clearlyMore)
    {
        Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal), bySound = new(StringComparer.Ordinal);
        for (int u = 0; u < units.Count; u++)
        {
            if (units[u].Kind != EntityKind.Person || units[u].IsBarePerson)
                continue;
            foreach (NameForm form in units[u].Forms.Where(f => f.IsFull))
            {
                foreach (NameWord word in form.Words)
                    Add(byWord, word.Folded, u);
                foreach (string sound in form.Last.Sounds)
                    Add(bySound, sound, u);
            }
        }
        for (int u = 0; u < units.Count; u++)
        {
            if (!units[u].IsBarePerson || units[u].Forms.Count == 0 || units[u].Forms[0].Words.IsEmpty)
                continue;
            NameForm bare = units[u].Forms[0];
            IEnumerable<int> near = byWord.GetValueOrDefault(bare.Last.Folded) ?? bare.Last.Sounds.SelectMany(s => bySound.GetValueOrDefault(s) ?? []).Distinct();
            Dictionary<int, NameMatch> found = [];
            foreach (int other in near)
            {
                NameMatch? match = units[other].Forms.Where(f => f.IsFull && !verdicts.Different(f.Text, bare.Text))
                    .Select(f => PersonMatcher.Compare(bare, f)).OfType<NameMatch>().MinBy(m => m.Cost);
                int root = union.Root(other);
                if (match != null && !union.Apart(u, other, sameReport: false) && (!found.TryGetValue(root, out NameMatch? before) || match.Cost < before.Cost))
                    found[root] = match;
            }
            if (found.Count == 0)
                continue;
            double least = found.Values.Min(m => m.Cost);
            List<KeyValuePair<int, NameMatch>> best = [.. found.Where(f => Math.Min(f.Value.Cost, 0.1) <= Math.Min(least, 0.1) + 0.001).OrderByDescending(f => union.Mentions(f.Key)).ThenBy(f => f.Key)];
            if (best.Count == 1)
                union.Join(u, best[0].Key, best[0].Value.Because);
            else if (union.Mentions(best[0].Key) >= clearlyMore * union.Mentions(best[1].Key))
                union.Join(u, best[0].Key, $"{best[0].Value.Because}, the one named most");
        }
    }

    /// <summary>Brings a name that one report takes for another kind of thing to what most reports take it for.</summary>
    public static void JoinKinds(List<EntityUnit> units, EntityUnion union)
    {
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        for (int u = 0; u < units.Count; u++)
        {
            if (units[u].Unnamed || units[u].Government || units[u].Doubtful)
                continue;
            foreach (NameForm form in units[u].Forms)
                Add(byName, form.All.All(w => w.Initial) ? form.Joined : form.Plain, u);
        }
        foreach ((string name, List<int> sharing) in byName.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            List<int> roots = [.. sharing.Select(union.Root).Distinct().OrderByDescending(union.Mentions).ThenBy(r => r)];
            for (int i = 1; i < roots.Count; i++)
            {
                EntityUnit most = units[roots[0]], less = units[roots[i]];
                bool unsure = less.Kind == EntityKind.Other;
                bool clear = unsure || union.Mentions(roots[0]) >= 4 * union.Mentions(roots[i]);
                bool full = name.Contains(' ', StringComparison.Ordinal) || unsure;
                bool placeName = most.Kind == EntityKind.Place || less.Kind == EntityKind.Place;
                if (most.Kind != less.Kind && clear && (full || !placeName) && less.Kind != EntityKind.Group && most.Kind != EntityKind.Group && !union.Apart(roots[0], roots[i], sameReport: unsure))
                    union.Join(roots[0], roots[i], $"“{less.Name}” is {Word(most.Kind)} in most reports");
            }
        }
    }

    /// <summary>Brings groups without a name together: the same noun, and a place or another word beside it that both have.</summary>
    public static void JoinGroups(List<EntityUnit> units, EntityUnion union)
    {
        Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);
        for (int u = 0; u < units.Count; u++)
        {
            if (!units[u].Unnamed)
                continue;
            GroupPhrase phrase = GroupPhrase.Of(units[u].Name);
            foreach (string word in phrase.Words)
            {
                foreach (int other in byWord.GetValueOrDefault(phrase.Head + " " + word) ?? [])
                {
                    if (union.Root(other) != union.Root(u))
                        union.Join(other, u, $"“{units[u].Name}” and “{units[other].Name}” are both {phrase.Head} with “{word}”");
                }
                Add(byWord, phrase.Head + " " + word, u);
            }
        }
    }

    private static string Word(EntityKind kind) => kind switch
    {
        EntityKind.Person => "a person",
        EntityKind.Organisation => "an organisation",
        EntityKind.Place => "a place",
        EntityKind.Group => "a group",
        _ => "a name",
    };

    private static void Add(Dictionary<string, List<int>> index, string key, int unit)
    {
        if (!index.TryGetValue(key, out List<int>? list))
            index[key] = list = [];
        if (list.Count < 64 && !list.Contains(unit))
            list.Add(unit);
    }
}
