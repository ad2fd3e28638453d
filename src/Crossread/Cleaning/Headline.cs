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
        string host = SiteName(ReportWriter.Host(facts.First("url")));
        List<string> stated = [.. facts.All("title").Select(t => t.Value)];
        string? pageTitle = document.Metadata.Where(m => m.Name == "title").Select(m => m.Value).FirstOrDefault(v => v.Length > 0);
        string? best = stated.Count > 0 ? Strip(stated[0], site, careful: true) : pageTitle is not null ? Strip(pageTitle, site, careful: false) : null;
        if (pageTitle is not null)
            stated.Add(pageTitle);
        // What each title says, whole and without its outer parts; the more is left the better.
        Dictionary<string, int> variants = new(StringComparer.Ordinal);
        foreach (string title in stated.Where(t => t.Length < 500))
        {
            foreach (string variant in Variants(title))
                variants.TryAdd(Fold(variant), variant.Length * 20 / Math.Max(1, title.Length));
        }
        string[] wholes = [.. stated.Where(t => t.Length < 500).Select(Fold)];
        Found found = default;
        double most = 24;
        int h1s = lines.Count(l => l.Block is { Kind: BlockKind.Heading, Level: 1 } && l.Words > 0);
        foreach (StoryLine line in lines)
        {
            bool heading = line.Block.Kind == BlockKind.Heading;
            if (line.Words is 0 or > 45 || line.Text.Length > 300 || (!heading && line.Number >= 400) || SameName(line.Text, site))
                continue;
            string folded = Fold(line.Text);
            if (folded.Length == 0 || (heading && line.Cue.Alone && !variants.ContainsKey(folded)))
                continue;
            string text = line.Text;
            double score = line.Block switch { { Kind: BlockKind.Heading, Level: 1 } => 14, { Kind: BlockKind.Heading, Level: 2 } => 8, { Kind: BlockKind.Heading } => 4, _ => -15 };
            if (variants.TryGetValue(folded, out int share))
                score += 50 + share + Math.Min(line.Words, 10);
            else if (heading && line.Words >= 3 && Array.Exists(wholes, w => w.Contains(folded, StringComparison.Ordinal)))
                score += 45 + Math.Min(line.Words, 10);
            else if (heading && best is not null && Kicker(line.Text, best))
                (score, text) = (score + 50, best);
            else if (heading && line.Block.Level == 1 && line.Words >= 2)
                score += h1s == 1 ? 16 : 11;
            else
                continue;
            string letters = folded.Replace(" ", "", StringComparison.Ordinal);
            if (host.Length > 3 && (letters == host || (letters.Length > 4 && host.Contains(letters, StringComparison.Ordinal)) || (host.Length * 10 > letters.Length * 7 && letters.Contains(host, StringComparison.Ordinal))))
                score -= 60;
            if (line.Block.LinkShare > 0.8)
                score -= 12;
            if (line.Words == 1)
                score -= 10;
            if (score > most)
                (most, found) = (score, new Found(text, line));
        }
        return found.Line is not null ? found with { Text = Strip(found.Text!, site, careful: true) } : new Found(best, null);
    }

    // A headline that a topic was set before or behind in one block.
    private static bool Kicker(string heading, string title) =>
        title.Length * 2 > heading.Length && (heading.EndsWith(title, StringComparison.OrdinalIgnoreCase) || heading.StartsWith(title, StringComparison.OrdinalIgnoreCase));

    private static string SiteName(string? host)
    {
        if (host is null)
            return "";
        string[] labels = host.Split('.');
        string label = labels.Length >= 2 ? labels[..^1].MaxBy(l => l.Length)! : host;
        return Fold(label).Replace(" ", "", StringComparison.Ordinal);
    }

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
