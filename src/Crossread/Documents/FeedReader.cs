// RSS 0.9 to 2.0 and Atom: each item a document.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>
/// Reads RSS (also 1.0, in RDF) and Atom with the content modules that carry whole reports. Broken XML is read as far as it goes; no declaration
/// of the document is obeyed, so no entity grows and none leads out.
/// </summary>
internal static class FeedReader
{
    public static IEnumerable<DocumentResult> Read(Document feed, ReadingLimits limits, ImmutableArray<Problem> problems)
    {
        int items = 0;
        EmptyItems empty = new(feed.File);
        foreach (Document item in Items(feed, limits))
        {
            if (++items > limits.Items)
            {
                yield return DocumentReader.Failed(feed.File, string.Create(CultureInfo.InvariantCulture, $"item {items}"), "the feed has too many items; the rest was not read", "part it");
                break;
            }
            if (item.Blocks.IsEmpty)
            {
                empty.Add(items);
                continue;
            }
            yield return new DocumentResult(item, problems);
            problems = [];
        }
        if (items == 0)
            problems = problems.Add(new Problem(feed.File, null, "there is no item in the feed", "check the feed's address"));
        if (empty.Problem is { } without)
            problems = problems.Add(without);
        if (!problems.IsEmpty)
            yield return new DocumentResult(null, problems);
    }

    private static IEnumerable<Document> Items(Document feed, ReadingLimits limits)
    {
        List<Metadatum> about = [];
        int at = 0, number = 0;
        while (Next(feed.Source, ref at, about) is { } item)
            yield return MakeItem(feed, item, about, ++number, limits);
    }

    private sealed record Item(int Start, int End, List<(string Name, string Text, SourceMap Map, string Type)> Parts);

