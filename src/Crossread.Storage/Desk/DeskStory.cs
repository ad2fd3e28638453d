// A story with the decisions that shaped it.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Storage.Decisions;
using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>A story with the decisions that shaped it.</summary>
/// <param name="Story">The story, with the decisions obeyed.</param>
/// <param name="Log">The decisions.</param>
/// <param name="Withdrawn">Its reports that no longer count, in the order in which they came.</param>
public sealed record DeskStory(Story Story, DecisionLog Log, ImmutableArray<Report> Withdrawn)
{
    /// <summary>The story as it could be known at the end of that day, with the decisions obeyed.</summary>
    /// <param name="day">The day, as in 2026-03-14.</param>
    public Story AsOf(string day)
    {
        Story bare = StoryBuilder.AsOf(Story, day);
        bool named = !Log.Names.Same.IsEmpty || !Log.Names.Different.IsEmpty;
        return Log.Obeyed(named ? StoryBuilder.Build(bare.Reports.Select(r => r.Reading), Log.Names) with { Id = bare.Id, Problems = bare.Problems } : bare);
    }
}
