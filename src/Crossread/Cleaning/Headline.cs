// The headline: which of a document's names is it, and where does it stand?
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>Finds the headline: what the metadata, the page's title and its headings agree on; in a text the first line that is one.</summary>
internal static class Headline
{
    /// <summary>A headline.</summary>
    /// <param name="Text">Its words, or null.</param>
    /// <param name="Line">Where it stands among the lines, or null.</param>
    internal readonly record struct Found(string? Text, StoryLine? Line);

    /// <summary>The headline of a document.</summary>
    public static Found Find(Document document, PageFacts facts, IReadOnlyList<StoryLine> lines) =>
        document.Format is DocumentFormat.PlainText or DocumentFormat.Markdown ? InText(lines) : InPage(document, facts, lines);

    private static Found InText(IReadOnlyList<StoryLine> lines)
    {
        StoryLine? best = null;
        int seen = 0;
        foreach (StoryLine line in lines)
        {
            if (line.Cue.Alone)
                continue;
            if (line.Block.Kind == BlockKind.Heading && line.Block.Level is 1 or 2 && line.Block.LinkShare < 0.5 && (best is null || seen <= 3))
                return new Found(line.Text, line);
            if (line.IsProse && !IsHeadlineShaped(line))
                break;
            if (++seen > 12)
                break;
            if (IsHeadlineShaped(line) && (best is null || (best.Words < 3 && line.Words >= 3)))
                best = line;
        }
        // A headline stands over something.
        return best is null || !lines.Any(l => l.Number > best.Number && l.Words >= 3) ? default : new Found(best.Text, best);
    }

    private static bool IsHeadlineShaped(StoryLine line) =>
        line.Words is >= 1 and <= 30 && line.Text.Length <= 250 && !line.Text.Contains('\n', StringComparison.Ordinal) && line.Block.Kind is BlockKind.Paragraph or BlockKind.Heading
        && (line.Text[^1] is not ('.' or ',' or ';' or ':') || line.Text.EndsWith("...", StringComparison.Ordinal)) && !Head.IsDateLine(line) && !Head.IsByline(line) && line.Cue.Kind is null;

    private static Found InPage(Document document, PageFacts facts, IReadOnlyList<StoryLine> lines)
    {
        string? site = facts.First("outlet");
        List<string> stated = [.. facts.All("title").Select(t => t.Value)];
        string? pageTitle = document.Metadata.Where(m => m.Name == "title").Select(m => m.Value).FirstOrDefault(v => v.Length > 0);
        Dictionary<string, StoryLine> headings = new(StringComparer.Ordinal);
        foreach (StoryLine line in lines)
        {
            if (line.Words is > 0 and <= 40 && line.Text.Length <= 300 && (line.Block.Kind == BlockKind.Heading || line.Number < 400))
            {
                string folded = Fold(line.Text);
                if (!headings.TryGetValue(folded, out StoryLine? other) || (other.Block.Kind != BlockKind.Heading && line.Block.Kind == BlockKind.Heading) || (Level(line) < Level(other)))
                    headings[folded] = line;
            }
        }
        foreach (string title in pageTitle is null ? stated : [.. stated, pageTitle])
        {
            foreach (string variant in Variants(title))
            {
                if (headings.TryGetValue(Fold(variant), out StoryLine? line) && line.Words >= (line.Block.Kind == BlockKind.Heading ? 1 : 2) && !SameName(variant, site))
                    return new Found(line.Text, line);
            }
        }
        StoryLine? h1 = null;
        int h1s = 0;
        foreach (StoryLine line in lines)
        {
            if (line.Block is { Kind: BlockKind.Heading, Level: 1 } && line.Words > 0 && !SameName(line.Text, site))
            {
                h1s++;
                if (h1 is null || line.Words > h1.Words)
                    h1 = line;
            }
        }
        string? best = stated.Count > 0 ? Strip(stated[0], site, careful: true) : pageTitle is not null ? Strip(pageTitle, site, careful: false) : null;
        if (h1 is not null && (best is null || h1s == 1 || Fold(pageTitle ?? best).Contains(Fold(h1.Text), StringComparison.Ordinal)) && h1.Words >= 2)
            return new Found(h1.Text, h1);
        return new Found(best ?? h1?.Text, null);
    }

    private static int Level(StoryLine line) => line.Block.Kind == BlockKind.Heading ? line.Block.Level : 9;

    private static bool SameName(string text, string? site) => site is not null && Fold(text) == Fold(site);

    private static readonly string[] _borders = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " > ", " < ", ": "];

    // The title without its first or last parts.
    private static IEnumerable<string> Variants(string title)
    {
        yield return title;
        foreach (string border in _borders)
        {
            for (int last = title.LastIndexOf(border, StringComparison.Ordinal), n = 0; last > 0 && n < 4; last = title.LastIndexOf(border, last - 1, StringComparison.Ordinal), n++)
                yield return title[..last];
            for (int first = title.IndexOf(border, StringComparison.Ordinal), n = 0; first > 0 && n < 4; first = title.IndexOf(border, first + 1, StringComparison.Ordinal), n++)
                yield return title[(first + border.Length)..];
        }
    }

    private static string Strip(string title, string? site, bool careful)
    {
        foreach (string border in _borders)
        {
            int last = title.LastIndexOf(border, StringComparison.Ordinal);
            if (last <= 0 || border == ": ")
                continue;
            string tail = title[(last + border.Length)..];
            bool named = site is not null && (Fold(tail) == Fold(site) || Fold(site).StartsWith(Fold(tail), StringComparison.Ordinal) || Fold(tail).StartsWith(Fold(site), StringComparison.Ordinal));
            if (named || (!careful && StoryLine.CountWords(tail) <= 5 && StoryLine.CountWords(title[..last]) >= 2))
                return Strip(title[..last], site, careful);
        }
        return title.Trim();
    }

    /// <summary>The words of a headline for comparison: letters and digits in lower case.</summary>
    internal static string Fold(string text)
    {
        System.Text.StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().Trim();
    }
}