    // Goes to the next item; what the feed says of itself on the way is noted.
    private static Item? Next(string source, ref int at, List<Metadatum> about)
    {
        MarkupTokenizer tokens = new(source, xml: true) { Position = at };
        List<string> path = [];
        SourceMapBuilder text = new();
        List<(string, string, SourceMap, string)> parts = [];
        int itemStart = -1, itemDepth = 0, partStart = 0;
        string type = "";
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case MarkupToken.StartTag:
                    string name = Local(tokens.Name);
                    if (itemStart < 0 && name is "item" or "entry")
                    {
                        (itemStart, itemDepth) = (tokens.Start, path.Count);
                    }
                    else if (itemStart >= 0 ? path.Count == itemDepth + 1 : path.Count <= 3)
                    {
                        text.Take();
                        (partStart, type) = (tokens.End, Attribute(source, tokens.Attributes, "type"));
                        if (name == "link" && itemStart >= 0 && Attribute(source, tokens.Attributes, "href") is { Length: > 0 } href && Attribute(source, tokens.Attributes, "rel") is "" or "alternate")
                            parts.Add(("link", Attribute(source, tokens.Attributes, "href"), SourceMap.Identity(0), ""));
                    }
                    if (!tokens.SelfClosing && path.Count < 200)
                        path.Add(name);
                    break;
                case MarkupToken.EndTag:
                    string end = Local(tokens.Name);
                    int open = path.LastIndexOf(end);
                    if (open < 0)
                        break;
                    path.RemoveRange(open, path.Count - open);
                    if (itemStart >= 0 && open == itemDepth && end is "item" or "entry")
                    {
                        at = tokens.End;
                        return new Item(itemStart, tokens.End, parts);
                    }
                    if (itemStart >= 0 && open == itemDepth + 1)
                    {
                        (string words, SourceMap map) = type == "xhtml" ? Raw(source, partStart, tokens.Start) : text.Take();
                        parts.Add((end, words, map, type));
                    }
                    else if (itemStart < 0 && open <= 3 && text.Length > 0 && end is "title" or "language" or "link")
                    {
                        if (!about.Exists(m => m.Name == "feed:" + end))
                            about.Add(new Metadatum("feed:" + end, Entities.Resolve(text.Take().Text), 0));
                    }
                    break;
                default:
                    MarkupText.Append(source, tokens.Start, tokens.End, tokens.Kind == MarkupToken.Text, text);
                    break;
            }
        }
        at = source.Length;
        // A feed that breaks off inside a part of an item gives what stands before the break.
        if (itemStart >= 0 && path.Count > itemDepth + 1 && text.Length > 0)
        {
            (string rest, SourceMap place) = text.Take();
            parts.Add((path[itemDepth + 1], rest, place, type));
        }
        return itemStart < 0 || parts.Count == 0 ? null : new Item(itemStart, source.Length, parts);
    }

    private static (string, SourceMap) Raw(string source, int start, int end)
    {
        SourceMapBuilder raw = new();
        raw.Copy(source.AsSpan(start, Math.Max(0, end - start)), start);
        return raw.Take();
    }

    // The prefix counts only where it parts names that matter.
    private static string Local(ReadOnlySpan<char> name)
    {
        string text = name.ToString().ToLowerInvariant();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return text switch
        {
            "content:encoded" => "encoded",
            _ when colon < 0 => text,
            _ when text.StartsWith("dc:", StringComparison.Ordinal) || text.StartsWith("dcterms:", StringComparison.Ordinal) => "dc-" + text[(colon + 1)..],
            _ when text.StartsWith("atom:", StringComparison.Ordinal) || text.StartsWith("rss:", StringComparison.Ordinal) || text.StartsWith("a10:", StringComparison.Ordinal) => text[(colon + 1)..],
            _ => text,
        };
    }

    private static string Attribute(string source, (int Start, int End) range, string name)
    {
        for (MarkupAttributes a = new(source, range); a.Next();)
        {
            if (a.Is(name))
                return a.Text;
        }
        return "";
    }

    private static Document MakeItem(Document feed, Item item, List<Metadatum> about, int number, ReadingLimits limits)
    {
        ImmutableArray<Metadatum>.Builder metadata = ImmutableArray.CreateBuilder<Metadatum>();
        metadata.AddRange(about);
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        (string Text, SourceMap Map, string Type)? body = null;
        foreach ((string name, string text, SourceMap map, string type) in item.Parts)
        {
            if (name is "encoded" or "content" or "description" or "summary")
            {
                if (body is null || text.Length > body.Value.Text.Length)
                    body = (text, map, type);
                continue;
            }
            string value = Entities.Resolve(text);
            if (name == "title" && value.Length > 0)
            {
                foreach (Block line in Content(text, map, type, limits).Blocks.Take(1))
                    blocks.Add(line with { Kind = BlockKind.Heading, Level = 1, Element = -1 });
                if (blocks.Count > 0)
                    value = blocks[0].Text;
            }
            if (value.Length > 0)
                metadata.Add(new Metadatum("entry:" + name, value, 0));
        }
        ImmutableArray<Element> elements = [];
        if (body is { } content)
        {
            (ImmutableArray<Block> Blocks, ImmutableArray<Element> Elements) read = Content(content.Text, content.Map, content.Type, limits);
            blocks.AddRange(read.Blocks);
            elements = read.Elements;
        }
        return feed with
        {
            File = feed.File + "#" + number.ToString(CultureInfo.InvariantCulture),
            Sha256 = DocumentReader.Hash(Encoding.UTF8.GetBytes(feed.Source[item.Start..item.End])),
            Format = DocumentFormat.FeedItem,
            Metadata = metadata.ToImmutable(),
            Blocks = blocks.ToImmutable(),
            Elements = elements,
        };
    }

    private static (ImmutableArray<Block> Blocks, ImmutableArray<Element> Elements) Content(string text, SourceMap map, string type, ReadingLimits limits)
    {
        bool html = type is "html" or "xhtml" || (type is "" && (text.Contains('<', StringComparison.Ordinal) || text.Contains('&', StringComparison.Ordinal)));
        if (!html)
            return ([.. PlainTextReader.Read(text, markdown: false, limits).Select(b => b with { Map = b.Map.Through(map) })], []);
        HtmlReader.Content page = HtmlReader.Read(text, limits);
        return ([.. page.Blocks.Select(b => b with { Map = b.Map.Through(map) })], page.Elements);
    }
}
