// That two names are one, and why.
namespace Crossread.Names.Resolving;

/// <summary>Two names that can be one.</summary>
/// <param name="Cost">0 the same letters; the larger, the less sure. Only for ordering and thresholds inside the resolver.</param>
/// <param name="Because">Why, in words; empty if both are spelt alike.</param>
internal sealed record NameMatch(double Cost, string Because);
