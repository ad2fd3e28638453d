// What the column of a page holds that only led on from the story.
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>Goes over the lines that stay of a page's column: links set as lines, credits, remains of parts that went, headings over nothing.</summary>
internal static class PageTrim
{
    /// <summary>Takes off a page's story what only led on from it: lines that are one link, headings over nothing, credits without a picture.</summary>
    public static void Apply(Document page, IReadOnlyList<StoryLine> lines, StoryLine? title)
    {
        if (page.Elements.IsEmpty)
            return;
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not null || line == title)
                continue;
            if (line.Block.LinkShare > 0.9 && (line.Words >= 2 || line.Number < title?.Number) && line.Block.Kind is BlockKind.Paragraph or BlockKind.Heading && !line.Text.Contains("://", StringComparison.Ordinal))
                line.Removed = "linkline";
            else if (IsLabelledLink(line))
                line.Removed = "related";
            else if ((line.Kind != PassageKind.Caption && line.Words <= 8 && !line.IsProse && Head.IsCredit(line.Text)) || (line.Kind == PassageKind.Caption && Head.IsOnlyCredit(line)))
                line.Removed = "credit";
        }
        DropRemains(page, lines, title);
        for (int i = lines.Count - 1; i >= 0 && lines[i] != title; i--)
        {
            StoryLine line = lines[i];
            if (line.Removed is not null)
                continue;
            if (line.Words <= 8 && PartNames.DateWords(line.Text) != 0 && Head.IsDateLine(line))
            {
                line.Removed = "byline"; // "Updated 4 May 2031" under the story
                continue;
            }
            if (line.Kind != PassageKind.Heading && !(line.Words <= 6 && line.Text.EndsWith(':')))
                break;
            line.Removed = "orphan";
        }
    }

    // "SEE PICTURES: The last summer of the ferries", the rest of the line a link.
    private static bool IsLabelledLink(StoryLine line)
    {
        if (line.Block.Links is not [var link] || line.EndsSentence || line.Block.Kind != BlockKind.Paragraph || link.Span.End < line.Text.Length - 1)
            return false;
        string label = line.Text[..link.Span.Start].TrimEnd();
        return label.EndsWith(':') && label.Any(char.IsLetter) && !label.Any(char.IsLower) && StoryLine.CountWords(label) <= 4;
    }

    // The few words that stay of a part whose rest went belong to what went.
    private static void DropRemains(Document page, IReadOnlyList<StoryLine> lines, StoryLine? title)
    {
        int[] kept = new int[page.Elements.Length], gone = new int[page.Elements.Length];
        foreach (StoryLine line in lines)
        {
            if (line.Block.Element is not (var e and >= 0))
                continue;
            if (line.Removed is null)
                kept[e] += line == title || line.IsProse || line.Kind is PassageKind.Byline or PassageKind.Caption ? 1000 : line.Words;
            else if (line.Removed is not ("byline" or "title" or "credit"))
                gone[e] += line.Words;
        }
        for (int e = page.Elements.Length - 1; e >= 0; e--)
        {
            if (page.Elements[e].Parent is var parent and >= 0)
            {
                kept[parent] = Math.Min(100_000, kept[parent] + kept[e]);
                gone[parent] = Math.Min(100_000, gone[parent] + gone[e]);
            }
        }
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not null || line == title)
                continue;
            for (int e = line.Block.Element; e >= 0 && kept[e] <= 12; e = page.Elements[e].Parent)
            {
                if (gone[e] > 2 * kept[e])
                {
                    line.Removed = "between";
                    break;
                }
            }
        }
    }
}
