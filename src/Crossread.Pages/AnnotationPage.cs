// The annotation page: reports one by one with their statements, names and dates marked, as one file that needs nothing else.
using System.Security.Cryptography;
using System.Text;

using Crossread.Pages.Components;
using Crossread.Stories;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crossread.Pages;

/// <summary>
/// Draws reports with everything that was found in them, so that a reader can check the analysis. No script: pointing at a statement or
/// reaching it by keyboard lights its parts by rules of style alone, and every fact also stands in words beside the paragraph.
/// </summary>
public static class AnnotationPage
{
    // Further statements are listed, but pointing at them lights nothing: the page would grow faster than it helps.
    private const int MostLit = 2_000;

    private static readonly Lazy<string> Style = new(() => Asset("page.css") + Asset("annotation.css"));

    /// <summary>The page as a string.</summary>
    /// <param name="reports">Stories of one report each, as <see cref="StoryBuilder.Alone"/> makes them.</param>
    public static async Task<string> RenderAsync(IEnumerable<Story> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        AnnotatedReport[] views = [.. reports.Where(s => !s.Reports.IsEmpty).Select((s, i) => new AnnotatedReport(i + 1, s))];
        string style = Style.Value + Lights(views);
        using StringWriter writer = new();
        ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(AnnotationDocument.Reports)] = views,
                    [nameof(AnnotationDocument.Style)] = style,
                    [nameof(AnnotationDocument.Policy)] = Policy(style),
                });
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<AnnotationDocument>(parameters).ConfigureAwait(true);
                    page.WriteHtmlTo(writer);
                }).ConfigureAwait(false);
            }
        }
        return writer.ToString();
    }

    // One rule a statement: whoever points at its line or its words sees source, cue and content at once.
    private static string Lights(AnnotatedReport[] reports)
    {
        StringBuilder rules = new();
        foreach (StatementNote note in reports.SelectMany(r => r.Notes).Take(MostLit))
            rules.Append("main:has(#").Append(note.Id).Append(":is(:hover,:focus-within,:target),.").Append(note.Id).Append(":hover) .").Append(note.Id).Append(",#").Append(note.Id).Append(":is(:hover,:focus-within,:target){background:var(--mark)}\n");
        return rules.ToString();
    }

    private static string Policy(string style) =>
        "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))) + "'; base-uri 'none'; form-action 'none'";

    private static string Asset(string name)
    {
        using Stream stream = typeof(AnnotationPage).Assembly.GetManifestResourceStream("Assets." + name)
            ?? throw new InvalidOperationException($"The resource Assets.{name} is missing from {typeof(AnnotationPage).Assembly.GetName().Name}; build the project again.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
