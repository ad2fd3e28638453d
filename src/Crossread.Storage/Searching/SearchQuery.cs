// What to search for, and among what.
using Crossread.Statements;

namespace Crossread.Storage.Searching;

/// <summary>What to search for, and among what. With a speaker or a stance statements are searched, else reports.</summary>
/// <param name="Words">The words; null for everything that passes the filters, the latest first.</param>
/// <param name="Page">Which of the hits.</param>
public sealed record SearchQuery(SearchWords? Words, Page Page)
{
    /// <summary>Words of the speaker's name; null for any.</summary>
    public SearchWords? Speaker { get; init; }

    /// <summary>What the speaker does by saying it; null for any.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The outlet, without regard to case; null for any.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day on which a report says that it was published; null for any, also for reports that state none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last such day; null for any.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Id of the story; null for all.</summary>
    public string? Story { get; init; }
}
