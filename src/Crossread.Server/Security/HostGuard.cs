// Answers only to the names that are the workbench's own: a name that a foreign page made point here (DNS rebinding) is refused.
using System.Net;

using Crossread.Server.Api;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Security;

/// <summary>Checks the Host header (RFC 9110, 7.2).</summary>
internal sealed class HostGuard(WorkbenchOptions options)
{
    /// <summary>True for a loopback name or address, the address that is listened on, and the names given.</summary>
    public bool Admits(HostString host)
    {
        string name = host.Host.Trim('[', ']');
        if (name.Length == 0)
            return false;
        if (IPAddress.TryParse(name, out IPAddress? address))
            return IPAddress.IsLoopback(address) || address.Equals(options.Address) || (IsAny(options.Address) && options.HostNames.IsEmpty) || Named(name);
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || Named(name);
    }

    /// <summary>Refuses with 421 what is meant for another host.</summary>
    public Task Check(HttpContext context, RequestDelegate next) => Admits(context.Request.Host)
        ? next(context)
        : Refusal.Write(context, StatusCodes.Status421MisdirectedRequest, "This workbench does not answer to that host name.", "Use the address that crossread serve printed; a name of its own is allowed with --host NAME.");

    // Every address of the machine: an address in digits cannot be made to point elsewhere.
    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private bool Named(string name) => options.HostNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
