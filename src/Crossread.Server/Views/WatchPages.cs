// The views of what is watched and of what is new.
using Crossread.Server.Api;
using Crossread.Storage.Watching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>Watched feeds, and what is new.</summary>
internal static class WatchPages
{
    private const int Shown = 100;

    /// <summary>Adds the views.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/news", News).ExcludeFromDescription();
        routes.MapGet("/watch", (Desk desk) => new PageResult<Watched>(new() { ["Feeds"] = desk.Ask(r => r.Feeds()) })).ExcludeFromDescription();
        routes.MapPost("/watch", Add).ExcludeFromDescription();
        routes.MapPost("/watch/forget", Forget).ExcludeFromDescription();
    }

    // The latest first; an address with a number shows those up to it.
    private static PageResult<WhatIsNew> News(Desk desk, long? to)
    {
        (IReadOnlyList<News> news, Dictionary<string, string?> titles) = desk.Ask(r =>
        {
            long last = Math.Clamp(to ?? long.MaxValue, 0, r.LastNews());
            News[] part = [.. r.News(Math.Max(0, last - Shown), Shown).Where(n => n.Number <= last).Reverse()];
            return (part, part.Select(n => n.Story).Distinct(StringComparer.Ordinal).ToDictionary(s => s, s => r.Story(s)?.Title, StringComparer.Ordinal));
        });
        return new(new() { ["Rows"] = news, ["Titles"] = titles });
    }

    private static async Task<IResult> Add(HttpContext context, Desk desk)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        FeedsWatched watched = WatchApi.Watch(desk, form["list"].ToString());
        return watched.Problems.Count == 0
            ? new SeeOther("/watch")
            : new PageResult<Watched>(new() { ["Feeds"] = watched.Feeds, ["Problems"] = watched.Problems }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Forget(HttpContext context, Desk desk)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        desk.Store.Write(writer => writer.ForgetFeed(form["url"].ToString()));
        return new SeeOther("/watch");
    }
}
