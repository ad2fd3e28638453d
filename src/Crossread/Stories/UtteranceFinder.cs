// Which statements of several reports tell the same words of one speaker.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Finds utterances: the same words of one speaker, told directly, indirectly or in translation.</summary>
public static class UtteranceFinder
{
    /// <summary>All utterances, ordered by their first statement; a statement belongs to at most one.</summary>
    public static ImmutableArray<Utterance> Find(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities) => [];
}
