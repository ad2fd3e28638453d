// A block of the clean text and what it is.
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>What a block of the clean text is.</summary>
public enum PassageKind
{
    /// <summary>A paragraph of the story.</summary>
    Paragraph,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>The lines under the headline that sum the story up.</summary>
    Standfirst,

    /// <summary>A subheading inside the story.</summary>
    Heading,

    /// <summary>An item of a list that belongs to the story.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    Quotation,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>A row of a table that belongs to the story.</summary>
    TableRow,

    /// <summary>Author, date or place line.</summary>
    Byline,

    /// <summary>A correction or an editor's note.</summary>
    Note,
}

/// <summary>A block of the clean text.</summary>
/// <param name="Span">Its words, without the line break behind it.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Passage(TextSpan Span, PassageKind Kind);
