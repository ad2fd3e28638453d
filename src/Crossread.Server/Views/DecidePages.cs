// The views on which something is decided or undone.
using Crossread.Server.Api;
using Crossread.Server.Deciding;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Stories;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>The log, and the forms for decisions on a name, a claim or a report.</summary>
internal static class DecidePages
{
    private const int MostNames = 500;

    /// <summary>Adds the views.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/decisions", (Desk desk) => new PageResult<AllDecisions>(new() { ["Log"] = desk.Ask(r => r.Decisions()).Reverse().ToArray() })).ExcludeFromDescription();
        routes.MapGet("/decide", (Desk desk, string? name, string? claim, string? story, string? report) => Show(desk, name, claim, story, report, null)).ExcludeFromDescription();
        routes.MapPost("/decide", Post).ExcludeFromDescription();
        routes.MapPost("/decisions/{number:long}/undo", Undo).ExcludeFromDescription();
    }

    private static IResult Show(Desk desk, string? name, string? claim, string? story, string? report, string? wrong)
    {
        int status = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        if (claim is not null && story is not null && desk.Story(story) is { } told && told.Story.Claims.FirstOrDefault(c => c.Id == claim) is { } found)
        {
            int number = told.Story.Claims.IndexOf(found) + 1;
            return Page(desk, status, wrong, found.About, FormattableString.Invariant($"/decide?claim={Uri.EscapeDataString(claim)}&story={Uri.EscapeDataString(story)}"), FormattableString.Invariant($"/stories/{told.Held.Id}#c{number}"), found.Id, new()
            {
                ["Claim"] = found,
                ["Story"] = told.Story,
                ["StoryId"] = told.Held.Id,
            });
        }
        if (report is not null && desk.Ask(r => r.Report(report)) is { } held)
            return Page(desk, status, wrong, held.Title ?? held.File, "/decide?report=" + Uri.EscapeDataString(report), "/reports/" + held.Id, held.Id, new() { ["Report"] = held, ["Falls"] = desk.Without(held) });
        if (string.IsNullOrWhiteSpace(name))
            return Refusal.Missing("There is nothing of that kind to decide on.");
        ToldStory? around = story is null ? null : desk.Story(story);
        string[] names = around is null ? [] : [.. around.Story.Entities.SelectMany(e => e.Forms.Select(f => f.Form)).Where(f => f != name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNames)];
        string here = "/decide?name=" + Uri.EscapeDataString(name) + (around is null ? "" : "&story=" + around.Held.Id);
        return Page(desk, status, wrong, name, here, around is null ? "/people/" + Uri.EscapeDataString(name) : "/stories/" + around.Held.Id + "#people", name, new() { ["Name"] = name, ["Names"] = names });
    }

    private static PageResult<Decide> Page(Desk desk, int status, string? wrong, string heading, string here, string back, string on, Dictionary<string, object?> with)
    {
        Decision[] log = desk.Ask(r => with.ContainsKey("Name") ? SearchPages.DecisionsOn(r, on) : [.. r.Decisions().Where(d => Touches(d.Matter, on, with)).Reverse()]);
        return new(new(with) { ["Heading"] = heading, ["Here"] = here, ["Back"] = back, ["On"] = on, ["Log"] = log, ["Wrong"] = wrong }, status);
    }

    private static bool Touches(DecisionMatter matter, string on, Dictionary<string, object?> with) => matter switch
    {
        NoteDecision note => note.On == on,
        WithdrawalDecision withdrawal => with.GetValueOrDefault("Report") is HeldReport report && (withdrawal.Sha256 == report.Sha256 || (report.Outlet is { } outlet && string.Equals(withdrawal.Outlet, outlet, StringComparison.OrdinalIgnoreCase))),
        ReliabilityDecision { Of: RatedKind.Outlet } rated => with.GetValueOrDefault("Report") is HeldReport { Outlet: { } outlet } && string.Equals(rated.Name, outlet, StringComparison.OrdinalIgnoreCase),
        ClaimDecision decided => with.GetValueOrDefault("Claim") is Claim claim && with["Story"] is Story story
            && decided.Accounts.Any(a => claim.Accounts.Any(c => story.Reports.First(r => r.Id == c.Evidence.Report).Reading.Report.Sha256 == a.Sha256 && story.Cut(c.Evidence) == a.Words)),
        _ => false,
    };

    private static async Task<IResult> Post(HttpContext context, Desk desk, DecisionDesk decisions)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        string? Given(string field) => form[field].ToString() is { Length: > 0 } value ? value : null;
        DecisionMatter? matter = Matter(desk, decisions, Given);
        (Decision? made, string? wrong) = matter is null ? (null, "There is nothing of that kind to decide on.") : decisions.Decide(matter, Given("who"), Given("why"));
        return made is null
            ? Show(desk, Given("name"), Given("claim"), Given("story"), Given("report"), wrong)
            : new SeeOther(Local(Given("back")));
    }

    private static DecisionMatter? Matter(Desk desk, DecisionDesk decisions, Func<string, string?> given)
    {
        HeldReport? report = given("report") is { } id ? desk.Ask(r => r.Report(id)) : null;
        char letter = given("letter") is [{ } first] ? first : ' ';
        return given("what") switch
        {
            "same" or "different" => new NamesDecision(given("what") == "same", given("name") ?? "", given("other")?.Trim() ?? ""),
            "accept" or "reject" => decisions.OnClaim(given("story") ?? "", given("claim") ?? "", given("what") == "accept"),
            "rate-speaker" => new ReliabilityDecision(RatedKind.Speaker, given("name") ?? "", letter),
            "rate-outlet" when report?.Outlet is { } outlet => new ReliabilityDecision(RatedKind.Outlet, outlet, letter),
            "withdraw" when report is not null => new WithdrawalDecision(null, report.Sha256),
            "withdraw-outlet" when report?.Outlet is { } outlet => new WithdrawalDecision(outlet, null),
            "note" => new NoteDecision(given("on") ?? "", given("text") ?? ""),
            _ => null,
        };
    }

    private static async Task<IResult> Undo(HttpContext context, DecisionDesk decisions, long number)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        (Decision? made, string? wrong) = decisions.Decide(new UndoDecision(number), form["who"], form["why"]);
        return made is null ? Refusal.Of(StatusCodes.Status409Conflict, wrong!, "The log shows which decisions stand.") : new SeeOther(Local(form["back"]));
    }

    // Only to a path of this workbench: two strokes would be another host.
    private static string Local(string? path) => path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl) ? path : "/decisions";
}
