// Parts of long lists: which part was asked for, and where the parts beside it are.
using System.Globalization;

using Crossread.Storage;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Api;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many stand before this part.</param>
/// <param name="Limit">How many this part may hold.</param>
/// <param name="Items">The part.</param>
public sealed record Listed<T>(long Total, int Offset, int Limit, IReadOnlyList<T> Items);

/// <summary>Reads <c>offset</c> and <c>limit</c>.</summary>
internal static class Paging
{
    /// <summary>Rows on a page if none are asked for.</summary>
    public const int Usual = 50;

    /// <summary>Rows that may be passed over.</summary>
    public const int MostPassedOver = 100_000_000;

    /// <summary>The part asked for: an offset of 0 or more, a limit of 1 to the most that is allowed; what lies outside is brought to the nearest.</summary>
    public static Page Of(int? offset, int? limit, RequestLimits limits) =>
        new(Math.Clamp(offset ?? 0, 0, MostPassedOver), Math.Clamp(limit ?? Usual, 1, limits.PageRows));

    /// <summary>The list as JSON with an ETag, and links to the parts beside it (RFC 8288).</summary>
    public static IResult Answer<T>(HttpContext context, Page page, long total, IReadOnlyList<T> items)
    {
        List<string> links = [];
        if (page.Offset > 0)
            links.Add(Link(context.Request, Math.Max(0, page.Offset - page.Limit), page.Limit, "prev"));
        if (page.Offset + (long)page.Limit < total)
            links.Add(Link(context.Request, page.Offset + page.Limit, page.Limit, "next"));
        if (links.Count > 0)
            context.Response.Headers.Link = string.Join(", ", links);
        return new JsonResult<Listed<T>>(new Listed<T>(total, page.Offset, page.Limit, items));
    }

    private static string Link(HttpRequest request, int offset, int limit, string relation)
    {
        QueryString query = QueryString.Create(
            request.Query.Where(q => q.Key is not ("offset" or "limit")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
                .Append(KeyValuePair.Create("offset", (string?)offset.ToString(CultureInfo.InvariantCulture)))
                .Append(KeyValuePair.Create("limit", (string?)limit.ToString(CultureInfo.InvariantCulture))));
        return "<" + request.Path.ToUriComponent() + query.ToUriComponent() + ">; rel=\"" + relation + "\"";
    }
}
