// What a page says about itself in JSON-LD (schema.org NewsArticle and its kin).
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Crossread.Documents;

/// <summary>Reads schema.org's Article types out of JSON-LD: headline, dates, authors, publisher, language, address, section, credit.</summary>
internal static class JsonLd
{
    private static readonly JsonDocumentOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static void Read(string text, List<Metadatum> into, int block)
    {
        text = text.Trim().TrimEnd(';');
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            text = text[4..].Replace("-->", "", StringComparison.Ordinal);
        try
        {
            using JsonDocument json = JsonDocument.Parse(WithoutHalves(text), _options);
            Visit(json.RootElement, into, block, 0);
        }
        catch (JsonException)
        {
            // Broken JSON-LD is common and says nothing; the page's other statements stand.
        }
    }

    // Half a character written as an escape is no text for the JSON reader: it becomes the sign for what cannot be shown.
    private static string WithoutHalves(string text)
    {
        int at = text.IndexOf("\\ud", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return text;
        StringBuilder whole = new(text);
        for (; at >= 0; at = at < text.Length ? text.IndexOf("\\ud", at, StringComparison.OrdinalIgnoreCase) : -1)
        {
            char high = Escaped(text, at), low = Escaped(text, at + 6);
            bool pair = char.IsHighSurrogate(high) && char.IsLowSurrogate(low) && !Escapes(text, at);
            if (!pair && char.IsSurrogate(high) && !Escapes(text, at))
                whole.Remove(at + 2, 4).Insert(at + 2, "fffd");
            at += pair ? 12 : 2;
        }
        return whole.ToString();
    }

    // True if the backslash is itself escaped.
    private static bool Escapes(string text, int backslash)
    {
        int before = backslash;
        while (before > 0 && text[before - 1] == '\\')
            before--;
        return (backslash - before) % 2 == 1;
    }

    private static char Escaped(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] is 'u' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : '\0';

    private static void Visit(JsonElement node, List<Metadatum> into, int block, int depth)
    {
        if (depth > 6)
            return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
                Visit(item, into, block, depth + 1);
            return;
        }
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (node.TryGetProperty("@graph", out JsonElement graph))
            Visit(graph, into, block, depth + 1);
        if (node.TryGetProperty("mainEntity", out JsonElement main))
            Visit(main, into, block, depth + 1);
        string type = Types(node);
        if (IsArticle(type))
        {
            foreach (string key in (ReadOnlySpan<string>)["headline", "datePublished", "dateModified", "dateCreated", "inLanguage", "url", "articleSection", "creditText", "name", "description"])
                Add(node, key, key, "ld:", into, block);
            Add(node, "mainEntityOfPage", "url", "ld:", into, block);
            Add(node, "author", "author", "ld:", into, block);
            Add(node, "publisher", "publisher", "ld:", into, block);
            Add(node, "sourceOrganization", "sourceOrganization", "ld:", into, block);
        }
        else if (type.Contains("WebPage", StringComparison.OrdinalIgnoreCase))
        {
            Add(node, "datePublished", "datePublished", "ldpage:", into, block);
            Add(node, "dateModified", "dateModified", "ldpage:", into, block);
            Add(node, "name", "name", "ldpage:", into, block);
        }
        else if (type is "WebSite" or "Organization" or "NewsMediaOrganization")
        {
            Add(node, "name", "name", "ldsite:", into, block);
        }
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase)
        || type.Contains("Article ", StringComparison.OrdinalIgnoreCase) || type is "Report" or "Recipe" or "Review" or "CreativeWork" or "HowTo" or "FAQPage";

    private static string Types(JsonElement node) => !node.TryGetProperty("@type", out JsonElement type) ? ""
        : type.ValueKind == JsonValueKind.String ? type.GetString()!
        : type.ValueKind == JsonValueKind.Array ? string.Join(' ', type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString())) : "";

    private static void Add(JsonElement node, string key, string name, string where, List<Metadatum> into, int block)
    {
        if (!node.TryGetProperty(key, out JsonElement value))
            return;
        foreach (string text in Texts(value, 0))
        {
            string resolved = Entities.Resolve(text);
            if (resolved.Length is > 0 and < 2000)
                into.Add(new Metadatum(where + name.ToLowerInvariant(), resolved, block));
        }
    }

    private static IEnumerable<string> Texts(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return [value.GetString()!];
            case JsonValueKind.Array when depth < 3:
                return value.EnumerateArray().SelectMany(v => Texts(v, depth + 1));
            case JsonValueKind.Object when value.TryGetProperty("name", out JsonElement name):
                return Texts(name, depth + 1);
            case JsonValueKind.Object when value.TryGetProperty("@id", out JsonElement id):
                return Texts(id, depth + 1);
            default:
                return [];
        }
    }
}
