// The pages of a run: one file for one story; an index and a folder of pages for several.
using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli;

/// <summary>Writes what <c>read --html</c> promises.</summary>
internal static class PageFiles
{
    /// <summary>Writes the page or pages; returns false and says why on standard error if it cannot.</summary>
    /// <param name="pile">The stories.</param>
    /// <param name="file">The page of one story or the index of several: <c>pile.html</c> has the folder <c>pile</c> beside it.</param>
    /// <param name="since">A day, to tell what is new since then; or null.</param>
    public static async Task<bool> Write(StoryPile pile, string file, string? since)
    {
        if (pile.Stories.Length == 1)
            return OutputFile.Write(file, await StoryPage.RenderAsync(pile.Stories[0], new PageOptions { Since = since }));
        string name = Path.GetFileNameWithoutExtension(file), folder = Path.Combine(Path.GetDirectoryName(file) ?? "", name);
        if (file == "-" || name.Length == 0 || string.Equals(name, Path.GetFileName(file), StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync(VisibleText.Of($"crossread: {file}: {Html.Count(pile.Stories.Length, "story", "stories")} need an index and a folder beside it; name a file with an ending as in --html pile.html, or give --one-story", keepLines: true));
            return false;
        }
        if (!OutputFile.MakeFolder(folder))
            return false;
        bool all = true;
        string Href(Story story) => Uri.EscapeDataString(name) + "/" + story.Id + ".html";
        foreach (Story story in pile.Stories)
        {
            PageOptions options = new() { Since = since, IndexHref = "../" + Uri.EscapeDataString(Path.GetFileName(file)) };
            all &= OutputFile.Write(Path.Combine(folder, story.Id + ".html"), await StoryPage.RenderAsync(story, options));
        }
        return OutputFile.Write(file, await IndexPage.RenderAsync(pile, Href)) && all;
    }
}
