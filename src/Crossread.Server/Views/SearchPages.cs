// The views of search and of names over all stories.
using Crossread.Server.Api;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Searching;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>Search, people, one person.</summary>
internal static class SearchPages
{
    private const int Usual = 20;

    /// <summary>Adds the views.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", Search).ExcludeFromDescription();
        routes.MapGet("/people", People).ExcludeFromDescription();
        routes.MapGet("/people/{name}", Person).ExcludeFromDescription();
    }

    private static PageResult<Found> Search(Desk desk, WorkbenchOptions options, [AsParameters] Asked asked, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit ?? Usual, options.Limits);
        (SearchQuery? query, string? wrong) = asked.IsEmpty ? (null, null) : asked.ToQuery(page);
        (SearchResult? result, string? title) = desk.Ask(r => (query is null ? null : r.Search(query), string.IsNullOrWhiteSpace(asked.Story) ? null : r.Story(asked.Story)?.Title));
        return new(
            new() { ["Asked"] = asked, ["Result"] = result, ["Page"] = page, ["Wrong"] = wrong, ["StoryTitle"] = title },
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static PageResult<Everybody> People(Desk desk, WorkbenchOptions options, string? q, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit ?? 100, options.Limits);
        SearchWords? words = null;
        string? wrong = null;
        bool right = string.IsNullOrWhiteSpace(q) || SearchWords.TryParse(q, out words, out wrong);
        IReadOnlyList<HeldName> rows = right ? desk.Ask(r => r.Names(words, page)) : [];
        return new(new() { ["Rows"] = rows, ["Page"] = page, ["Query"] = q, ["Wrong"] = wrong });
    }

    private static IResult Person(Desk desk, string name)
    {
        if (!SearchWords.TryParse("\"" + name.Replace('"', ' ') + "\"", out SearchWords? words, out _))
            return Refusal.Missing("There is no such name.");
        (SearchResult named, SearchResult said, Decision[] log) = desk.Ask(r => (
            r.Search(new SearchQuery(words, new Page(0, 1))),
            r.Search(new SearchQuery(null, new Page(0, 100)) { Speaker = words }),
            DecisionsOn(r, name)));
        return named.Hits.IsEmpty && said.Hits.IsEmpty
            ? Refusal.Missing("No report has this name.")
            : new PageResult<OnePerson>(new() { ["Name"] = name, ["Said"] = said, ["Log"] = log });
    }

    /// <summary>The decisions that name this name, the latest first.</summary>
    internal static Decision[] DecisionsOn(IStoreReader reader, string name)
    {
        bool Same(string other) => string.Equals(other, name, StringComparison.OrdinalIgnoreCase);
        return
        [
            .. reader.Decisions().Where(d => d.Matter switch
            {
                NamesDecision names => Same(names.One) || Same(names.Other),
                ReliabilityDecision rated => rated.Of == RatedKind.Speaker && Same(rated.Name),
                NoteDecision note => Same(note.On),
                _ => false,
            }).Reverse(),
        ];
    }
}
