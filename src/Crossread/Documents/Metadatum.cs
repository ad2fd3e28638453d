// One thing that a document says about itself.
namespace Crossread.Documents;

/// <summary>One thing that a document says about itself, as written.</summary>
/// <param name="Name">
/// Where it stands: <c>meta:og:title</c>, <c>ld:headline</c>, <c>title</c>, <c>link:canonical</c>, <c>time:datetime</c>, <c>feed:title</c> … in lower case.
/// </param>
/// <param name="Value">Its value, entities resolved and white space folded.</param>
/// <param name="Block">Number of the block before which it stands; 0 where it stands in the head.</param>
public readonly record struct Metadatum(string Name, string Value, int Block);
