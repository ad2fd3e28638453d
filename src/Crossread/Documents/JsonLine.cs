// One line of JSON input: a text with what is known about it.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Crossread.Documents;

/// <summary>One line of <c>--input jsonl</c>: <c>{ id, text, title?, published?, outlet?, url?, html?, clean? }</c>.</summary>
public sealed record JsonLine
{
    /// <summary>The caller's id; it comes back unchanged.</summary>
    public required string Id { get; init; }

    /// <summary>The text, or null if only <see cref="Html"/> is given.</summary>
    public string? Text { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Publication date (ISO 8601), or null.</summary>
    public string? Published { get; init; }

    /// <summary>Publisher, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address, or null. Never fetched.</summary>
    public string? Url { get; init; }

    /// <summary>The page's source, or null.</summary>
    public string? Html { get; init; }

    /// <summary>False to leave the text as it is, so that spans are the caller's.</summary>
    public bool Clean { get; init; } = true;

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="file">Name of the input, for messages.</param>
    /// <param name="number">Number of the line, from 1, for messages.</param>
    /// <returns>The line or the problem; the other is null.</returns>
    public static (JsonLine? Line, Problem? Problem) Parse(string line, string file, int number)
    {
        string place = FormattableString.Invariant($"line {number}");
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return (null, new Problem(file, place, "not a JSON object", "give one object a line, such as {\"id\": \"1\", \"text\": \"…\"}"));
            string? Value(string name) => json.RootElement.TryGetProperty(name, out JsonElement value) ? Words(value) : null;
            JsonLine read = new()
            {
                Id = Value("id") ?? FormattableString.Invariant($"{number}"),
                Text = Value("text"),
                Title = Value("title"),
                Published = Value("published"),
                Outlet = Value("outlet"),
                Url = Value("url"),
                Html = Value("html"),
                Clean = !(json.RootElement.TryGetProperty("clean", out JsonElement clean) && clean.ValueKind == JsonValueKind.False),
            };
            return read.Text is null && read.Html is null
                ? (null, new Problem(file, place, "neither \"text\" nor \"html\" is given", "give one of the two"))
                : (read, null);
        }
        catch (JsonException error)
        {
            string column = error.BytePositionInLine is long at ? FormattableString.Invariant($", byte {at + 1}") : "";
            return (null, new Problem(file, place + column, "not JSON", "give one JSON object a line, in UTF-8"));
        }
    }

    private static string? Words(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate written as an escape: no UTF-8 can hold it, so it is shown as the sign for what cannot be shown.
            return Unescape(value.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        StringBuilder text = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            char escape = raw[++i];
            if (escape == 'u')
            {
                text.Append((char)int.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
