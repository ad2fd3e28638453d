// Signing in with the token.
using Crossread.Server.Security;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crossread.Server.Views;

/// <summary>The page that asks for the token, and its form.</summary>
internal static class SignIn
{
    /// <summary>Adds the page.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(TokenGate.SignIn, (TokenGate gate) => gate.IsOpen ? (IResult)new SeeOther("/") : new PageResult<AskToken>([])).ExcludeFromDescription();
        routes.MapPost(TokenGate.SignIn, async (HttpContext context, TokenGate gate) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            if (await gate.Open(context, form["token"].ToString()).ConfigureAwait(false))
                await new SeeOther("/").ExecuteAsync(context).ConfigureAwait(false);
        }).ExcludeFromDescription();
    }
}
