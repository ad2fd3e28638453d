// A stretch of a document that stands by itself on the page: a paragraph, a heading, a list item.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>A stretch of a document that stands by itself: its words as displayed and where they come from.</summary>
public sealed record Block
{
    /// <summary>The words as displayed: entities resolved, white space folded, trimmed; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Leads from the words to the source.</summary>
    public required SourceMap Map { get; init; }

    /// <summary>What the markup says of it.</summary>
    public BlockKind Kind { get; init; }

    /// <summary>Level of a heading, 1 to 6; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Links in it, in order.</summary>
    public ImmutableArray<BlockLink> Links { get; init; } = [];

    /// <summary>Number of the innermost element that holds it all, or -1.</summary>
    public int Element { get; init; } = -1;

    /// <summary>Where it stands in the source.</summary>
    public SourceSpan Source => Map.ToSource(new TextSpan(0, Map.Length));

    /// <summary>Share of the words that are links, 0 to 1.</summary>
    public double LinkShare => Text.Length == 0 || Links.IsEmpty ? 0 : Math.Min(1.0, (double)Links.Sum(l => l.Span.Length) / Text.Length);
}
