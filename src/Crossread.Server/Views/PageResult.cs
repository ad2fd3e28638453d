// A view as an answer: drawn by the components of the report page, with an ETag, so that an unchanged view is not sent again.
using Crossread.Server.Api;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crossread.Server.Views;

/// <summary>Draws a component as a whole page.</summary>
/// <typeparam name="TView">The component.</typeparam>
internal sealed class PageResult<TView>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
    where TView : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] page = await Draw().ConfigureAwait(false);
        httpContext.Response.StatusCode = status;
        await Tagged.Write(httpContext, page, "text/html; charset=utf-8").ConfigureAwait(false);
    }

    /// <summary>The page in UTF-8.</summary>
    public async Task<byte[]> Draw()
    {
        using MemoryStream page = new(1 << 15);
        ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var drawn = await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(parameters)).ConfigureAwait(true);
                    using StreamWriter writer = new(page, leaveOpen: true);
                    drawn.WriteHtmlTo(writer);
                }).ConfigureAwait(false);
            }
        }
        return page.ToArray();
    }
}
