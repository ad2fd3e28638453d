// Somebody who is quoted, and how often.
using System.Collections.Immutable;

namespace Crossread.Stories.Speaking;

/// <summary>Somebody whose words the reports tell.</summary>
/// <param name="Entity">Index in <see cref="Story.Entities"/>, or null for a speaker without a name of his own.</param>
/// <param name="Name">The entity's name, or the words of a report (<c>Western diplomats</c>).</param>
/// <param name="Utterances">Indices of what he said in <see cref="Story.Utterances"/>, in their order.</param>
/// <param name="Reports">How many reports tell any of it, 1 or more.</param>
/// <param name="Origins">From how many independent origins, 1 or more.</param>
/// <param name="Quoted">How many of his utterances stand in quotation marks in some report.</param>
public sealed record Voice(int? Entity, string Name, ImmutableArray<int> Utterances, int Reports, int Origins, int Quoted);
