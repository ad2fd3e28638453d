// A move of the parser: an action, and for an arc its relation.
namespace Crossread.Language;

/// <summary>A move of the parser.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Relation">The new arc's relation; 0 where none is made.</param>
internal readonly record struct ParserMove(ParserAction Action, byte Relation);
