// The views that add reports. Forms post and are led on to a page of their own, so that nothing is sent twice.
using Crossread.Server.Api;
using Crossread.Server.Intake;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>Adding by file and by paste, and how far an addition is.</summary>
internal static class AddPages
{
    /// <summary>Adds the views.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/add", (WorkbenchOptions options, Additions additions) =>
            new PageResult<AddReports>(new() { ["Limits"] = options.Limits, ["CanFetch"] = options.Web is not null, ["Latest"] = additions.Latest.Take(10).ToArray() })).ExcludeFromDescription();
        routes.MapGet("/additions/{id:long}", (Additions additions, long id) => additions.Find(id) is { } known
            ? new PageResult<OneAddition>(new() { ["Addition"] = known })
            : Refusal.Missing("There is no addition of this number since the workbench was started.")).ExcludeFromDescription();
        routes.MapPost("/add/files", async (HttpContext context, Additions additions, WorkbenchOptions options) =>
            Led(await ReportsApi.Take(context, additions, options).ConfigureAwait(false))).ExcludeFromDescription();
        routes.MapPost("/add/address", Address).ExcludeFromDescription();
        routes.MapPost("/add/text", async (HttpContext context, Additions additions) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            return Led(ReportsApi.Take(new PastedReport(form["text"].ToString(), null, form["outlet"], form["published"], form["url"]), additions));
        }).ExcludeFromDescription();
    }

    private static async Task<IResult> Address(HttpContext context, Additions additions, WorkbenchOptions options)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return Led(ReportsApi.Take(new FetchedAddress(form["address"].ToString()), additions, options));
    }

    private static IResult Led(Addition? addition) =>
        addition is null ? ReportsApi.Full() : new SeeOther(FormattableString.Invariant($"/additions/{addition.Id}"));
}
