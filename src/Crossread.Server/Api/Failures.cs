// What fails inside is said with its remedy; what nobody answered gets an answer.
using Crossread.Storage;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Crossread.Server.Api;

/// <summary>Turns failures into problems.</summary>
internal sealed class Failures(ILogger<Failures> log)
{
    /// <summary>Runs the request and explains what went wrong.</summary>
    public async Task Explain(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
                await Unanswered(context).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            int status = failure.Failure switch
            {
                StoreFailure.Full => StatusCodes.Status507InsufficientStorage,
                StoreFailure.InUse => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            };
            await Refusal.Write(context, status, "The store failed: " + failure.Problem.What + ".", Sentence(failure.Problem.Remedy)).ConfigureAwait(false);
        }
        catch (InvalidDataException damaged)
        {
            await Refusal.Write(context, StatusCodes.Status500InternalServerError, "What the store holds of this is damaged: " + damaged.Message, "Run crossread verify.").ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not BadHttpRequestException)
        {
            log.LogError(failure, "{Method} {Path} failed", context.Request.Method, Crossread.Pages.VisibleText.Of(context.Request.Path.Value ?? ""));
            await Refusal.Write(context, StatusCodes.Status500InternalServerError, "This failed, through a fault of the program.", "What was kept before is safe. crossread serve wrote the fault to standard error; please report it.").ConfigureAwait(false);
        }
    }

    private static Task Unanswered(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Refusal.Write(context, 404, "There is nothing at this address.", "Start from the stories."),
        StatusCodes.Status405MethodNotAllowed => Refusal.Write(context, 405, "This address does not take that method.", "See /api/v1/openapi.json for what it takes."),
        StatusCodes.Status415UnsupportedMediaType => Refusal.Write(context, 415, "This address does not take that type of content.", "See /api/v1/openapi.json for what it takes."),
        int status => Refusal.Write(context, status, "The request was refused.", "See /api/v1/openapi.json."),
    };

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + (words.EndsWith('.') ? "" : ".");
}
