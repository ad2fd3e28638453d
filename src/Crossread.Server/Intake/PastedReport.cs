// A text that somebody pasted, as bytes that can be kept: with what is known about it as a news item, without as the text alone.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Crossread.Server.Intake;

/// <summary>A pasted report.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Title">Its headline, or null if the text begins with it.</param>
/// <param name="Outlet">Its publisher, or null.</param>
/// <param name="Published">Its day or time (ISO 8601), or null.</param>
/// <param name="Url">Its address, or null.</param>
public sealed record PastedReport(string Text, string? Title = null, string? Outlet = null, string? Published = null, string? Url = null)
{
    /// <summary>The bytes to keep: the text itself, or a news item (IPTC ninjs) that holds it with what is known about it.</summary>
    public byte[] ToBytes()
    {
        if (string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Outlet) && string.IsNullOrWhiteSpace(Published) && string.IsNullOrWhiteSpace(Url))
            return Encoding.UTF8.GetBytes(Text);
        (string title, string body) = Parts();
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("uri", string.IsNullOrWhiteSpace(Url) ? "urn:pasted" : Url);
            json.WriteString("type", "text");
            if (!string.IsNullOrWhiteSpace(Url))
                json.WriteString("url", Url);
            if (!string.IsNullOrWhiteSpace(Published))
                json.WriteString("versioncreated", Published);
            if (!string.IsNullOrWhiteSpace(Outlet))
                json.WriteString("copyrightholder", Outlet);
            json.WriteString("headline", title);
            json.WriteString("body_text", body);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    // A first line that stands alone and ends like no sentence is the headline.
    private (string Title, string Body) Parts()
    {
        if (!string.IsNullOrWhiteSpace(Title))
            return (Title.Trim(), Text);
        string text = Text.ReplaceLineEndings("\n").Trim('\n');
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? "" : text[..end].Trim();
        return first.Length is > 0 and <= 200 && first[^1] is not ('.' or ',' or ';' or ':') ? (first, text[(end + 1)..].Trim('\n')) : ("", text);
    }
}
