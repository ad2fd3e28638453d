// The index of a pile of several stories.
using Crossread.Pages.Components;
using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>Draws the index of a pile: a line a story, leading to its page.</summary>
public static class IndexPage
{
    /// <summary>The page as a string.</summary>
    /// <param name="pile">The pile.</param>
    /// <param name="href">Where the page of a story is, relative to the index.</param>
    public static async Task<string> RenderAsync(StoryPile pile, Func<Story, string> href)
    {
        ArgumentNullException.ThrowIfNull(pile);
        ArgumentNullException.ThrowIfNull(href);
        using StringWriter writer = new();
        await PageRenderer.RenderAsync<IndexDocument>(writer, new Dictionary<string, object?>
        {
            [nameof(IndexDocument.Pile)] = pile,
            [nameof(IndexDocument.Href)] = href,
        }).ConfigureAwait(false);
        return writer.ToString();
    }
}
