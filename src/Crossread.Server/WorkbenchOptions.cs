// Where the workbench listens and what it lets in.
using System.Collections.Immutable;
using System.Net;

using Crossread.Storage.Watching;

namespace Crossread.Server;

/// <summary>Where the workbench listens, and who may use it.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>The address that it listens on; default 127.0.0.1.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0 for any that is free; default 4600.</summary>
    public int Port { get; init; } = 4600;

    /// <summary>The secret that every request must know, or null for none. Only an address of this machine alone (loopback) may go without.</summary>
    public string? Token { get; init; }

    /// <summary>Names under which others reach it, beside the address itself: those of a proxy in front of it. Default none.</summary>
    public ImmutableArray<string> HostNames { get; init; } = [];

    /// <summary>What fetches an address that a reader asks to add; null if nothing may be fetched.</summary>
    public IWebSource? Web { get; init; }

    /// <summary>Bounds of requests.</summary>
    public RequestLimits Limits { get; init; } = RequestLimits.Default;
}
