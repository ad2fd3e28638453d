// The lines that stay → the clean text, its passages and its map.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Writes the clean text: the headline first, then the story's passages in order, parted by a blank line.</summary>
internal static class ReportWriter
{
    private const string _border = "\n\n";

    public static CleanText Write(Document document, IEnumerable<StoryLine> lines, Headline.Found title)
    {
        SourceMapBuilder text = new();
        ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();
        if (title.Line is { } headline)
            Add(headline.Text, headline.Block.Map, PassageKind.Title);
        else if (title.Text is { Length: > 0 } words && document.Source.IndexOf(words, StringComparison.Ordinal) is var at and >= 0)
            Add(words, new SourceMap([new SourceMap.Piece(new TextSpan(0, words.Length), new SourceSpan(at, at + words.Length))]), PassageKind.Title);
        foreach (StoryLine line in lines)
        {
            if (line.Removed is null && line != title.Line)
                Add(line.Text, line.Block.Map, line.Kind);
        }
        (string result, SourceMap map) = text.Take();
        return new CleanText(result, map, passages.ToImmutable());

        void Add(string words, SourceMap map, PassageKind kind)
        {
            if (text.Length > 0)
            {
                int border = map.Pieces.IsEmpty ? 0 : map.Pieces[0].Source.Start;
                text.Replace(_border, border, border);
            }
            int start = text.Length;
            text.Append(words, map, new TextSpan(0, words.Length));
            passages.Add(new Passage(new TextSpan(start, text.Length), kind));
        }
    }

    /// <summary>What was removed; neighbours with one reason together.</summary>
    public static ImmutableArray<Removed> WriteRemoved(IEnumerable<StoryLine> lines)
    {
        ImmutableArray<Removed>.Builder removed = ImmutableArray.CreateBuilder<Removed>();
        List<StoryLine> run = [];
        StoryLine? last = null;
        foreach (StoryLine line in lines)
        {
            bool joins = line.Removed is not null && last?.Removed == line.Removed;
            if (!joins)
                Close();
            if (line.Removed is not null)
                run.Add(line);
            last = line;
        }
        Close();
        return removed.ToImmutable();

        void Close()
        {
            if (run.Count == 0)
                return;
            int start = int.MaxValue, end = 0;
            foreach (StoryLine line in run)
                (start, end) = (Math.Min(start, line.Block.Source.Start), Math.Max(end, line.Block.Source.End));
            removed.Add(new Removed(string.Join('\n', run.Select(l => l.Text)), FurnitureWords.Reason(run[0].Removed!), new SourceSpan(start, end)));
            run.Clear();
        }
    }

    /// <summary>The story's links, and those of removed lines that name related reports.</summary>
    public static ImmutableArray<Link> WriteLinks(IEnumerable<StoryLine> lines)
    {
        ImmutableArray<Link>.Builder links = ImmutableArray.CreateBuilder<Link>();
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not (null or "related" or "links") || line.Block.Links.IsEmpty)
                continue;
            foreach (BlockLink link in line.Block.Links)
            {
                string words = link.Span.Cut(line.Text).Trim();
                if (words.Length > 0)
                    links.Add(new Link(words, link.Url));
            }
        }
        return links.ToImmutable();
    }

    /// <summary>The host of an address without <c>www.</c>, or null.</summary>
    public static string? Host(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
            return null;
        string host = address.Host.ToLower(CultureInfo.InvariantCulture);
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
