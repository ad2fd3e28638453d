// What are these bytes? Told by what they hold.
namespace Crossread.Documents;

/// <summary>Tells the container or format of bytes and texts by their content.</summary>
internal static class FormatSniffer
{
    /// <summary>A name for bytes that are no text, as a reader of a message knows it; null if they may be text.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return "a PDF file";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8))
            return "a picture";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an old Office file";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return null;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 8192)];
        int zeros = 0, controls = 0;
        foreach (byte b in head)
        {
            zeros += b == 0 ? 1 : 0;
            controls += b < 32 && b is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }
        // UTF-16 has a zero in every second byte and no other controls to speak of.
        if (zeros > 0 && zeros * 10 >= head.Length * 3 && zeros * 10 <= head.Length * 6 && (controls - zeros) * 10 < head.Length)
            return null;
        return controls * 50 > head.Length ? "binary data" : null;
    }

    /// <summary>The root of a marked-up text (<c>html</c>, <c>rss</c>, <c>feed</c> …) in lower case without its prefix, or null.</summary>
    public static string? Root(string text)
    {
        int i = 0;
        while (i < text.Length && BlockBuilder.IsSpace(text[i]))
            i++;
        if (i >= text.Length || text[i] != '<')
            return null;
        MarkupTokenizer tokens = new(text.Length > 100_000 ? text[..100_000] : text, xml: true);
        while (tokens.Next())
        {
            if (tokens.Kind == MarkupToken.StartTag)
            {
                string name = tokens.Name.Length > 60 ? "x" : tokens.Name.ToString().ToLowerInvariant();
                return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            }
            if (!string.IsNullOrWhiteSpace(text[tokens.Start..tokens.End]))
                return null;
        }
        return text.AsSpan(i).StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? "html" : null;
    }

    /// <summary>True if the text is a web page or a part of one.</summary>
    public static bool IsHtml(string text, string? root)
    {
        if (root is "html" or "head" or "body")
            return true;
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, 20_000));
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return true;
        if (root is not null && ElementRole.Of(root).Roles != ElementRoles.None)
            return true;
        int closing = 0;
        foreach (string tag in (ReadOnlySpan<string>)["</p>", "</div>", "</h1>", "</a>", "</li>", "</td>"])
            closing += head.Contains(tag, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return closing >= 2 || (closing == 1 && head.TrimStart().StartsWith("<", StringComparison.Ordinal));
    }
}
