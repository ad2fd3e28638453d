// What a document is, told by its content.
namespace Crossread.Documents;

/// <summary>The format of a document, told by its content and not by the name of its file.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Text with Markdown's signs.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>An item of an RSS, Atom or JSON feed.</summary>
    FeedItem,

    /// <summary>An agency's item: NewsML-G2, NITF or ninjs.</summary>
    NewsItem,
}
