// The entities of a story and where they come from.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>The entities of a story and where they come from.</summary>
/// <param name="Entities">The entities.</param>
/// <param name="EntityOf">For each reading and each of its local entities the index in <paramref name="Entities"/>.</param>
public sealed record EntityTable(ImmutableArray<Entity> Entities, ImmutableArray<ImmutableArray<int>> EntityOf);
