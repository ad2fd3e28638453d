// The formats that a story can be written in.
using System.Collections.Immutable;

namespace Crossread.Exports;

/// <summary>All formats.</summary>
public static class StoryExports
{
    /// <summary>The formats, in the order in which docs/exports.md tells of them.</summary>
    public static ImmutableArray<IStoryExport> All { get; } =
    [
        new PloverExport(), new GdeltExport(), new CsvExport(), new ConlluExport(), new TimeMlExport(), new WebAnnotationExport(), new FollowTheMoneyExport(), new GraphmlExport(), new TimelineJsExport(),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static IStoryExport? Of(string name) => All.FirstOrDefault(e => e.Name == name);
}
