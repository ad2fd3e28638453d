// Answers with an ETag, and 304 to who has them already (RFC 9110, 13.1.2).
using System.Security.Cryptography;

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Crossread.Server.Api;

/// <summary>Writes bodies with a strong ETag that derives from their bytes.</summary>
internal static class Tagged
{
    /// <summary>Writes the body, or 304 if the client names its tag.</summary>
    public static async Task Write(HttpContext context, byte[] body, string type)
    {
        string tag = TagOf(body);
        HttpResponse response = context.Response;
        response.Headers.ETag = tag;
        if (response.StatusCode == StatusCodes.Status200OK && Has(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The tag of a body.</summary>
    public static string TagOf(ReadOnlySpan<byte> body) => "\"" + Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12)) + "\"";

    private static bool Has(HttpRequest request, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known))
            return false;
        EntityTagHeaderValue ours = EntityTagHeaderValue.Parse(tag);
        return known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(ours, useStrongComparison: false));
    }
}
