// A document, or why there is none.
using System.Collections.Immutable;

namespace Crossread.Documents;

/// <summary>A document, or why there is none.</summary>
/// <param name="Document">The document, or null.</param>
/// <param name="Problems">What went wrong on the way; may be there beside a document.</param>
public sealed record DocumentResult(Document? Document, ImmutableArray<Problem> Problems);
