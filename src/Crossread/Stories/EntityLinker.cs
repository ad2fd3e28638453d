// Which local entities of several reports are one.
using System.Collections.Immutable;

using Crossread.Names;

namespace Crossread.Stories;

/// <summary>Brings the entities of all reports together.</summary>
public static class EntityLinker
{
    /// <summary>The entities of all reports, and for each reading and local entity its index among them.</summary>
    public static EntityTable Link(ImmutableArray<Reading> readings, NameDecisions? decisions = null)
    {
        ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>();
        Dictionary<(string, EntityKind), int> index = [];
        List<ImmutableArray<int>> of = [];
        foreach (Reading reading in readings)
        {
            List<int> row = [];
            foreach (LocalEntity local in reading.Names.Entities)
            {
                if (!index.TryGetValue((local.Name, local.Kind), out int at))
                {
                    at = entities.Count;
                    index.Add((local.Name, local.Kind), at);
                    entities.Add(new Entity(FormattableString.Invariant($"e{at + 1}"), local.Name, local.Kind, [new EntityForm(local.Name, 1)], local.Because));
                }
                row.Add(at);
            }
            of.Add([.. row]);
        }
        return new EntityTable(entities.ToImmutable(), [.. of]);
    }
}

/// <summary>The entities of a story and where they come from.</summary>
/// <param name="Entities">The entities.</param>
/// <param name="EntityOf">For each reading and each of its local entities the index in <paramref name="Entities"/>.</param>
public sealed record EntityTable(ImmutableArray<Entity> Entities, ImmutableArray<ImmutableArray<int>> EntityOf);
