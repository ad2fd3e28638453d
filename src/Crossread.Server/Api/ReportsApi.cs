// /api/v1/reports: reports, their originals and citations, and adding more.
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Pages;
using Crossread.Server.Citing;
using Crossread.Server.Intake;
using Crossread.Storage;
using Crossread.Storage.Intake;
using Crossread.Storage.Watching;
using Crossread.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Crossread.Server.Api;

/// <summary>Reports.</summary>
internal static class ReportsApi
{
    /// <summary>Adds the operations.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reports", All).WithName("listReports").WithSummary("The reports, in the order in which they came.").Produces<Listed<HeldReport>>();
        api.MapGet("/reports/{id}", One).WithName("getReport").WithSummary("A report with its analysis, as `crossread annotate --as jsonl` prints it.").ProducesSchema("Report").ProducesProblem(404);
        api.MapGet("/reports/{id}/original", Original).WithName("getOriginal").WithSummary("The original, byte for byte.").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(404);
        api.MapGet("/reports/{id}/citation", Cite).WithName("citeReport").WithSummary("The report, or words of it (start and end, in UTF-16 code units of its text), as others cite it.").Produces<Citation>().ProducesProblem(400).ProducesProblem(404);
        api.MapPost("/reports", AddFiles).WithName("addFiles").WithSummary("Adds files: multipart/form-data with any number of files.").TakesFiles().Produces<Addition>(202).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        api.MapPost("/reports/text", AddText).WithName("addText").WithSummary("Adds a report whose text is at hand.").Accepts<PastedReport>("application/json").Produces<Addition>(202).ProducesProblem(400).ProducesProblem(415).ProducesProblem(503);
        api.MapPost("/reports/address", (HttpContext context, Additions additions, WorkbenchOptions options, FetchedAddress fetched) => Accepted(context, Take(fetched, additions, options))).WithName("addAddress").WithSummary("Fetches a page or feed and adds it; nothing that it names is fetched.").Accepts<FetchedAddress>("application/json").Produces<Addition>(202).ProducesProblem(400).ProducesProblem(501).ProducesProblem(503);
        api.MapGet("/additions", (Additions additions) => new JsonResult<IReadOnlyList<Addition>>(additions.Latest)).WithName("listAdditions").WithSummary("What was added since the workbench was started, the last first.").Produces<IReadOnlyList<Addition>>();
        api.MapGet("/additions/{id:long}", (Additions additions, long id) => additions.Find(id) is { } known ? new JsonResult<Addition>(known) : Refusal.Missing("There is no addition of this number.")).WithName("getAddition").WithSummary("How far an addition is, and what came of it.").Produces<Addition>().ProducesProblem(404);
    }

    /// <summary>Puts uploaded files in the line.</summary>
    public static async Task<Addition?> Take(HttpContext context, Additions additions, WorkbenchOptions options)
    {
        Upload upload = await Upload.Take(context.Request, options.Limits, context.RequestAborted).ConfigureAwait(false);
        if (upload.Files.IsEmpty)
        {
            upload.Dispose();
            throw new BadHttpRequestException("No file came with the form.");
        }
        string what = upload.Files.Length == 1 ? upload.Files[0].Name : Html.Count(upload.Files.Length, "file");
        return additions.Add(what, upload.Files.Length, _ => upload.Files.SelectMany(Read), upload);
    }

    /// <summary>Puts a pasted text in the line.</summary>
    /// <exception cref="BadHttpRequestException">It is empty.</exception>
    public static Addition? Take(PastedReport pasted, Additions additions)
    {
        if (string.IsNullOrWhiteSpace(pasted.Text))
            throw new BadHttpRequestException("The text is empty.");
        byte[] bytes = pasted.ToBytes();
        string name = "pasted-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes).AsSpan(0, 4));
        return additions.Add("a pasted text", 1, _ => DocumentReader.Read(bytes, name, ReportIntake.Limits));
    }

    /// <summary>Puts an address in the line; it is fetched when its turn has come.</summary>
    /// <exception cref="BadHttpRequestException">It is no address, or nothing may be fetched.</exception>
    public static Addition? Take(FetchedAddress fetched, Additions additions, WorkbenchOptions options)
    {
        if (options.Web is not { } web)
            throw new BadHttpRequestException("This workbench fetches nothing.", StatusCodes.Status501NotImplemented);
        if (!Uri.TryCreate(fetched.Url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || fetched.Url.Length > 2_000)
            throw new BadHttpRequestException("That is no address of a page: give http or https, without a password.");
        return additions.Add(address.AbsoluteUri, 1, cancel => Fetch(web, address, cancel));
    }

    private static IEnumerable<DocumentResult> Fetch(IWebSource web, Uri address, CancellationToken cancel)
    {
        WebAnswer answer = web.GetAsync(address, null, null, cancel).GetAwaiter().GetResult();
        return answer.Problem is { } problem
            ? [new DocumentResult(null, [problem])]
            : DocumentReader.Read([.. answer.Bytes], address.AbsoluteUri, ReportIntake.Limits, answer.Encoding);
    }

    /// <summary>The line is full.</summary>
    public static IResult Full() => Refusal.Of(StatusCodes.Status503ServiceUnavailable, "Too many additions are waiting.", "Try again when some are done.");

    private static IEnumerable<DocumentResult> Read(UploadedFile file)
    {
        using FileStream stream = File.OpenRead(file.Path);
        foreach (DocumentResult result in DocumentReader.Read(stream, file.Name, ReportIntake.Limits))
            yield return result;
    }

    private static IResult All(HttpContext context, Desk desk, WorkbenchOptions options, int? offset, int? limit)
    {
        Page page = Paging.Of(offset, limit, options.Limits);
        (long total, IReadOnlyList<HeldReport> rows) = desk.Ask(r => (r.Count().Reports, r.Reports(null, page)));
        return Paging.Answer(context, page, total, rows);
    }

    private static IResult One(Desk desk, string id)
    {
        if (desk.Report(id) is not { } told)
            return Missing(id);
        using MemoryStream json = new();
        ReportJson.WriteLine(json, told.Story, told.Held.Id);
        return new JsonBytes(json.ToArray());
    }

    // Always a download, never a page: what others wrote must not be drawn under our address.
    private static IResult Original(HttpContext context, Desk desk, string id)
    {
        (HeldReport? held, byte[]? bytes) = desk.Ask(r => r.Report(id) is { } found ? (found, r.Original(found.Original)) : (null, null));
        if (held is null || bytes is null)
            return Missing(id);
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        string name = FileName.Clean(held.File);
        return Results.File(bytes, "application/octet-stream", name, entityTag: new EntityTagHeaderValue("\"" + held.Original[..24] + "\""));
    }

    private static IResult Cite(HttpContext context, Desk desk, string id, int? start, int? end)
    {
        if (desk.Report(id) is not { } told)
            return Missing(id);
        Stories.StoryReport report = told.Story.Reports[0];
        string text = report.Reading.Report.Text;
        if (start is null && end is null)
            return new JsonResult<Citation>(Citation.Of(report.Reading.Report, report.Published, null, Here(context) + "/reports/" + told.Held.Id));
        if (start is not int from || end is not int to || from < 0 || to > text.Length || from >= to)
            return Refusal.Wrong(FormattableString.Invariant($"The words from {start} to {end} are not in the text, which has {text.Length} code units."), "Give start and end with 0 <= start < end.");
        TextSpan span = new(from, to);
        return new JsonResult<Citation>(Citation.Of(report.Reading.Report, report.Published, span.Cut(text), Here(context) + Permalink.Of(report.Reading.Report.Sha256, text, span).Path));
    }

    private static async Task<IResult> AddFiles(HttpContext context, Additions additions, WorkbenchOptions options) =>
        Accepted(context, await Take(context, additions, options).ConfigureAwait(false));

    private static IResult AddText(HttpContext context, Additions additions, PastedReport pasted) => Accepted(context, Take(pasted, additions));

    private static IResult Accepted(HttpContext context, Addition? addition)
    {
        if (addition is null)
            return Full();
        context.Response.Headers.Location = FormattableString.Invariant($"/api/v1/additions/{addition.Id}");
        return new JsonResult<Addition>(addition, StatusCodes.Status202Accepted);
    }

    private static string Here(HttpContext context) => context.Request.Scheme + "://" + context.Request.Host.Value;

    private static IResult Missing(string id) => Refusal.Missing("There is no report with the id " + VisibleText.Of(id) + ".");
}
