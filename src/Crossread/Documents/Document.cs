// A file as it came: decoded, with its blocks, nothing removed.
using System.Collections.Immutable;

namespace Crossread.Documents;

/// <summary>A document as it came: its bytes decoded and parted into blocks, nothing removed yet.</summary>
public sealed record Document
{
    /// <summary>The file as the user named it; an item of a feed or an archive carries its number or name behind <c>#</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original bytes (of an item: of its own), lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The decoded original; items of one feed share it.</summary>
    public required string Source { get; init; }

    /// <summary>The bytes as they came, if <see cref="ReadingLimits.KeepBytes"/> asked for them; items of one feed share the feed's.</summary>
    public ImmutableArray<byte> Bytes { get; init; } = [];

    /// <summary>What it is.</summary>
    public DocumentFormat Format { get; init; }

    /// <summary>Name of the encoding that the bytes were read in.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What the document says about itself, in the order in which it says it.</summary>
    public ImmutableArray<Metadatum> Metadata { get; init; } = [];

    /// <summary>The blocks in the order of the source.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>The elements that hold the blocks, parents before children; empty unless the document is marked up.</summary>
    public ImmutableArray<Element> Elements { get; init; } = [];

    /// <summary>The document of a page's source that is at hand; its identity is the SHA-256 of its UTF-8 bytes.</summary>
    public static Document OfHtml(string file, string html)
    {
        HtmlReader.Content page = HtmlReader.Read(html, ReadingLimits.Default);
        return new()
        {
            File = file,
            Sha256 = Hash(html),
            Source = html,
            Format = DocumentFormat.Html,
            Blocks = page.Blocks,
            Elements = page.Elements,
            Metadata = page.Metadata,
        };
    }

    /// <summary>The document of a text that is at hand, plain or Markdown; its identity is the SHA-256 of its UTF-8 bytes.</summary>
    public static Document OfText(string file, string text)
    {
        bool markdown = MarkdownReader.Recognises(text);
        return new()
        {
            File = file,
            Sha256 = Hash(text),
            Source = text,
            Format = markdown ? DocumentFormat.Markdown : DocumentFormat.PlainText,
            Blocks = PlainTextReader.Read(text, markdown, ReadingLimits.Default),
        };
    }

    private static string Hash(string text) => DocumentReader.Hash(System.Text.Encoding.UTF8.GetBytes(text));
}
