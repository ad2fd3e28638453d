// NewsML-G2, NewsML 1 and NITF: each news item a document.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>
/// Reads agencies' items: IPTC NewsML-G2 (a message, a package or one item, with NITF, XHTML or plain text inside), NewsML 1.x and NITF 3.x. Every
/// character keeps its place in the source. No declaration is obeyed, so no entity grows and none leads out.
/// </summary>
internal static class AgencyReader
{
    private const int _deepest = 200;

    /// <summary>True if a root element (in lower case, without prefix) is one of these formats.</summary>
    public static bool Recognises(string? root) => root is "newsmessage" or "newsitem" or "packageitem" or "newsml" or "nitf";

    /// <summary>The items, one after the other.</summary>
    public static IEnumerable<DocumentResult> Read(Document message, ReadingLimits limits, ImmutableArray<Problem> problems)
    {
        int number = 0;
        bool many = Count(message.Source) > 1;
        EmptyItems empty = new(message.File);
        foreach (Item item in Items(message.Source))
        {
            if (++number > limits.Items)
            {
                yield return DocumentReader.Failed(message.File, string.Create(CultureInfo.InvariantCulture, $"item {number}"), "the message has too many items; the rest was not read", "part it");
                break;
            }
            Document document = Make(message, item, many ? number : 0, limits);
            if (document.Blocks.IsEmpty)
            {
                empty.Add(number);
                continue;
            }
            yield return new DocumentResult(document, problems);
            problems = [];
        }
        if (empty.Problem is { } without)
            problems = problems.Add(without);
        if (number == 0)
            problems = problems.Add(new Problem(message.File, null, "there is no news item in it", "check that it was saved whole"));
        if (!problems.IsEmpty)
            yield return new DocumentResult(null, problems);
    }

    /// <summary>One item: where it stands, what it says about itself, its headline and its content.</summary>
    private sealed class Item
    {
        public int Start { get; set; }

        public int End { get; set; }

        public List<Metadatum> Metadata { get; } = [];

        public (string Text, SourceMap Map)? Headline { get; set; }

        // Markup by its place, or text with its map; NITF and XHTML are better than plain text.
        public (int Start, int End)? Markup { get; set; }

        public (string Text, SourceMap Map)? Plain { get; set; }
    }

    private static int Count(string source)
    {
        int items = 0;
        for (int at = source.IndexOf("<newsItem", StringComparison.OrdinalIgnoreCase); at >= 0 && items < 2; at = source.IndexOf("<newsItem", at + 9, StringComparison.OrdinalIgnoreCase))
            items += at + 9 < source.Length && !char.IsLetterOrDigit(source[at + 9]) ? 1 : 0;
        return items;
    }

    private static IEnumerable<Item> Items(string source)
    {
        int at = 0;
        while (Next(source, ref at) is { } item)
            yield return item;
    }

