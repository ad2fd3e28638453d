// What falls and what comes when a story is built another way.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>What falls and what comes when a story is built another way: without a source, or with new reports.</summary>
/// <param name="Fallen">Claims that are there no longer.</param>
/// <param name="Changed">Claims whose standing is another.</param>
/// <param name="Come">Claims that were not there.</param>
/// <param name="Utterances">How many more utterances there are; negative if fewer.</param>
/// <param name="Origins">How many more origins there are; negative if fewer.</param>
public sealed record StoryChange(ImmutableArray<Claim> Fallen, ImmutableArray<ClaimChange> Changed, ImmutableArray<Claim> Come, int Utterances, int Origins)
{
    /// <summary>Holds two builds of a story against each other. Claims are the same if an account of them rests on the same words.</summary>
    public static StoryChange Between(Story before, Story after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ClaimsByWords there = new(after);
        HashSet<Claim> met = new(ReferenceEqualityComparer.Instance);
        ImmutableArray<Claim>.Builder fallen = ImmutableArray.CreateBuilder<Claim>();
        ImmutableArray<ClaimChange>.Builder changed = ImmutableArray.CreateBuilder<ClaimChange>();
        foreach (Claim claim in before.Claims)
        {
            Claim? now = there.Of(claim);
            if (now is null)
                fallen.Add(claim);
            else if (met.Add(now) && now.Standing != claim.Standing)
                changed.Add(new ClaimChange(claim, now));
        }
        return new StoryChange(fallen.ToImmutable(), changed.ToImmutable(), [.. after.Claims.Where(c => !met.Contains(c))], after.Utterances.Length - before.Utterances.Length, after.Origins.Length - before.Origins.Length);
    }
}

/// <summary>A claim whose standing changed.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record ClaimChange(Claim Before, Claim After);
