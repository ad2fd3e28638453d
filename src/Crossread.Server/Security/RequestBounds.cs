// Bounds of body, rate and time, and what is said when one is reached.
using System.Globalization;
using System.Threading.RateLimiting;

using Crossread.Server.Api;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Crossread.Server.Security;

/// <summary>Keeps requests within <see cref="RequestLimits"/>.</summary>
internal sealed class RequestBounds : IDisposable
{
    private readonly RequestLimits _limits;
    private readonly PartitionedRateLimiter<HttpContext> _rate;

    public RequestBounds(RequestLimits limits)
    {
        _limits = limits;
        _rate = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 2 * limits.RequestsPerSecond,
                TokensPerPeriod = Math.Max(1, limits.RequestsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                QueueLimit = limits.RequestsPerSecond,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
    }

    /// <summary>Waits for the request's turn, bounds its body and its time, and says which bound was passed.</summary>
    public async Task Keep(HttpContext context, RequestDelegate next)
    {
        using RateLimitLease lease = await _rate.AcquireAsync(context, 1, context.RequestAborted).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "1";
            await Refusal.Write(context, StatusCodes.Status429TooManyRequests, "Too many requests came from your address.", "Wait a second and send fewer at a time.").ConfigureAwait(false);
            return;
        }
        bool upload = IsUpload(context.Request);
        long most = upload ? _limits.UploadBytes : _limits.BodyBytes;
        if (context.Request.ContentLength > most)
        {
            await TooLong(context, most).ConfigureAwait(false);
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        await InTime(context, next, upload, most).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _rate.Dispose();

    private async Task InTime(HttpContext context, RequestDelegate next, bool upload, long most)
    {
        CancellationToken gone = context.RequestAborted;
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(gone);
        if (!IsStream(context.Request))
        {
            late.CancelAfter(upload ? _limits.UploadTime : _limits.RequestTime);
            context.RequestAborted = late.Token;
        }
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            context.RequestAborted = gone;
            await TooLong(context, most).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            context.RequestAborted = gone;
            await Refusal.Write(context, refused.StatusCode, refused.Message, "Check the request against /api/v1/openapi.json.").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            context.RequestAborted = gone;
            await Refusal.Write(context, StatusCodes.Status503ServiceUnavailable, "This took too long and was stopped.", "Ask for less at a time, or try again when less is being added.").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested || context.Response.HasStarted)
        {
            // The client went away, or the workbench stops in the middle of a stream; nobody is left to answer.
        }
        finally
        {
            context.RequestAborted = gone;
        }
    }

    private static bool IsUpload(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Value is "/add/files" or "/api/v1/reports";

    private static bool IsStream(HttpRequest request) => request.Path.Value is "/api/v1/events";

    private static Task TooLong(HttpContext context, long most)
    {
        context.Response.Headers.Connection = "close";
        return Refusal.Write(
            context, StatusCodes.Status413PayloadTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The body is longer than {most:N0} bytes."),
            "Send less at a time; large archives are added with crossread add.");
    }
}
