// A relation over time, with everybody who tells or denies it.
using System.Collections.Immutable;

using Crossread.Events.Ties;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Stories.Relations;

/// <summary>A relation between two actors, or of an actor to a place or an office, over all reports.</summary>
public sealed record ActorRelation
{
    /// <summary>Id, derived from kind and parties.</summary>
    public required string Id { get; init; }

    /// <summary>What relation.</summary>
    public required TieKind Kind { get; init; }

    /// <summary>The first party.</summary>
    public required Party From { get; init; }

    /// <summary>The second party, the place or the office.</summary>
    public required Party To { get; init; }

    /// <summary>First day on which it is told to hold (ISO 8601), or null if no account has a date.</summary>
    public string? Since { get; init; }

    /// <summary>Last day on which it held, where the reports say that it ended or where it lasted but a moment; else null.</summary>
    public string? Until { get; init; }

    /// <summary>True if some account says that it is so no longer.</summary>
    public bool Ended { get; init; }

    /// <summary>How its accounts stand to each other: disputed if one asserts and one denies it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>True if nobody asserts it: it is only denied.</summary>
    public bool OnlyDenied => Accounts.All(a => a.Negated);

    /// <summary>Who tells it, in the order of publication.</summary>
    public required ImmutableArray<RelationAccount> Accounts { get; init; }
}

/// <summary>One telling of a relation.</summary>
/// <param name="Report">Index of the report in <see cref="Story.Reports"/>.</param>
/// <param name="Words">The words that it rests on.</param>
/// <param name="Holder">Index of who says so in <see cref="Story.Entities"/>; null is the report's own voice or somebody without a name.</param>
/// <param name="HolderWords">Who says so, in the report's words; null is the report's own voice.</param>
/// <param name="Negated">True if it is told not to be so.</param>
/// <param name="When">When it is told to have been so (EDTF): its own date, else the report's date of publication, or null.</param>
/// <param name="Origin">Id of the report's origin.</param>
public sealed record RelationAccount(int Report, Evidence Words, int? Holder, Evidence? HolderWords, bool Negated, string? When, string Origin);
