// No foreign page may write here, and none may load what is here into itself.
using Crossread.Server.Api;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Security;

/// <summary>
/// Checks where a request comes from, by the Origin header and by Fetch Metadata (Sec-Fetch-Site). Browsers send at least one of them with
/// every write; a client that sends neither is no browser, and carries no cookie that a foreign page could use.
/// </summary>
internal static class OriginGuard
{
    /// <summary>True if the request may go on.</summary>
    public static bool Admits(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        bool foreign = site.Length > 0 && site is not ("same-origin" or "none");
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return !foreign || (IsNavigation(request) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase));
        if (foreign)
            return false;
        if (!request.Headers.TryGetValue("Origin", out var origin))
            return true;
        string from = origin.ToString();
        int scheme = from.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && string.Equals(from[(scheme + 3)..], request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Refuses with 403 what a foreign page asks for.</summary>
    public static Task Check(HttpContext context, RequestDelegate next) => Admits(context.Request)
        ? next(context)
        : Refusal.Write(context, StatusCodes.Status403Forbidden, "Another site's page asked for this.", "Open the workbench itself and do it there.");

    // A link on another page may lead here; its scripts, frames and pictures may not.
    private static bool IsNavigation(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
}
