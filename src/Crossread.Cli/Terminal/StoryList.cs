// Stories of the store, a line each.
using System.Globalization;

using Crossread.Storage;

namespace Crossread.Cli.Terminal;

/// <summary>Stories of the store, a line each: id, size, days, headline.</summary>
internal static class StoryList
{
    /// <summary>Writes the stories in their order.</summary>
    public static void Write(IReadOnlyList<HeldStory> stories, TextLayout text)
    {
        string[] sizes = [.. stories.Select(s => Counted.Of(s.Reports, "report"))];
        int widest = sizes.Select(s => s.Length).DefaultIfEmpty().Max();
        for (int i = 0; i < stories.Count; i++)
            text.Row((stories[i].Id, 13, Tone.Soft), (sizes[i].PadLeft(widest), widest, Tone.Plain), (Days(stories[i]), 21, Tone.Plain), (stories[i].Title ?? "(no headline)", -1, Tone.Strong));
    }

    private static string Days(HeldStory story) =>
        story.FirstDay is not { } first ? "of no stated day" : first == story.LastDay ? Iso(first) : Iso(first) + "/" + Iso(story.LastDay!.Value);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
