// Draws a component as a whole page.
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crossread.Pages;

/// <summary>Draws Razor components outside any server.</summary>
internal static class PageRenderer
{
    /// <summary>Writes the component with these parameters.</summary>
    public static async Task RenderAsync<TComponent>(TextWriter writer, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var page = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters)).ConfigureAwait(true);
                    page.WriteHtmlTo(writer);
                }).ConfigureAwait(false);
            }
        }
    }
}
