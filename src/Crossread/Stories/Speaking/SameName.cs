// Entities that the linker keeps apart and a reader takes for one voice: one name under several kinds.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Speaking;

/// <summary>
/// Gathers entities of one name: the same content words in any order (<c>Basin Council</c>, <c>Council of the Basin</c>), whatever kind each was taken for.
/// Claims and utterances do not use it: for counting voices a name is enough, for a contradiction it is not.
/// </summary>
internal sealed class SameName
{
    private readonly Dictionary<string, int> _byName;
    private readonly Dictionary<int, EntityKind> _kinds = [];

    private SameName(ImmutableArray<int> partyOf, Dictionary<string, int> byName) => (PartyOf, _byName) = (partyOf, byName);

    /// <summary>For each entity the one that stands for all of its name: that of most mentions.</summary>
    public ImmutableArray<int> PartyOf { get; }

    /// <summary>The kind that most mentions of the name were taken for.</summary>
    public EntityKind KindOf(int party) => _kinds[party];

    /// <summary>Those of these names that are entities here.</summary>
    public IEnumerable<int> Named(IEnumerable<string> names) => names.Select(n => _byName.TryGetValue(Key(n), out int party) ? party : -1).Where(p => p >= 0);

    /// <summary>Gathers the entities.</summary>
    public static SameName Of(ImmutableArray<Entity> entities)
    {
        int[] partyOf = new int[entities.Length];
        Dictionary<string, int> byName = new(StringComparer.Ordinal);
        SameName made;
        List<(int Party, EntityKind Kind)> kinds = [];
        foreach (IGrouping<string, int> same in Enumerable.Range(0, entities.Length).GroupBy(e => Key(entities[e].Name), StringComparer.Ordinal))
        {
            int party = same.OrderByDescending(e => Mentions(entities[e])).ThenBy(e => e).First();
            foreach (int e in same)
                partyOf[e] = party;
            byName[same.Key] = party;
            kinds.Add((party, same.GroupBy(e => entities[e].Kind).OrderByDescending(k => k.Sum(e => Mentions(entities[e]))).ThenBy(k => k.Key).First().Key));
        }
        made = new SameName([.. partyOf], byName);
        foreach ((int party, EntityKind kind) in kinds)
            made._kinds[party] = kind;
        return made;
    }

    private static int Mentions(Entity entity) => entity.Forms.Sum(f => f.Count);

    private static string Key(string name)
    {
        string words = string.Join(' ', TermReader.Read(name).Select(t => t.Key).Distinct().Order());
        return words.Length > 0 ? words : name;
    }
}