    private static Item? Next(string source, ref int at)
    {
        MarkupTokenizer tokens = new(source, xml: true) { Position = at };
        List<string> path = [];
        Item? item = null;
        int itemDepth = 0, contentStart = -1, contentDepth = 0;
        SourceMapBuilder text = new();
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case MarkupToken.StartTag:
                    string name = Local(tokens.Name);
                    if (item is null && name is "newsitem" or "nitf")
                    {
                        item = new Item { Start = tokens.Start };
                        itemDepth = path.Count;
                    }
                    if (item is not null)
                    {
                        if (contentStart < 0 && name is "inlinexml" or "datacontent" or "nitf" or "body.content" && !tokens.SelfClosing)
                            (contentStart, contentDepth) = (name == "nitf" ? tokens.Start : tokens.End, path.Count);
                        Note(source, ref tokens, name, path, item);
                    }
                    text.Take();
                    if (!tokens.SelfClosing && path.Count < _deepest)
                        path.Add(name);
                    break;
                case MarkupToken.EndTag:
                    string end = Local(tokens.Name);
                    int open = path.LastIndexOf(end);
                    if (open < 0)
                        break;
                    path.RemoveRange(open, path.Count - open);
                    if (item is null)
                        break;
                    if (contentStart >= 0 && open == contentDepth)
                    {
                        item.Markup = item.Markup is { } before && before.End - before.Start >= tokens.Start - contentStart ? item.Markup : (contentStart, tokens.Start);
                        contentStart = -1;
                    }
                    Words(end, path, text, item);
                    text.Take();
                    if (open == itemDepth && end is "newsitem" or "nitf")
                    {
                        (item.End, at) = (tokens.End, tokens.End);
                        return item;
                    }
                    break;
                default:
                    MarkupText.Append(source, tokens.Start, tokens.End, tokens.Kind == MarkupToken.Text, text);
                    break;
            }
        }
        at = source.Length;
        if (item is null)
            return null;
        // Cut off: what stands before the cut is read.
        if (contentStart >= 0)
            item.Markup = (contentStart, source.Length);
        item.End = source.Length;
        return item;
    }

    // What stands in attributes.
    private static void Note(string source, ref MarkupTokenizer tag, string name, List<string> path, Item item)
    {
        string parent = path.Count > 0 ? path[^1] : "";
        for (MarkupAttributes a = new(source, tag.Attributes); a.Next();)
        {
            string? key = name switch
            {
                "newsitem" when a.Is("xml:lang") => "feed:language",
                "newsitem" when a.Is("guid") && a.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) => "entry:id",
                "language" when a.Is("tag") && parent == "contentmeta" => "feed:language",
                "language" when a.Is("formalname") => "feed:language",
                "body" or "body.content" or "nitf" when a.Is("xml:lang") => "feed:language",
                "link" when a.Is("href") && parent == "itemmeta" => "entry:seealso",
                "date.issue" when a.Is("norm") => "entry:published",
                "date.release" or "story.date" when a.Is("norm") => "entry:created",
                "pubdata" when a.Is("name") => "entry:source",
                "pubdata" when a.Is("position.section") => "entry:section",
                "pubdata" when a.Is("date.publication") => "entry:published",
                "pubdata" when a.Is("ex-ref") => "entry:link",
                "doc.copyright" when a.Is("holder") => "entry:rights",
                "provider" or "copyrightholder" when a.Is("literal") => "entry:rights",
                _ => null,
            };
            if (key is not null && a.Value.Length is > 0 and < 2000)
                item.Metadata.Add(new Metadatum(key, a.Text.Trim(), 0));
        }
        // A link counts as the item's own address only if it says so.
        if (name == "link" && parent == "itemmeta" && item.Metadata.FindLastIndex(m => m.Name == "entry:seealso") is var link and >= 0)
        {
            if (Attribute(source, tag.Attributes, "rel").EndsWith("canonical", StringComparison.OrdinalIgnoreCase))
                item.Metadata[link] = item.Metadata[link] with { Name = "entry:link" };
            else
                item.Metadata.RemoveAt(link);
        }
    }

    // What stands between tags.
    private static void Words(string name, List<string> path, SourceMapBuilder text, Item item)
    {
        string parent = path.Count > 0 ? path[^1] : "";
        if (text.Length == 0)
            return;
        switch (name)
        {
            case "headline" when parent is "contentmeta" or "newslines" && item.Headline is null:
                item.Headline = text.Take();
                break;
            case "inlinedata" or "datacontent":
                (string Text, SourceMap Map) plain = text.Take();
                if (item.Plain is null || plain.Text.Length > item.Plain.Value.Text.Length)
                    item.Plain = plain;
                break;
            default:
                string? key = name switch
                {
                    "firstcreated" or "versioncreated" or "contentcreated" or "contentmodified" => "entry:" + name,
                    "thisrevisioncreated" => "entry:versioncreated",
                    "by" or "byline" when parent is "contentmeta" or "newslines" => "entry:author",
                    "person" when parent == "byline" => "entry:author",
                    "creditline" => "entry:credit",
                    "copyrightline" => "entry:rights",
                    "name" when parent is "provider" or "infosource" => "entry:source",
                    "name" when parent == "copyrightholder" => "entry:rights",
                    "distributor" => "entry:rights",
                    "title" when parent == "itemmeta" => "entry:slug",
                    _ => null,
                };
                string words = Entities.Resolve(text.Take().Text).Trim();
                if (key is not null && words.Length is > 0 and < 2000)
                    item.Metadata.Add(new Metadatum(key, words, 0));
                break;
        }
    }

    private static Document Make(Document message, Item item, int number, ReadingLimits limits)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        List<Metadatum> metadata = [.. item.Metadata];
        ImmutableArray<Element> elements = [];
        if (item.Markup is { } place && place.End > place.Start)
        {
            string inner = message.Source[place.Start..place.End];
            SourceMapBuilder raw = new();
            raw.Copy(inner, place.Start);
            SourceMap map = raw.Take().Map;
            HtmlReader.Content page = HtmlReader.Read(inner, limits);
            blocks.AddRange(page.Blocks.Select(b => b with { Map = b.Map.Through(map) }));
            elements = page.Elements;
        }
        if (blocks.Count == 0 && item.Plain is { } plain)
        {
            bool markup = plain.Text.Contains("</", StringComparison.Ordinal);
            HtmlReader.Content page = markup ? HtmlReader.Read(plain.Text, limits) : default;
            blocks.AddRange((markup ? page.Blocks : PlainTextReader.Read(plain.Text, markdown: false, limits)).Select(b => b with { Map = b.Map.Through(plain.Map) }));
            elements = markup ? page.Elements : [];
        }
        if (item.Headline is { } headline && PlainTextReader.Read(headline.Text, markdown: false, limits).FirstOrDefault() is { } line)
        {
            metadata.Add(new Metadatum("entry:title", line.Text, 0));
            if (!blocks.Exists(b => b.Kind == BlockKind.Heading && b.Text == line.Text) && blocks.Count > 0)
                blocks.Insert(0, line with { Map = line.Map.Through(headline.Map), Kind = BlockKind.Heading, Level = 1, Element = -1 });
        }
        else if (blocks.FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 }) is { } first)
        {
            metadata.Add(new Metadatum("entry:title", first.Text, 0));
        }
        return message with
        {
            File = number == 0 ? message.File : message.File + "#" + number.ToString(CultureInfo.InvariantCulture),
            Sha256 = number == 0 ? message.Sha256 : DocumentReader.Hash(Encoding.UTF8.GetBytes(message.Source[item.Start..item.End])),
            Format = DocumentFormat.NewsItem,
            Metadata = [.. Dated(metadata)],
            Blocks = blocks.ToImmutable(),
            Elements = elements,
        };
    }

    private static bool Exists(this ImmutableArray<Block>.Builder blocks, Predicate<Block> holds)
    {
        foreach (Block block in blocks)
        {
            if (holds(block))
                return true;
        }
        return false;
    }

    /// <summary>Gives the dates of an item their meaning: the first version is the publication, a later one the last change.</summary>
    internal static IEnumerable<Metadatum> Dated(IReadOnlyList<Metadatum> metadata)
    {
        bool first = metadata.Any(m => m.Name is "entry:firstcreated" or "entry:published");
        foreach (Metadatum said in metadata)
        {
            yield return said.Name switch
            {
                "entry:firstcreated" => said with { Name = "entry:published" },
                "entry:versioncreated" => said with { Name = first ? "entry:modified" : "entry:published" },
                "entry:contentcreated" => said with { Name = "entry:created" },
                "entry:contentmodified" => said with { Name = "entry:modified" },
                _ => said,
            };
        }
    }

    private static string Local(ReadOnlySpan<char> name)
    {
        string text = name.Length > 60 ? "x" : name.ToString().ToLowerInvariant();
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
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
}
