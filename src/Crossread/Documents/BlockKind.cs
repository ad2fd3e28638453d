// What the source marks a block as.
namespace Crossread.Documents;

/// <summary>What the source's own markup says of a block.</summary>
public enum BlockKind
{
    /// <summary>Running text, or nothing said.</summary>
    Paragraph,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A quotation set apart.</summary>
    Quotation,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>A cell or a row of a table.</summary>
    TableCell,

    /// <summary>Lines whose breaks are meant.</summary>
    Preformatted,
}
