// Where a report of a stream belongs.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Where a report of a stream belongs.</summary>
/// <param name="Story">Id of its story: made from the content of the story's first report, and kept.</param>
/// <param name="Merged">Ids of stories that this report showed to be the same story and that now have its id; null if there are none.</param>
public sealed record Placement(string Story, ImmutableArray<string>? Merged);
