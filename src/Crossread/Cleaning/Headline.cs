// The headline: which of a document's names is it, and where does it stand?
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>Finds the headline: what the metadata, the page's title and its headings agree on; in a text the first line that is one.</summary>
internal static class Headline
{
    /// <summary>A headline.</summary>
    /// <param name="Text">Its words, or null.</param>
    /// <param name="Line">Where it stands among the lines, or null.</param>
    internal readonly record struct Found(string? Text, StoryLine? Line)
    {
        /// <summary>True if the document's own names of itself bear it out; else it was told by its shape alone.</summary>
        public bool Stated { get; init; }
    }

    /// <summary>The headline of a document.</summary>
    public static Found Find(Document document, PageFacts facts, IReadOnlyList<StoryLine> lines) =>
        document.Format is DocumentFormat.PlainText or DocumentFormat.Markdown ? TextHead.Find(lines) : InPage(document, facts, lines);

    private static Found InPage(Document document, PageFacts facts, IReadOnlyList<StoryLine> lines)
    {
        string? site = facts.First("outlet");
        string host = SiteName(ReportWriter.Host(facts.First("url")));
        // The outlet's own name, or "Home", is no headline.
        bool Says(string name) => Fold(name) is { Length: > 0 } folded && folded != (site is null ? "" : Fold(site)) && folded.Replace(" ", "", StringComparison.Ordinal) != host && !FurnitureWords.Read(name).Alone;
        List<string> stated = [.. facts.All("title").Select(t => t.Value).Where(Says)];
        string? pageTitle = document.Metadata.Where(m => m.Name == "title").Select(m => m.Value).FirstOrDefault(v => v.Length > 0);
        if (pageTitle is not null && !Says(pageTitle))
            pageTitle = null;
        string? best = stated.Count > 0 ? Strip(stated[0], site, host, careful: true) : pageTitle is not null ? Strip(pageTitle, site, host, careful: false) : null;
        bool told = stated.Count > 0;
        if (pageTitle is not null)
            stated.Add(pageTitle);
        // What each title says, whole and without its outer parts; the more is left the better.
        Dictionary<string, int> variants = new(StringComparer.Ordinal);
        foreach (string title in stated.Where(t => t.Length < 500))
        {
            foreach (string variant in Variants(title))
                variants.TryAdd(Fold(variant), variant.Length * 20 / Math.Max(1, title.Length));
        }
        string? trusted = stated.Count > 0 ? Fold(stated[0]) : null;
        string[] wholes = [.. stated.Where(t => t.Length < 500).Select(Fold)];
        Found found = default;
        double most = stated.Count > 0 ? 24 : 12;
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
            (bool names, bool elsewhere, bool hidden) = heading || variants.ContainsKey(folded) ? Place(document, line) : default;
            if (!heading && elsewhere)
                continue; // the menu's way to this very page, or the trail that leads to it
            double score = line.Block switch { { Kind: BlockKind.Heading, Level: 1 } => 14, { Kind: BlockKind.Heading, Level: 2 } => 8, { Kind: BlockKind.Heading } => 4, _ => -15 };
            if (variants.TryGetValue(folded, out int share))
                score += 50 + share + Math.Min(line.Words, 10) + (folded == trusted ? 5 : 0);
            else if (heading && line.Words >= (line.Block.Level == 1 && h1s == 1 ? 2 : 3) && Array.Exists(wholes, w => w.Contains(folded, StringComparison.Ordinal)))
                score += 45 + Math.Min(line.Words, 10);
            else if (heading && stated.Find(t => Kicker(line.Text, Strip(t, site, host, careful: true))) is { } behind)
                (score, text) = (score + 50, Strip(behind, site, host, careful: true));
            else if (heading && names && !told && line.Words >= 2)
                score = Math.Max(score, 8) + 20;
            else if (heading && line.Block.Level == 1 && line.Words >= 2)
                score += h1s == 1 ? 16 : 11;
            else
                continue;
            string letters = folded.Replace(" ", "", StringComparison.Ordinal);
            if (host.Length > 3 && (letters == host || (letters.Length > 4 && host.Contains(letters, StringComparison.Ordinal)) || (host.Length * 10 > letters.Length * 7 && letters.Contains(host, StringComparison.Ordinal))))
                score -= 60;
            if (line.Block.LinkShare > 0.8)
                score -= line.Block.Links.Any(l => IsHome(l.Url)) ? 60 : 12;
            // A page's only heading of the first level may end the trail that leads to it.
            bool only = heading && line.Block.Level == 1 && h1s == 1 && variants.ContainsKey(folded);
            if ((elsewhere && !only) || (score < 50 && !Leads(lines, line.Number)))
                score -= 14;
            if (hidden)
                score -= 30; // words for those who do not see the page may say more than its headline
            if (names)
                score += 1.5;
            if (line.Words == 1)
                score -= 10;
            if (score > most)
                (most, found) = (score, new Found(text, line) { Stated = score >= 40 });
        }
        return found.Line is not null ? found with { Text = Strip(found.Text!, site, host, careful: true) } : new Found(best, null);
    }

    // What the page's own names say of a heading: that it is the headline, or that it stands in another part of the page.
    private static (bool Names, bool Elsewhere, bool Hidden) Place(Document document, StoryLine line)
    {
        bool names = false, elsewhere = false, hidden = false;
        for (int e = line.Block.Element, up = 0; e >= 0; e = document.Elements[e].Parent, up++)
        {
            Element element = document.Elements[e];
            names |= up < 2 && PartNames.HoldsHeadline(element.Names);
            elsewhere |= element.Hidden || element.Tag is "nav" or "aside" or "footer" or "menu" or "dialog";
            string? furniture = up < 3 ? PartNames.Furniture(element.Names) : null;
            hidden |= up < 2 && furniture == "hidden";
            elsewhere |= furniture == "navigation";
        }
        return (names && !elsewhere, elsewhere, hidden);
    }

    // A headline has running text within the next lines.
    private static bool Leads(IReadOnlyList<StoryLine> lines, int number)
    {
        for (int i = number + 1; i < lines.Count && i <= number + 25; i++)
        {
            if (lines[i].IsProse && lines[i].Block.LinkShare < 0.5)
                return true;
        }
        return false;
    }

    // A heading that leads to the front page is the site's name.
    private static bool IsHome(string url) => url is "/" or "./" or "index.html" or "index.php" or "/index.html" || (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.AbsolutePath is "/" or "" && address.Query.Length == 0);

    // A headline that a topic was set before or behind in one block.
    private static bool Kicker(string heading, string title) =>
        title.Length * 3 > heading.Length && StoryLine.CountWords(title) >= 3 && (heading.EndsWith(title, StringComparison.OrdinalIgnoreCase) || heading.StartsWith(title, StringComparison.OrdinalIgnoreCase));

    private static string SiteName(string? host)
    {
        if (host is null)
            return "";
        string[] labels = host.Split('.');
        string label = labels.Length >= 2 ? labels[..^1].MaxBy(l => l.Length)! : host;
        return Fold(label).Replace(" ", "", StringComparison.Ordinal);
    }

    private static bool SameName(string text, string? site) => site is not null && Fold(text) == Fold(site);

    private static readonly string[] _borders = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " > ", " < ", " --", ": "];

    // The title without its first or last parts.
    private static IEnumerable<string> Variants(string title)
    {
        yield return title;
        // Scripts without spaces set the outlet's name behind a bare sign.
        int bare = title.LastIndexOfAny(['-', '_', '|', '—', '–']);
        if (bare > 0 && title[bare - 1] >= '\u2E80')
        {
            yield return title[..bare];
            int earlier = title.LastIndexOfAny(['-', '_', '|', '—', '–'], bare - 1);
            if (earlier > 0)
                yield return title[..earlier];
        }
        foreach (string border in _borders)
        {
            for (int last = title.LastIndexOf(border, StringComparison.Ordinal), n = 0; last > 0 && n < 4; last = title.LastIndexOf(border, last - 1, StringComparison.Ordinal), n++)
                yield return title[..last];
            for (int first = title.IndexOf(border, StringComparison.Ordinal), n = 0; first > 0 && n < 4; first = title.IndexOf(border, first + 1, StringComparison.Ordinal), n++)
                yield return title[(first + border.Length)..];
        }
    }

    private static string Strip(string title, string? site, string host, bool careful)
    {
        // A site's name before the headline: its letters hold those of the address.
        foreach (string border in _borders)
        {
            int first = title.IndexOf(border, StringComparison.Ordinal);
            if (first <= 0 || first > 60 || border == " / ")
                continue;
            string front = Fold(title[..first]), letters = front.Replace(" ", "", StringComparison.Ordinal);
            if (StoryLine.CountWords(title[(first + border.Length)..]) >= 2 && ((site is not null && front == Fold(site)) || (host.Length >= 3 && letters == host) || (host.Length >= 6 && border != ": " && letters.Contains(host, StringComparison.Ordinal))))
                return Strip(title[(first + border.Length)..], site, host, careful);
        }
        foreach (string border in _borders)
        {
            int last = title.LastIndexOf(border, StringComparison.Ordinal);
            if (last <= 0 || border == ": ")
                continue;
            string tail = title[(last + border.Length)..];
            bool named = site is not null && (Fold(tail) == Fold(site) || Fold(site).StartsWith(Fold(tail), StringComparison.Ordinal) || Fold(tail).StartsWith(Fold(site), StringComparison.Ordinal));
            if (named || (!careful && StoryLine.CountWords(tail) <= 5 && StoryLine.CountWords(title[..last]) >= 2))
                return Strip(title[..last], site, host, careful);
        }
        return WithoutSigns(title);
    }

    /// <summary>A headline without the signs that pages draw before it.</summary>
    internal static string WithoutSigns(string title)
    {
        title = title.Trim();
        return (title.Contains(']', StringComparison.Ordinal) ? title : title.TrimStart('[')).TrimStart('>', '|', '-', '–', '—', '•', '·', ' ');
    }

    /// <summary>The words of a headline for comparison: letters and digits in lower case.</summary>
    internal static string Fold(string text)
    {
        System.Text.StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (c is '\u00AD' or '\u200B')
                continue; // shows nothing
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().Trim();
    }
}
