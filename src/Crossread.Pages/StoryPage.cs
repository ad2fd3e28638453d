// The report page: a story as one file that needs nothing else.
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
/// Draws a story as one HTML page without any outside resource. The same story gives the same bytes. A strict policy
/// (Content-Security-Policy) forbids scripts, connections and foreign styles, so that a report's text cannot run even if it were not encoded.
/// </summary>
public static class StoryPage
{
    private static readonly Lazy<string> Style = new(() => Asset("page.css"));

    /// <summary>The page as a string.</summary>
    public static async Task<string> RenderAsync(Story story)
    {
        using StringWriter writer = new();
        await RenderAsync(story, writer).ConfigureAwait(false);
        return writer.ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <exception cref="IOException">The writer cannot take it.</exception>
    public static async Task RenderAsync(Story story, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(writer);
        ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(StoryDocument.View)] = new StoryView(story),
                    [nameof(StoryDocument.Style)] = Style.Value,
                    [nameof(StoryDocument.Policy)] = Policy(Style.Value),
                });
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<StoryDocument>(parameters).ConfigureAwait(true);
                    page.WriteHtmlTo(writer);
                }).ConfigureAwait(false);
            }
        }
    }

    private static string Policy(string style) =>
        "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))) + "'; base-uri 'none'; form-action 'none'";

    private static string Asset(string name)
    {
        using Stream stream = typeof(StoryPage).Assembly.GetManifestResourceStream("Assets." + name)
            ?? throw new InvalidOperationException($"The resource Assets.{name} is missing from {typeof(StoryPage).Assembly.GetName().Name}; build the project again.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
