// A stretch in quotation marks.
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>A stretch in quotation marks.</summary>
/// <param name="Span">With its marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Depth">0 if it stands in no other quotation.</param>
/// <param name="Closed">False if its closing mark is missing, as in all but the last paragraph of a long quotation.</param>
/// <param name="Block">Index of the paragraph in which it stands.</param>
public readonly record struct Quotation(TextSpan Span, TextSpan Inner, int Depth, bool Closed, int Block);
