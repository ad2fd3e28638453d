// /api/v1/stories: stories and their comparison.
using Crossread.Exports;
using Crossread.Storage;
using Crossread.Storage.Decisions;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Api;

/// <summary>Stories.</summary>
internal static class StoriesApi
{
    /// <summary>Adds the operations.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/stories", All).WithName("listStories").WithSummary("The stories, the one with the latest report first.").Produces<Listed<HeldStory>>();
        api.MapGet("/stories/{id}", One).WithName("getStory").WithSummary("A story with its reports, claims, differences and timeline, as `crossread story --as json` prints it: the decisions that shaped it stand at its end.").ProducesSchema("Story").ProducesProblem(404);
        api.MapGet("/stories/{id}/reports", Reports).WithName("listReportsOfStory").WithSummary("The reports of a story, in the order in which they came.").Produces<Listed<HeldReport>>().ProducesProblem(404);
    }

    private static IResult All(HttpContext context, Desk desk, WorkbenchOptions options, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        (long total, IReadOnlyList<HeldStory> rows) = desk.Ask(r => (r.Count().Stories, r.Stories(page)));
        return Paging.Answer(context, page, total, rows);
    }

    private static IResult One(Desk desk, string id, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "as-of")] DateOnly? asOf)
    {
        if (desk.Story(id, asOf) is not { } told)
            return Refusal.Missing("There is no story with the id " + Crossread.Pages.VisibleText.Of(id) + ".");
        using MemoryStream json = new();
        StoryJson.Write(json, told.Story, more => DecisionJson.WriteAll(more, told.Desk.DecisionsOn(told.Story)));
        return new JsonBytes(json.ToArray());
    }

    private static IResult Reports(HttpContext context, Desk desk, WorkbenchOptions options, string id, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        (HeldStory? story, IReadOnlyList<HeldReport> rows) = desk.Ask(r => r.Story(id) is { } held ? (held, r.Reports(held.Id, page)) : (null, (IReadOnlyList<HeldReport>)[]));
        return story is null ? Refusal.Missing("There is no story with the id " + Crossread.Pages.VisibleText.Of(id) + ".") : Paging.Answer(context, page, story.Reports, rows);
    }
}
