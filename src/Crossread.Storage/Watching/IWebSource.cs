// Gets what lies under an address.
using System.Collections.Immutable;

using Crossread.Documents;

namespace Crossread.Storage.Watching;

/// <summary>Gets what lies under an address: the network in use, a double in tests. It bounds time, size and redirects.</summary>
public interface IWebSource
{
    /// <summary>Asks for an address. What goes wrong comes as a problem; only a stop from outside throws.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="entityTag">Entity tag of what is known, or null.</param>
    /// <param name="lastModified">When what is known was modified, or null.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<WebAnswer> GetAsync(Uri address, string? entityTag, DateTimeOffset? lastModified, CancellationToken cancel);
}

/// <summary>What came back: bytes, or that nothing changed, or a problem.</summary>
public sealed record WebAnswer
{
    /// <summary>The body; empty if nothing changed or something went wrong.</summary>
    public ImmutableArray<byte> Bytes { get; init; } = [];

    /// <summary>The encoding that the answer states, or null.</summary>
    public string? Encoding { get; init; }

    /// <summary>The answer's entity tag, or null.</summary>
    public string? EntityTag { get; init; }

    /// <summary>When the answer says that it was modified, or null.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True if nothing changed (status 304).</summary>
    public bool Unchanged { get; init; }

    /// <summary>Why nothing came, or null.</summary>
    public Problem? Problem { get; init; }
}
