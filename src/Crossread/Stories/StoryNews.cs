// What the reports of some days added to a story.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>How a claim changed.</summary>
/// <param name="Claim">Index in <see cref="Story.Claims"/>.</param>
/// <param name="Before">Its standing before; null if nobody had told it.</param>
/// <param name="Added">Indices of the accounts that came since, in <see cref="Claim.Accounts"/>.</param>
public sealed record ClaimNews(int Claim, Standing? Before, ImmutableArray<int> Added);

/// <summary>How a difference changed.</summary>
/// <param name="Difference">Index in <see cref="Story.Differences"/>.</param>
/// <param name="Fresh">True if nothing differed before.</param>
/// <param name="Added">Indices of the readings that came since, in <see cref="Difference.Readings"/>.</param>
public sealed record DifferenceNews(int Difference, bool Fresh, ImmutableArray<int> Added);

/// <summary>What the reports after a day added: a comparison of the story as of that day with the story as it is.</summary>
public sealed record StoryNews
{
    /// <summary>The day, as in 2026-03-14; what was known at its end is not new.</summary>
    public required string Since { get; init; }

    /// <summary>Indices of the reports that came since, or whose date is not known, in <see cref="Story.Reports"/>.</summary>
    public required ImmutableArray<int> Reports { get; init; }

    /// <summary>Claims that are new, got an account or another standing.</summary>
    public required ImmutableArray<ClaimNews> Claims { get; init; }

    /// <summary>Differences that are new or got a reading.</summary>
    public required ImmutableArray<DifferenceNews> Differences { get; init; }

    /// <summary>Indices of what was said and told by new reports alone, in <see cref="Story.Utterances"/>.</summary>
    public required ImmutableArray<int> Utterances { get; init; }

    /// <summary>Indices of those who speak in new reports alone, in <see cref="Speaking.VoiceTable.Voices"/>.</summary>
    public required ImmutableArray<int> Voices { get; init; }

    /// <summary>Indices of the entries that new reports alone tell, in <see cref="Story.Timeline"/>.</summary>
    public required ImmutableArray<int> Timeline { get; init; }
}
