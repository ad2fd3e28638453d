// The story as it could be known at the end of one day.
namespace Crossread.Stories.Changes;

/// <summary>The story as it could be known at the end of one day.</summary>
/// <param name="Day">The day, as in 2026-03-14.</param>
/// <param name="Story">What <see cref="StoryBuilder.AsOf"/> gives for it.</param>
public sealed record StoryStep(string Day, Story Story);
