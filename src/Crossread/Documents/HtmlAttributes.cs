// The attributes of one tag that the reader looks at.
using System.Text;

namespace Crossread.Documents;

/// <summary>The attributes of one tag that the reader looks at; the rest is passed over.</summary>
internal readonly struct HtmlAttributes
{
    private string? Name { get; init; }

    private string? Property { get; init; }

    private string? ItemProperty { get; init; }

    private string? Content { get; init; }

    private string? Rel { get; init; }

    private string? DateTime { get; init; }

    private string? Title { get; init; }

    private bool PublicationDate { get; init; }

    /// <summary>Class, id, role and itemprop in lower case, parted by spaces.</summary>
    public string Names { get; private init; }

    /// <summary>True if the tag hides its element.</summary>
    public bool Hidden { get; private init; }

    /// <summary>Target of a link, or null.</summary>
    public string? Href { get; private init; }

    /// <summary>Type of a script, or empty.</summary>
    public string Type { get; private init; }

    public static HtmlAttributes Read(string source, (int Start, int End) range, string tag)
    {
        if (range.Start + 1 >= range.End)
            return new HtmlAttributes { Names = "", Type = "" };
        StringBuilder? names = null;
        string first = "", type = "";
        string? name = null, property = null, item = null, content = null, rel = null, href = null, time = null, title = null;
        bool hidden = false, published = false;
        bool speaks = tag is "meta" or "link" or "time" or "span" or "a" or "abbr" or "div" or "p" or "data" || tag.EndsWith("time", StringComparison.Ordinal) || tag.EndsWith("-ago", StringComparison.Ordinal);
        for (MarkupAttributes a = new(source, range); a.Next();)
        {
            if (a.Is("class") || a.Is("id") || a.Is("role") || a.Is("itemprop"))
            {
                if (a.Value.Length is 0 or > 2000)
                    continue;
                string value = a.Value.ToString().ToLowerInvariant();
                if (a.Is("itemprop"))
                    item = value;
                if (first.Length == 0)
                    first = value;
                else
                    (names ??= new StringBuilder(first)).Append(' ').Append(value);
            }
            else if (a.Is("hidden"))
            {
                hidden = true;
            }
            else if (a.Is("aria-hidden"))
            {
                hidden |= a.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
            }
            else if (a.Is("style"))
            {
                hidden |= Hides(a.Value);
            }
            else if (a.Is("href"))
            {
                href = a.Value.Length < 4000 ? a.Text : null;
            }
            else if (a.Is("type"))
            {
                type = a.Value.ToString();
            }
            else if (speaks && a.Value.Length < 4000)
            {
                if (a.Is("name") || a.Is("http-equiv"))
                    name = a.Text;
                else if (a.Is("property"))
                    property = a.Text;
                else if (a.Is("content"))
                    content = a.Text;
                else if (a.Is("rel"))
                    rel = a.Text;
                else if (a.Is("datetime"))
                    time = a.Text;
                else if (a.Is("title"))
                    title = a.Text;
                else if (IsDate(a.Name))
                    time ??= ScriptDates.OfSeconds(a.Value) ?? a.Text;
                else if (a.Is("pubdate"))
                    published = true;
            }
        }
        return new HtmlAttributes
        {
            Names = names?.ToString() ?? first,
            Type = type,
            Hidden = hidden,
            Href = href,
            Name = name,
            Property = property,
            ItemProperty = item,
            Content = content,
            Rel = rel,
            DateTime = time,
            Title = title,
            PublicationDate = published,
        };
    }

    /// <summary>What the tag says about the page, as name and value.</summary>
    public IEnumerable<(string Key, string Value)> Metadata(string tag)
    {
        if (tag == "meta" && Content is { Length: > 0 } content)
        {
            if (Property is { Length: > 0 } property)
                yield return ("meta:" + property.ToLowerInvariant(), content);
            if (Name is { Length: > 0 } name && !name.Equals(Property, StringComparison.OrdinalIgnoreCase))
                yield return ("meta:" + name.ToLowerInvariant(), content);
            if (ItemProperty is { Length: > 0 } item)
                yield return ("item:" + item, content);
        }
        else if (tag == "link" && Rel is { Length: > 0 } rel && Href is { Length: > 0 } target)
        {
            if (rel.Equals("canonical", StringComparison.OrdinalIgnoreCase))
                yield return ("link:canonical", target);
        }
        else if (DateTime is { Length: > 0 } time)
        {
            string which = PublicationDate ? "pubdate" : ItemProperty is { Length: > 0 } item ? item : Names.Length > 0 ? Names : "";
            yield return ("time:" + which, time);
        }
        else if (ItemProperty is { Length: > 0 } item && Content is { Length: > 0 } value)
        {
            yield return ("item:" + item, value);
        }
        else if (tag == "abbr" && Title is { Length: > 0 } title && Names.Contains("published", StringComparison.Ordinal))
        {
            yield return ("time:published", title);
        }
    }

    // Attributes from which a page's script makes the date that it shows.
    private static bool IsDate(ReadOnlySpan<char> name) =>
        name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) && name[5..] is "datetime" or "date" or "date-iso" or "published" or "publish-date" or "published-date" or "published-at" or "pubdate" or "timestamp" or "utime";

    private static bool Hides(ReadOnlySpan<char> style)
    {
        int at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 7)..].TrimStart(" :\t").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
