// A link inside a block.
using Crossread.Text;

namespace Crossread.Documents;

/// <summary>A link inside a block.</summary>
/// <param name="Span">Its words, in the block's text.</param>
/// <param name="Url">Its target as written.</param>
public readonly record struct BlockLink(TextSpan Span, string Url);
