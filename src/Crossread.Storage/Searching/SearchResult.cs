// What was found.
using System.Collections.Immutable;

namespace Crossread.Storage.Searching;

/// <summary>What was found.</summary>
/// <param name="Hits">The hits, the best first.</param>
/// <param name="More">True if there are more behind them.</param>
/// <param name="Names">Names that hold all of the words, those of most reports first; on the first page only.</param>
public sealed record SearchResult(ImmutableArray<SearchHit> Hits, bool More, ImmutableArray<HeldName> Names);
