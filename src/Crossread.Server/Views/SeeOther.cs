// After a form: on to the page that shows what came of it.
using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Views;

/// <summary>303 (RFC 9110, 15.4.4) to an address of this workbench.</summary>
internal sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
