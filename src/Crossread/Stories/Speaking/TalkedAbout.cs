// Somebody who is talked about and never quoted.
namespace Crossread.Stories.Speaking;

/// <summary>A person, organisation or group that the reports name and whose words none of them tells.</summary>
/// <param name="Entity">Index in <see cref="Story.Entities"/>.</param>
/// <param name="Mentions">How often it is named over all reports, 1 or more.</param>
/// <param name="Reports">In how many reports, 1 or more.</param>
/// <param name="Origins">From how many independent origins, 1 or more.</param>
public sealed record TalkedAbout(int Entity, int Mentions, int Reports, int Origins);
