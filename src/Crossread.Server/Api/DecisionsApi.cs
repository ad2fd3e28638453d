// /api/v1/decisions: the log, and what goes into it.
using Crossread.Server.Deciding;
using Crossread.Storage;
using Crossread.Storage.Decisions;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Api;

/// <summary>A decision to make.</summary>
/// <param name="Matter">What is decided; its <c>$type</c> is one of names, claim, reliability, withdrawal, note.</param>
/// <param name="Who">Who decides; the user who runs the workbench if it is not given.</param>
/// <param name="Why">Why.</param>
public sealed record DecisionToMake(DecisionMatter Matter, string? Who = null, string? Why = null);

/// <summary>Whether a claim's accounts belong together.</summary>
/// <param name="Accepted">True if they do.</param>
/// <param name="Who">Who decides.</param>
/// <param name="Why">Why.</param>
public sealed record ClaimAnswer(bool Accepted, string? Who = null, string? Why = null);

/// <summary>Who undoes a decision, and why.</summary>
/// <param name="Who">Who.</param>
/// <param name="Why">Why.</param>
public sealed record Undoing(string? Who = null, string? Why = null);

/// <summary>Decisions.</summary>
internal static class DecisionsApi
{
    /// <summary>Adds the operations.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/decisions", All).WithName("listDecisions").WithSummary("All decisions in the order in which they were made, also those that were undone.").Produces<Listed<Decision>>();
        api.MapPost("/decisions", Make).WithName("decide").WithSummary("Decides on names, an outlet's or a speaker's reliability, a withdrawal, or makes a note.").Accepts<DecisionToMake>("application/json").Produces<Decision>(201).ProducesProblem(400).ProducesProblem(415);
        api.MapPost("/decisions/{number:long}/undo", Undo).WithName("undoDecision").WithSummary("A decision no longer stands; the log keeps both.").Accepts<Undoing>("application/json").Produces<Decision>(201).ProducesProblem(409);
        api.MapPost("/stories/{id}/claims/{claim}/decision", OnClaim).WithName("decideOnClaim").WithSummary("Whether the accounts of a claim belong together; if not, they are parted.").Accepts<ClaimAnswer>("application/json").Produces<Decision>(201).ProducesProblem(404);
    }

    private static IResult All(HttpContext context, Desk desk, WorkbenchOptions options, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        IReadOnlyList<Decision> log = desk.Ask(r => r.Decisions());
        return Paging.Answer(context, page, log.Count, [.. log.Skip(page.Offset).Take(page.Limit)]);
    }

    private static IResult Make(DecisionDesk decisions, DecisionToMake asked)
    {
        if (asked.Matter is null or UndoDecision)
            return Refusal.Wrong("A matter is asked for, and an undoing is no matter of its own.", "Send { \"matter\": { \"$type\": \"names\", … } }; undo at /api/v1/decisions/NUMBER/undo.");
        return Answer(decisions.Decide(asked.Matter, asked.Who, asked.Why), StatusCodes.Status400BadRequest);
    }

    private static IResult Undo(DecisionDesk decisions, long number, Undoing asked) => Answer(decisions.Decide(new UndoDecision(number), asked.Who, asked.Why), StatusCodes.Status409Conflict);

    private static IResult OnClaim(DecisionDesk decisions, string id, string claim, ClaimAnswer asked) => decisions.OnClaim(id, claim, asked.Accepted) is { } matter
        ? Answer(decisions.Decide(matter, asked.Who, asked.Why), StatusCodes.Status400BadRequest)
        : Refusal.Missing("There is no such claim in a story of that id.");

    private static IResult Answer((Decision? Made, string? Wrong) decided, int status) => decided.Made is { } made
        ? new JsonResult<Decision>(made, StatusCodes.Status201Created)
        : Refusal.Of(status, decided.Wrong!, "See /api/v1/openapi.json for what can be decided.");
}
