// Propositions that two or more accounts take a side on.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Finds claims: propositions with accounts on one or more sides.</summary>
public static class ClaimFinder
{
    /// <summary>All claims, the most disputed first.</summary>
    public static ImmutableArray<Claim> Find(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Origin> origins, ImmutableArray<Utterance> utterances) => [];
}
