// The views of stories and reports, each at its own address.
using System.Collections.Immutable;

using Crossread.Pages;
using Crossread.Server.Api;
using Crossread.Server.Citing;
using Crossread.Storage;
using Crossread.Stories;
using Crossread.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>Stories, one story, one report, cited words, reports side by side.</summary>
internal static class StoryPages
{
    private const int MostCompared = 4;

    /// <summary>Adds the views.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", All).ExcludeFromDescription();
        routes.MapGet("/stories/{id}", One).ExcludeFromDescription();
        routes.MapGet("/reports/{id}", Report).ExcludeFromDescription();
        routes.MapGet("/reports/{id}/words/{from:int}-{to:int}", Cited).ExcludeFromDescription();
        routes.MapGet("/words/{sha256}/{words}", Words).ExcludeFromDescription();
        routes.MapGet("/compare", Compare).ExcludeFromDescription();
    }

    private static PageResult<AllStories> All(Desk desk, WorkbenchOptions options, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        (StoreCounts count, IReadOnlyList<HeldStory> rows) = desk.Ask(r => (r.Count(), r.Stories(page)));
        return new(new() { ["Rows"] = rows, ["Page"] = page, ["Total"] = count.Stories, ["Reports"] = count.Reports });
    }

    private static IResult One(Desk desk, string id, [FromQuery(Name = "as-of")] DateOnly? asOf)
    {
        if (desk.Story(id, asOf) is not { } told)
            return Refusal.Missing("There is no such story.");
        // A story that became a part of another is at the other's address.
        if (told.Held.Id != id)
            return Results.LocalRedirect("/stories/" + told.Held.Id);
        return Draw(told);
    }

    /// <summary>The view of a story.</summary>
    public static PageResult<OneStory> Draw(ToldStory told) =>
        new(new() { ["Held"] = told.Held, ["View"] = told.View, ["Days"] = told.Days, ["AsOf"] = told.AsOf, ["Ids"] = told.Ids, ["Withdrawn"] = told.Desk.Withdrawn, ["Decided"] = told.Decided });

    private static IResult Report(HttpContext context, Desk desk, string id) => desk.Report(id) is { } told
        ? Draw(told, new StoryView(told.Story), Citation.Of(Of(told).Reading.Report, Of(told).Published, null, Here(context) + "/reports/" + told.Held.Id), null, false)
        : Refusal.Missing("There is no such report.");

    private static IResult Cited(Desk desk, string id, int from, int to)
    {
        if (desk.Report(id) is not { } told)
            return Refusal.Missing("There is no such report.");
        Cleaning.Report report = Of(told).Reading.Report;
        return from >= 0 && from < to && to <= report.Text.Length
            ? new SeeOther(Permalink.Of(report.Sha256, report.Text, new TextSpan(from, to)).Path)
            : Refusal.Missing("There are no such words in the report.");
    }

    private static IResult Words(HttpContext context, Desk desk, string sha256, string words)
    {
        if (Permalink.Parse(sha256, words) is not { } link)
            return Refusal.Wrong("This address of words is not whole.", "Copy the permalink again: /words/SHA-256/start-end-check.");
        if (desk.Ask(r => r.ReportOf(sha256)) is not { } held || desk.Report(held.Id) is not { } told)
            return Refusal.Missing("No report with these bytes is held here.");
        StoryReport report = Of(told);
        string text = report.Reading.Report.Text;
        StoryView view = new(told.Story);
        TextSpan? found = link.Find(text);
        if (found is { } span)
            view.Reports[0].Cite(span);
        string? cited = found?.Cut(text);
        return Draw(told, view, Citation.Of(report.Reading.Report, report.Published, cited, Here(context) + link.Path), cited ?? "", found is not null);
    }

    private static PageResult<OneReport> Draw(ToldReport told, StoryView view, Citation citation, string? cited, bool found) => new(new()
    {
        ["Held"] = told.Held,
        ["View"] = view,
        ["Citation"] = citation,
        ["Said"] = Said(told),
        ["Cited"] = cited,
        ["Found"] = found,
        ["Withdrawn"] = told.Withdrawn,
    });

    private static ImmutableArray<SaidLine> Said(ToldReport told)
    {
        StoryReport report = Of(told);
        string text = report.Reading.Report.Text;
        return
        [
            .. report.Reading.Statements.Where(s => !s.Content.IsEmpty).Select(s =>
            {
                TextSpan hull = s.Content[0].Hull(s.Content[^1]);
                string speaker = s.SpeakerEntity is int e && e < report.EntityOf.Length ? told.Story.Entities[report.EntityOf[e]].Name
                    : s.SpeakerWords is { } named ? named.Cut(text) : "not named";
                return new SaidLine(
                    speaker, s.Stance.ToString().ToLowerInvariant() + ", " + s.Form.ToString().ToLowerInvariant(),
                    Quotes.Tidy(string.Join(" … ", s.Content.Select(c => c.Cut(text))), s.Content[0].Start > 0 && Quotes.IsOpening(text[s.Content[0].Start - 1])),
                    Permalink.Of(report.Reading.Report.Sha256, text, hull).Path);
            }),
        ];
    }

    private static IResult Compare(HttpContext context, Desk desk, string[] reports, string? story)
    {
        string[] chosen = [.. reports.SelectMany(r => r.Split(',')).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).Take(100)];
        ToldReport[] told = [.. chosen.Take(MostCompared).Select(desk.Report).OfType<ToldReport>()];
        if (chosen.Length is >= 2 and <= MostCompared && told.Length == chosen.Length)
        {
            return new PageResult<SideBySide>(new()
            {
                ["Comparison"] = Comparison.Of([.. told.Select(Of)]),
                ["Held"] = told.Select(t => t.Held).ToArray(),
            });
        }
        string? of = story ?? told.FirstOrDefault()?.Held.Story;
        if (of is null)
            return Refusal.Missing("Name two to four reports, or a story, to compare.");
        string note = chosen.Length > MostCompared ? "Choose four at most." : chosen.Length == 1 && context.Request.Query["reports"].Count > 0 && story is null && told.Length == 1 ? "" : told.Length < Math.Min(chosen.Length, MostCompared) ? "One of them is not held here." : "";
        return new PageResult<ChooseReports>(new()
        {
            ["Reports"] = desk.Ask(r => r.Story(of) is { } held ? r.Reports(held.Id, new Page(0, 500)) : []),
            ["Chosen"] = chosen,
            ["Note"] = note,
        });
    }

    private static StoryReport Of(ToldReport told) => told.Story.Reports[0];

    private static string Here(HttpContext context) => context.Request.Scheme + "://" + context.Request.Host.Value;
}
