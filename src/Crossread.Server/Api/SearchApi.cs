// /api/v1/search and /api/v1/entities: words and names over all reports.
using Crossread.Server.Views;
using Crossread.Storage;
using Crossread.Storage.Searching;
using Crossread.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Api;

/// <summary>What was found.</summary>
/// <param name="Offset">How many hits stand before these.</param>
/// <param name="Limit">How many hits there may be here.</param>
/// <param name="More">True if there are more behind them.</param>
/// <param name="Items">The hits, the best first.</param>
/// <param name="Names">Names that hold all of the words.</param>
public sealed record FoundList(int Offset, int Limit, bool More, IReadOnlyList<FoundItem> Items, IReadOnlyList<HeldName> Names);

/// <summary>A hit.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Story">Id of its story.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Outlet">Its publisher, or null.</param>
/// <param name="Published">When it says that it was published (EDTF), or null.</param>
/// <param name="Score">BM25; higher is better.</param>
/// <param name="Speaker">Whose statement it is, or null.</param>
/// <param name="Stance">Its stance, or null if the hit is the report.</param>
/// <param name="Span">The stretch shown, [start, end) in the report's text.</param>
/// <param name="Context">Its words.</param>
/// <param name="Words">The words that were found, each [start, end) in the report's text.</param>
/// <param name="Link">Path of the stretch as a permalink.</param>
public sealed record FoundItem(
    string Report, string Story, string? Title, string? Outlet, string? Published, double Score, string? Speaker, string? Stance, int[] Span, string Context, IReadOnlyList<int[]> Words, string Link)
{
    internal static FoundItem Of(SearchHit hit) => new(
        hit.Report.Id, hit.Report.Story, hit.Report.Title, hit.Report.Outlet, hit.Report.Published, Math.Round(hit.Score, 4), hit.Statement?.Speaker, hit.Statement?.Stance.ToString().ToLowerInvariant(),
        Pair(hit.Context), hit.Context.Cut(hit.Text), [.. hit.Words.Select(Pair)], Citing.Permalink.Of(hit.Report.Sha256, hit.Text, hit.Context).Path);

    private static int[] Pair(TextSpan span) => [span.Start, span.End];
}

/// <summary>Search and names.</summary>
internal static class SearchApi
{
    /// <summary>Adds the operations.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/search", Search).WithName("search").WithSummary("Full text over reports, or over statements where a speaker or a stance is given; ranked by BM25.").Produces<FoundList>().ProducesProblem(400);
        api.MapGet("/entities", Names).WithName("listEntities").WithSummary("People and organisations over all stories, those of most reports first.").Produces<IReadOnlyList<HeldName>>().ProducesProblem(400);
    }

    private static IResult Search(Desk desk, WorkbenchOptions options, [AsParameters] Asked asked, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        if (asked.IsEmpty)
            return Refusal.Wrong("There is nothing to search for.", "Give words as q, or a filter.");
        (SearchQuery? query, string? wrong) = asked.ToQuery(page);
        if (query is null)
            return Refusal.Wrong("The search cannot be done: " + wrong + ".", "Give one to 32 words, 1,000 characters at most; days as in 2026-03-14.");
        SearchResult result = desk.Ask(r => r.Search(query));
        return new JsonResult<FoundList>(new FoundList(page.Offset, page.Limit, result.More, [.. result.Hits.Select(FoundItem.Of)], result.Names));
    }

    private static IResult Names(Desk desk, WorkbenchOptions options, string? q, int? offset, int? limit)
    {
        SearchWords? words = null;
        if (!string.IsNullOrWhiteSpace(q) && !SearchWords.TryParse(q, out words, out string? wrong))
            return Refusal.Wrong("The search cannot be done: " + wrong + ".", "Give one to 32 words.");
        Page page = Paging.Of(offset, limit, options.Limits);
        return new JsonResult<IReadOnlyList<HeldName>>(desk.Ask(r => r.Names(words, page)));
    }
}
