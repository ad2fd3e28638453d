// JSON Feed 1.x and ninjs 1 to 3: each item a document.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Crossread.Documents;

/// <summary>Reads JSON Feed (jsonfeed.org) and IPTC ninjs. Every character of a value keeps its place, also through JSON's escapes.</summary>
internal static class JsonNewsReader
{
    /// <summary>True if the text begins as a JSON object that names news fields.</summary>
    public static bool Recognises(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, 20_000)).TrimStart();
        return head.Length > 2 && head[0] == '{' && (head.Contains("jsonfeed.org", StringComparison.Ordinal)
            || ((head.Contains("\"body_", StringComparison.Ordinal) || head.Contains("\"bodies\"", StringComparison.Ordinal))
                && (head.Contains("\"headline", StringComparison.Ordinal) || head.Contains("\"versioncreated", StringComparison.OrdinalIgnoreCase))));
    }

    public static IEnumerable<DocumentResult> Read(Document source, ReadingLimits limits, ImmutableArray<Problem> problems)
    {
        List<JsonString> values = [];
        List<(int Start, int End)> items = [];
        if (!JsonString.Collect(source.Source, 0, source.Source.Length, values, items))
            problems = problems.Add(new Problem(source.File, null, "the JSON is broken", "check that it was saved whole; what stands before the break was read"));
        Dictionary<int, List<JsonString>> byItem = [];
        foreach (JsonString value in values)
        {
            // items.3.title belongs to item 3; what stands in no numbered item belongs to the feed.
            int dot = value.Path.StartsWith("items.", StringComparison.Ordinal) ? value.Path.IndexOf('.', 6) : -1;
            if (dot < 0 || !int.TryParse(value.Path.AsSpan(6, dot - 6), NumberStyles.None, CultureInfo.InvariantCulture, out int item))
                (item, dot) = (-1, -1);
            if (!byItem.TryGetValue(item, out List<JsonString>? list))
                byItem.Add(item, list = []);
            list.Add(item < 0 ? value : value with { Path = value.Path[(dot + 1)..] });
        }
        EmptyItems empty = new(source.File);
        List<JsonString> about = byItem.GetValueOrDefault(-1) ?? [];
        bool single = items.Count == 0 && !about.Exists(v => v.Path == "version" && v.Text.Contains("jsonfeed.org", StringComparison.Ordinal));
        foreach ((int item, List<JsonString> own) in byItem.Where(i => i.Key >= 0 || single).OrderBy(i => i.Key).Take(limits.Items))
        {
            Document document = Make(source, item, own, item < 0 ? [] : about, item < 0 || item >= items.Count ? (0, source.Source.Length) : items[item], limits);
            if (document.Blocks.IsEmpty)
            {
                empty.Add(Math.Max(1, item + 1));
                continue;
            }
            yield return new DocumentResult(document, problems);
            problems = [];
        }
        if (empty.Problem is { } without)
            problems = problems.Add(without);
        if (!byItem.Keys.Any(k => k >= 0 || single))
            problems = problems.Add(new Problem(source.File, null, "there is no item with words in it", "check that the feed was saved whole"));
        if (!problems.IsEmpty)
            yield return new DocumentResult(null, problems);
    }

    private static Document Make(Document source, int item, List<JsonString> own, List<JsonString> about, (int Start, int End) place, ReadingLimits limits)
    {
        ImmutableArray<Metadatum>.Builder metadata = ImmutableArray.CreateBuilder<Metadatum>();
        if (about.Find(v => v.Path == "title") is { } feed)
            metadata.Add(new Metadatum("feed:title", Entities.Resolve(feed.Text), 0));
        JsonString? title = null, body = null;
        foreach (JsonString value in own)
        {
            string name = value.Path.Split('.')[0], last = value.Path[(value.Path.LastIndexOf('.') + 1)..];
            if (name is "title" or "headline" || (name == "headlines" && last == "value"))
                title ??= value;
            else if (name is "content_html" or "content_text" || name.StartsWith("body_", StringComparison.Ordinal) || (name == "bodies" && last == "value"))
                body = body is null || value.Text.Length > body.Text.Length ? value : body;
            else if (name is "date_published" or "date_modified")
                metadata.Add(new Metadatum(name == "date_published" ? "entry:published" : "entry:modified", value.Text, 0));
            else if (name.ToLowerInvariant() is "versioncreated" or "firstcreated" or "contentcreated")
                metadata.Add(new Metadatum("entry:" + name.ToLowerInvariant(), value.Text, 0));
            else if ((name is "author" or "authors" or "byline" or "by") && last is "name" or "byline" or "by")
                metadata.Add(new Metadatum("entry:author", Entities.Resolve(value.Text), 0));
            else if (name is "url" || (name == "uri" && value.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
                metadata.Add(new Metadatum("entry:link", value.Text, 0));
            else if (name == "language")
                metadata.Add(new Metadatum("feed:language", value.Text, 0));
            else if (name is "creditline" or "creditLine")
                metadata.Add(new Metadatum("entry:credit", Entities.Resolve(value.Text), 0));
            else if (name is "sections" or "section" && last is "name" or "section")
                metadata.Add(new Metadatum("entry:section", Entities.Resolve(value.Text), 0));
            else if ((name is "copyrightholder" or "copyrightHolder" or "infosource" or "infosources" or "infoSources") && last is "name" or "copyrightholder" or "copyrightHolder")
                metadata.Add(new Metadatum("entry:source", Entities.Resolve(value.Text), 0));
        }
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        if (title is not null)
        {
            blocks.AddRange(PlainTextReader.Read(title.Text, markdown: false, limits).Take(1).Select(b => b with { Map = b.Map.Through(title.Map), Kind = BlockKind.Heading, Level = 1 }));
            if (blocks.Count > 0)
                metadata.Add(new Metadatum("entry:title", blocks[0].Text, 0));
        }
        ImmutableArray<Element> elements = [];
        if (body is not null && body.Text.Contains('<', StringComparison.Ordinal))
        {
            HtmlReader.Content page = HtmlReader.Read(body.Text, limits);
            blocks.AddRange(page.Blocks.Select(b => b with { Map = b.Map.Through(body.Map) }));
            elements = page.Elements;
        }
        else if (body is not null)
        {
            blocks.AddRange(PlainTextReader.Read(body.Text, markdown: false, limits).Select(b => b with { Map = b.Map.Through(body.Map) }));
        }
        return source with
        {
            File = item < 0 ? source.File : source.File + "#" + (item + 1).ToString(CultureInfo.InvariantCulture),
            Sha256 = item < 0 ? source.Sha256 : DocumentReader.Hash(Encoding.UTF8.GetBytes(source.Source[place.Start..place.End])),
            Format = about.Count > 0 || own.Exists(v => v.Path is "content_html" or "content_text") ? DocumentFormat.FeedItem : DocumentFormat.NewsItem,
            Metadata = [.. AgencyReader.Dated(metadata)],
            Blocks = blocks.ToImmutable(),
            Elements = elements,
        };
    }
}
