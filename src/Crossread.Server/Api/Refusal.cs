// Errors as RFC 9457 says for programs, and as a page for people.
using System.Text;
using System.Text.Json;

using Crossread.Pages;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Crossread.Server.Api;

/// <summary>Says why a request was not done: what is wrong, and what to do.</summary>
internal static class Refusal
{
    /// <summary>True for a program: it asks under /api, or takes JSON, or does not take HTML.</summary>
    public static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the problem, as <c>application/problem+json</c> or as a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code, 400 or more.</param>
    /// <param name="what">What is wrong, as a sentence.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public static async Task Write(HttpContext context, int status, string what, string remedy)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.StatusCode = status;
        context.Response.Headers.ETag = default;
        if (WantsJson(context.Request))
        {
            context.Response.ContentType = "application/problem+json";
            await context.Response.Body.WriteAsync(Json(status, what, remedy), context.RequestAborted).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page(status, what, remedy), Encoding.UTF8, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The problem as a result of an endpoint.</summary>
    public static IResult Of(int status, string what, string remedy) => new Result(status, what, remedy);

    /// <summary>There is no such thing.</summary>
    public static IResult Missing(string what) => Of(StatusCodes.Status404NotFound, what, "Start from the stories; it may have been given another id by a report that was added.");

    /// <summary>Something in the request is not as it must be.</summary>
    public static IResult Wrong(string what, string remedy) => Of(StatusCodes.Status400BadRequest, what, remedy);

    private static byte[] Json(int status, string what, string remedy)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", what);
            json.WriteString("remedy", remedy);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    // Written without a component, so that nothing that failed is needed to say so.
    private static string Page(int status, string what, string remedy) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
        <title>{Html.Text(ReasonPhrases.GetReasonPhrase(status))} · Crossread</title><link rel="stylesheet" href="/assets/page.css"><link rel="stylesheet" href="/assets/workbench.css"></head>
        <body><main><h1>{Html.Text(what)}</h1><p>{Html.Text(remedy)}</p><p><a href="/">To the stories</a></p></main></body></html>
        """;

    private sealed class Result(int status, string what, string remedy) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, status, what, remedy);
    }
}
