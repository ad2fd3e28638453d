// /api/v1/feeds and /api/v1/news: what is watched, and what was new in it.
using Crossread.Documents;
using Crossread.Storage.Watching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Api;

/// <summary>Feeds to watch.</summary>
/// <param name="List">OPML, or an address a line.</param>
public sealed record FeedsToWatch(string List);

/// <summary>What came of a list of feeds.</summary>
/// <param name="Feeds">The feeds that are watched now.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record FeedsWatched(IReadOnlyList<WatchedFeed> Feeds, IReadOnlyList<Problem> Problems);

/// <summary>Watched feeds and news.</summary>
internal static class WatchApi
{
    /// <summary>Adds the operations.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/feeds", (Desk desk) => new JsonResult<IReadOnlyList<WatchedFeed>>(desk.Ask(r => r.Feeds()))).WithName("listFeeds").WithSummary("The watched feeds, by address, and how their last polls went.").Produces<IReadOnlyList<WatchedFeed>>();
        api.MapPost("/feeds", (Desk desk, FeedsToWatch asked) => new JsonResult<FeedsWatched>(Watch(desk, asked.List ?? ""))).WithName("watchFeeds").WithSummary("Puts feeds on the watch list: OPML, or an address a line. crossread watch polls them.").Accepts<FeedsToWatch>("application/json").Produces<FeedsWatched>().ProducesProblem(400).ProducesProblem(415);
        api.MapDelete("/feeds", (Desk desk, string url) => desk.Store.Write(w => w.ForgetFeed(url)) ? Results.NoContent() : Refusal.Missing("That address is not watched.")).WithName("forgetFeed").WithSummary("Takes a feed off the watch list.").Produces(204).ProducesProblem(404);
        api.MapGet("/news", (Desk desk, WorkbenchOptions options, long? after, int? limit) => new JsonResult<IReadOnlyList<News>>(desk.Ask(r => r.News(Math.Max(0, after ?? 0), Paging.Of(0, limit, options.Limits).Limit)))).WithName("listNews").WithSummary("What was new, in the order of finding, after a number.").Produces<IReadOnlyList<News>>();
    }

    /// <summary>Puts the feeds of a list on the watch list; those that are on it stay as they are.</summary>
    public static FeedsWatched Watch(Desk desk, string list)
    {
        (var feeds, var problems) = FeedList.Read(list, "the list");
        IReadOnlyList<WatchedFeed> now = desk.Store.Write(writer =>
        {
            HashSet<string> known = [.. writer.Feeds().Select(f => f.Url)];
            foreach (WatchedFeed feed in feeds.Where(f => known.Add(f.Url)))
                writer.KeepFeed(feed);
            if (writer.NewsMark() is null)
                writer.KeepNews([], writer.LastArrival());
            return writer.Feeds();
        });
        return new FeedsWatched(now, problems);
    }
}
