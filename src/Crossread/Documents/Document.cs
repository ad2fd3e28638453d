// A file as it came: decoded, with its blocks, nothing removed.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Crossread.Documents;

/// <summary>A document as it came: its bytes decoded, nothing removed yet.</summary>
public sealed record Document
{
    /// <summary>The file as the user named it; an item of a feed or an archive carries its number or name behind <c>#</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The decoded original.</summary>
    public required string Source { get; init; }

    /// <summary>The document of a page's source that is at hand; its identity is the SHA-256 of its UTF-8 bytes.</summary>
    public static Document OfHtml(string file, string html) => OfText(file, html);

    /// <summary>The document of a text that is at hand; its identity is the SHA-256 of its UTF-8 bytes.</summary>
    public static Document OfText(string file, string text) =>
        new() { File = file, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Source = text };
}

/// <summary>A document, or why there is none.</summary>
/// <param name="Document">The document, or null.</param>
/// <param name="Problems">What went wrong on the way; may be there beside a document.</param>
public sealed record DocumentResult(Document? Document, ImmutableArray<Problem> Problems);
