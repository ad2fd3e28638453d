// What a story's page has beside the story.
namespace Crossread.Pages;

/// <summary>What a story's page has beside the story.</summary>
public sealed record PageOptions
{
    /// <summary>A slider, no news, no index.</summary>
    public static PageOptions Default { get; } = new();

    /// <summary>True for the slider that shows earlier days; a story whose reports came on one day has none.</summary>
    public bool Slider { get; init; } = true;

    /// <summary>A day as in 2026-03-14, to tell what is new since then; or null.</summary>
    public string? Since { get; init; }

    /// <summary>Where the index of all stories is, relative to the page; or null.</summary>
    public string? IndexHref { get; init; }
}
