// A feed that is watched, and how its last polls went.
namespace Crossread.Storage.Watching;

/// <summary>A feed that is watched, and how its last polls went.</summary>
/// <param name="Url">Its address, http or https.</param>
public sealed record WatchedFeed(string Url)
{
    /// <summary>What the list calls it, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Entity tag of the last answer (RFC 9110), or null.</summary>
    public string? EntityTag { get; init; }

    /// <summary>When the last answer said that it was modified, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When it was last asked, or null.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>When it is to be asked again, or null for at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Failures since the last answer that could be read.</summary>
    public int Failures { get; init; }

    /// <summary>What the last failure was, or null.</summary>
    public string? Problem { get; init; }
}
