// /api/v1/events: what happens, as it happens.
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

using Crossread.Server.Intake;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Crossread.Server.Api;

/// <summary>Server-sent events.</summary>
internal static class EventsApi
{
    /// <summary>Adds the operation.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Listen).WithName("listen").WithSummary("Server-sent events: addition, story, decision, news. Last-Event-ID goes on where the last connection ended.").Produces<string>(200, "text/event-stream").ProducesProblem(503);

    private static IResult Listen(HttpContext context, EventFeed events, IHostApplicationLifetime life)
    {
        if (!events.HasRoom)
            return Refusal.Of(StatusCodes.Status503ServiceUnavailable, "Too many listen already.", "Close other windows of the workbench.");
        long? after = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out long last) ? last : null;
        return TypedResults.ServerSentEvents(Items(events, after, context.RequestAborted, life.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<string>> Items(EventFeed events, long? after, CancellationToken gone, [EnumeratorCancellation] CancellationToken stopping)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        // Something is sent at once, so that the reader knows that it listens.
        yield return new SseItem<string>("{}", "hello") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
        await foreach (DeskEvent told in events.Listen(after, end.Token).ConfigureAwait(false))
            yield return new SseItem<string>(JsonSerializer.Serialize(told.Data, JsonShape.Options), told.Kind) { EventId = told.Id.ToString(CultureInfo.InvariantCulture) };
    }
}
