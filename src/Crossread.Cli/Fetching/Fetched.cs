// What came back from an address.
using Crossread.Documents;

namespace Crossread.Cli.Fetching;

/// <summary>What came back from an address: bytes, or nothing new, or a problem.</summary>
internal sealed record Fetched
{
    /// <summary>The address that the user named.</summary>
    public required Uri Asked { get; init; }

    /// <summary>The address that answered, behind all redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The body, unpacked; empty if <see cref="Unchanged"/> or failed.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>The encoding that the answer states, or null.</summary>
    public string? Encoding { get; init; }

    /// <summary>The answer's entity tag, to ask with next time, or null.</summary>
    public string? EntityTag { get; init; }

    /// <summary>When the answer says that it was last modified, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True if the server says that nothing changed since what <see cref="FetchCondition"/> names (status 304).</summary>
    public bool Unchanged { get; init; }

    /// <summary>Why nothing came, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>What is known of an address from the last fetch: only something newer is wanted (RFC 9110, conditional requests).</summary>
/// <param name="EntityTag">The last answer's entity tag, or null.</param>
/// <param name="LastModified">When the last answer said that it was modified, or null.</param>
internal sealed record FetchCondition(string? EntityTag, DateTimeOffset? LastModified);
