// The report page: a story as one file that needs nothing else.
using System.Collections.Immutable;

using Crossread.Pages.Components;
using Crossread.Stories;
using Crossread.Stories.Changes;

namespace Crossread.Pages;

/// <summary>
/// Draws a story as one HTML page without any outside resource. The same story gives the same bytes. A strict policy
/// (Content-Security-Policy) forbids connections, foreign styles and every script but the slider's own, so that a report's text cannot run even if it were not encoded.
/// </summary>
public static class StoryPage
{
    /// <summary>The page as a string.</summary>
    /// <param name="story">The story.</param>
    /// <param name="options">What else the page has; null is <see cref="PageOptions.Default"/>.</param>
    public static async Task<string> RenderAsync(Story story, PageOptions? options = null)
    {
        using StringWriter writer = new();
        await RenderAsync(story, writer, options).ConfigureAwait(false);
        return writer.ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <param name="story">The story.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="options">What else the page has; null is <see cref="PageOptions.Default"/>.</param>
    /// <exception cref="IOException">The writer cannot take it.</exception>
    public static async Task RenderAsync(Story story, TextWriter writer, PageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(writer);
        options ??= PageOptions.Default;
        ImmutableArray<StoryStep> steps = options.Slider ? StoryHistory.Of(story) : [];
        await PageRenderer.RenderAsync<StoryDocument>(writer, new Dictionary<string, object?>
        {
            [nameof(StoryDocument.View)] = new StoryView(story, steps),
            [nameof(StoryDocument.News)] = options.Since is { } since ? NewsFinder.Since(story, since) : null,
            [nameof(StoryDocument.IndexHref)] = options.IndexHref,
        }).ConfigureAwait(false);
    }
}
