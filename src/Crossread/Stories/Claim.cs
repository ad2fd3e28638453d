// A proposition and who takes which side.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories;

/// <summary>How the accounts of a claim stand to each other. Says nothing on its truth.</summary>
public enum Standing : byte
{
    /// <summary>One origin alone tells it.</summary>
    Single,

    /// <summary>Two or more independent origins tell it and none denies it.</summary>
    Agreed,

    /// <summary>Somebody denies or questions it.</summary>
    Disputed,

    /// <summary>A later account replaces it.</summary>
    Superseded,
}

/// <summary>The side that an account takes.</summary>
public enum Side : byte
{
    /// <summary>That it is so.</summary>
    Asserts,

    /// <summary>That it is not so.</summary>
    Denies,

    /// <summary>Whether it is so.</summary>
    Questions,

    /// <summary>That it is so only under a condition or in part.</summary>
    Conditions,
}

/// <summary>A proposition that the reports or their speakers take sides on.</summary>
/// <param name="Id">Id, derived from its accounts.</param>
/// <param name="About">The proposition in a short form that a reader understands.</param>
/// <param name="Standing">How the accounts stand to each other.</param>
/// <param name="Accounts">Who says what on it, ordered by date, report and place.</param>
public sealed record Claim(string Id, string About, Standing Standing, ImmutableArray<Account> Accounts);

/// <summary>One account of a claim.</summary>
public sealed record Account
{
    /// <summary>The words it rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Its side.</summary>
    public required Side Side { get; init; }

    /// <summary>Index of who holds it in <see cref="Story.Entities"/>; null is the report's own voice or a holder without a name.</summary>
    public int? Holder { get; init; }

    /// <summary>The holder's words where it has no entity (<c>Western diplomats</c>); null is the report's own voice.</summary>
    public Evidence? HolderWords { get; init; }

    /// <summary>Id of the origin.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was said (EDTF), or null.</summary>
    public string? When { get; init; }

    /// <summary>What part of the claim it is about (<c>this offensive</c>, <c>training</c>), or null.</summary>
    public string? Scope { get; init; }
}
