// Furniture told line by line: by its words, by its place among other furniture, by its repetition.
using System.Buffers;

namespace Crossread.Cleaning;

/// <summary>
/// Removes furniture from the lines of a story. Three signs: the words of a line; its place, for what stands in a run of furniture behind the
/// story's end goes with the run; and its repetition across the pages of one outlet. Applied again it finds nothing more.
/// </summary>
internal static class LineFilter
{
    private const int _wholeParagraph = 15;

    /// <summary>Marks the lines that are furniture.</summary>
    /// <param name="lines">The document's lines in order; what is removed already stays so.</param>
    /// <param name="title">The headline's line, or null; it is never removed.</param>
    /// <param name="repeated">True for a line that repeats elsewhere where the story does not.</param>
    public static void Apply(IReadOnlyList<StoryLine> lines, StoryLine? title, Func<StoryLine, bool> repeated)
    {
        while (Once(lines, title, repeated))
        {
            // What was removed may have been the story's apparent end.
        }
    }

    private static bool Once(IReadOnlyList<StoryLine> all, StoryLine? title, Func<StoryLine, bool> repeated)
    {
        List<StoryLine> lines = [.. all.Where(l => l.Removed is null)];
        bool changed = false;
        bool source = false;
        foreach (StoryLine line in lines)
        {
            if (line != title && line.Cue is { Alone: true, Kind: { } kind })
                changed |= Remove(line, kind);
            else if (line != title && IsMenu(line))
                changed |= Remove(line, "navigation");
            else if (line != title && LinkedFurniture(line) is { } buttons)
                changed |= Remove(line, buttons);
            else if (source && IsAddress(line.Text))
                changed |= Remove(line, "source");
            source = line.Removed == "source";
        }
        changed |= CutHead(lines, title);
        changed |= CutTail(lines, title, repeated);
        changed |= CloseGaps(lines, title);
        return changed;
    }

    // The longest run to the end whose lines together are more furniture than story (the best suffix sum).
    private static bool CutTail(List<StoryLine> lines, StoryLine? title, Func<StoryLine, bool> repeated)
    {
        double sum = 0, best = 2.5;
        int comments = lines.FindIndex(l => l.Removed == "comments");
        int cut = -1, strong = 0;
        for (int i = lines.Count - 1; i >= 0 && lines[i] != title; i--)
        {
            StoryLine line = lines[i];
            bool again = repeated(line);
            bool furniture = line.Removed is not (null or "nowords") || again;
            strong += furniture ? 1 : 0;
            double weight = Interrupts(lines, i) ? 1 : Weight(line, again);
            // What stands behind the comments' heading is most likely a comment.
            sum += weight < 0 && comments >= 0 && i > comments && comments * 2 > lines.Count ? weight * 0.25 : weight;
            if (sum < -40)
                break;
            if (strong > 0 && sum > best && (furniture || line.Cue.Kind is not null))
                (best, cut) = (sum, i);
        }
        // The greater part of the running text is the story and not its tail.
        if (cut >= 0 && lines.Skip(cut).Sum(Story) > lines.Take(cut).Where(l => l != title).Sum(Story))
            return false;
        bool changed = false;
        for (int i = cut; i >= 0 && i < lines.Count; i++)
        {
            if (lines[i].Removed is null)
                changed |= Remove(lines[i], lines[i].Cue.Kind is { } kind and not "nowords" ? kind : repeated(lines[i]) ? "repeated" : "between");
        }
        return changed;
    }

    // A link to other reports, a sign-up or a picture's button between two paragraphs interrupts the story and does not end it.
    private static bool Interrupts(List<StoryLine> lines, int i) =>
        i > 0 && i + 1 < lines.Count && Story(lines[i - 1]) > 0 && (lines[i].Removed switch
        {
            "related" or "share" or "media" or "player" or "advert" => Story(lines[i + 1]) > 0,
            "newsletter" or "app" => Story(lines[i + 1]) >= _wholeParagraph, // a shorter one may praise what is to be signed up for
            _ => false,
        });

    private static int Story(StoryLine line) => line.Removed is null && line.IsProse && line.Cue.Kind is null && FurnitureWords.ReaderShare(line.Text) < 0.04 ? line.Words : 0;

    private static double Weight(StoryLine line, bool repeated)
    {
        if (line.Removed is not null)
            return line.Removed == "nowords" ? 0.3 : 3;
        if (repeated)
            return 2.5;
        if (line.Cue.Kind is not null)
            return line.Words <= 18 ? 1.5 : 0.5;
        double reader = FurnitureWords.ReaderShare(line.Text);
        if (reader >= 0.04)
            return 1 + Math.Min(1, reader * 5);
        if (line.Words <= 4 && !line.EndsSentence)
            return line.Kind is PassageKind.TableRow or PassageKind.ListItem ? 0 : 0.3;
        return -0.5 - Math.Min(line.Words, 60) / 18.0;
    }

    // One or two short lines between two lines of furniture belong to them.
    private static bool CloseGaps(List<StoryLine> lines, StoryLine? title)
    {
        bool changed = false;
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Removed is null)
                continue;
            if (last >= 0 && i - last is 2 or 3 && lines.Skip(last + 1).Take(i - last - 1).All(l => l != title && Slight(l)))
            {
                for (int k = last + 1; k < i; k++)
                    changed |= Remove(lines[k], lines[k].Cue.Kind ?? "between");
            }
            last = i;
        }
        return changed;
    }

    // Section names around the headline: before the story begins, a short line that may be furniture is.
    private static bool CutHead(List<StoryLine> lines, StoryLine? title)
    {
        bool changed = false;
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not null || line == title)
                continue;
            if (line.IsProse || line.Kind is PassageKind.Byline or PassageKind.Caption)
                break;
            if (line.Words <= 3 && line.Cue.Kind is { } kind and not "nowords")
                changed |= Remove(line, kind);
        }
        return changed;
    }

    private static readonly SearchValues<char> _borders = SearchValues.Create("|·•›»>");

    // A row of short parts of which half are page furniture: Home | World | Books.
    private static bool IsMenu(StoryLine line)
    {
        if (line.Text.Length > 300 || line.EndsSentence || !line.Text.AsSpan().ContainsAny(_borders))
            return false;
        int parts = 0, cues = 0;
        foreach (string part in line.Text.Split(['|', '·', '•', '›', '»', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (StoryLine.CountWords(part) > 6)
                return false;
            parts++;
            cues += FurnitureWords.Read(part).Kind is not null ? 1 : 0;
        }
        return parts >= 2 && cues * 2 >= parts;
    }

    // A row of links each of which is furniture: Share Tweet Email.
    private static string? LinkedFurniture(StoryLine line) =>
        line.Block.LinkShare > 0.8 && line.Block.Links.Length >= 2 && line.Block.Links.All(l => FurnitureWords.Read(l.Span.Cut(line.Text)).Kind is not null) ? FurnitureWords.Read(line.Block.Links[0].Span.Cut(line.Text)).Kind : null;

    private static bool IsAddress(string text) => (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) && !text.Contains(' ', StringComparison.Ordinal);

    private static bool Slight(StoryLine line) =>
        line.Kind is PassageKind.Paragraph or PassageKind.ListItem && (line.Cue.Kind is not null || (line.Words <= 3 && !line.EndsSentence && !char.IsDigit(line.Text[^1])) || FurnitureWords.ReaderShare(line.Text) >= 0.1);

    private static bool Remove(StoryLine line, string kind)
    {
        line.Removed = kind;
        return true;
    }
}
