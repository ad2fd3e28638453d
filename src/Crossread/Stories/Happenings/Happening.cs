// One event, however many reports tell it.
using System.Collections.Immutable;

using Crossread.Events;
using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>One event with everything that the reports say of it. Repeated coverage adds accounts, never events.</summary>
public sealed record Happening
{
    /// <summary>Id, derived from its accounts.</summary>
    public required string Id { get; init; }

    /// <summary>The deed: a PLOVER 0.5b type in capitals.</summary>
    public required string Deed { get; init; }

    /// <summary>What is told, in the words of the first account.</summary>
    public required string About { get; init; }

    /// <summary>Who does it, or null.</summary>
    public Party? Actor { get; init; }

    /// <summary>To whom, or null.</summary>
    public Party? Recipient { get; init; }

    /// <summary>Who does it together with <see cref="Actor"/>, as far as any account says, in the order of telling.</summary>
    public ImmutableArray<Party> CoActors { get; init; } = [];

    /// <summary>To whom together with <see cref="Recipient"/>.</summary>
    public ImmutableArray<Party> CoRecipients { get; init; } = [];

    /// <summary>Where, or null if no account says.</summary>
    public Party? Place { get; init; }

    /// <summary>When (EDTF), as the most precise account has it; null if none says.</summary>
    public string? When { get; init; }

    /// <summary>How real it is over all accounts: <see cref="Modality.Done"/> if one tells it as done.</summary>
    public required Modality Modality { get; init; }

    /// <summary>How its accounts stand to each other.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Who tells it, in the order of publication.</summary>
    public required ImmutableArray<HappeningAccount> Accounts { get; init; }

    /// <summary>Ids of the events that are part of it.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];
}

/// <summary>One telling of an event.</summary>
/// <param name="Report">Index of the report in <see cref="Story.Reports"/>.</param>
/// <param name="Event">Index of the event in the report's reading.</param>
/// <param name="Words">The words of the event, from actor to recipient.</param>
/// <param name="Holder">Index of who says so in <see cref="Story.Entities"/>; null is the report's own voice or somebody without a name.</param>
/// <param name="HolderWords">Who says so, in the report's words; null is the report's own voice.</param>
/// <param name="Modality">How real it is told to be.</param>
/// <param name="Negated">True if it is told not to have happened.</param>
/// <param name="When">When it is told to have happened (EDTF), or null.</param>
/// <param name="Origin">Id of the report's origin.</param>
public sealed record HappeningAccount(
    int Report, int Event, Evidence Words, int? Holder, Evidence? HolderWords, Modality Modality, bool Negated, string? When, string Origin);
