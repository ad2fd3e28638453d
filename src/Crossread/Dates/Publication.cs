// When a report was published, as far as that can be known.
namespace Crossread.Dates;

/// <summary>How a publication date is known.</summary>
public enum PublicationBasis : byte
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The report states it.</summary>
    Stated,

    /// <summary>Inferred from the report's own words and from other reports.</summary>
    Inferred,
}

/// <summary>When a report was published.</summary>
/// <param name="Edtf">EDTF: a day, a time of day with its zone, an interval, or a one-of set of days; null if nothing is known.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Because">The reason, in words.</param>
public sealed record Publication(string? Edtf, PublicationBasis Basis, string Because)
{
    /// <summary>Nothing tells.</summary>
    public static Publication Unknown { get; } = new(null, PublicationBasis.Unknown, "no date is stated and nothing in the pile tells");
}
