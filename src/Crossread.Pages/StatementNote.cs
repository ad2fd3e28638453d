// A statement in words, as it stands beside its paragraph.
namespace Crossread.Pages;

/// <summary>What was read out of one statement.</summary>
public sealed record StatementNote
{
    /// <summary>Id on the page; its words carry the same as a class.</summary>
    public required string Id { get; init; }

    /// <summary>Its number in the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The source's words, or null if the sentence names none.</summary>
    public string? Source { get; init; }

    /// <summary>The entity's name where the source's words are others, or null.</summary>
    public string? Entity { get; init; }

    /// <summary>The cue's words, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>What is said.</summary>
    public required string Content { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required string Form { get; init; }

    /// <summary>What the source does by it.</summary>
    public required string Stance { get; init; }

    /// <summary>Its date in words, or null.</summary>
    public string? When { get; init; }

    /// <summary>Number of the statement that it stands inside, or null.</summary>
    public int? Inside { get; init; }

    /// <summary>The question that it answers, or null.</summary>
    public string? Answers { get; init; }

    /// <summary>Why source and stance are read so; empty if the words say it.</summary>
    public string Because { get; init; } = "";
}
