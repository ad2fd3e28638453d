// What every answer tells the browser: run nothing but our own scripts, show us in no frame, tell nobody where the reader came from.
using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Security;

/// <summary>Sets the headers that bind browsers.</summary>
internal static class SecurityHeaders
{
    /// <summary>No script and no style stands in a page; both come from here alone, so that words of a report cannot act even if they were not encoded.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Sets them before anything is written.</summary>
    public static Task Set(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "private, no-cache";
        return next(context);
    }
}
