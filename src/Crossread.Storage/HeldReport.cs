// A report as the store lists it.
namespace Crossread.Storage;

/// <summary>A report as the store lists it; what was found in it is a <see cref="HeldReading"/>.</summary>
/// <param name="Id">Its id, one in the store.</param>
/// <param name="Sha256">SHA-256 of its own bytes, lower-case hexadecimal.</param>
/// <param name="Original">SHA-256 of the original that holds it: the same, but for an item of a feed or an agency's package.</param>
/// <param name="Story">Id of its story.</param>
/// <param name="Arrival">Its number in the order in which reports came, from 1.</param>
/// <param name="Added">When it was added.</param>
/// <param name="File">The file as it was named when it was added.</param>
public sealed record HeldReport(string Id, string Sha256, string Original, string Story, long Arrival, DateTimeOffset Added, string File)
{
    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Publisher, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1 code, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Publication date as the report states it (EDTF), or null.</summary>
    public string? Published { get; init; }

    /// <summary>Length of its clean text in UTF-16 code units.</summary>
    public required int Letters { get; init; }
}
