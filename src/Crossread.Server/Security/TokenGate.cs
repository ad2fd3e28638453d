// Where others can reach the workbench, only who knows its token may use it.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

using Crossread.Server.Api;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Security;

/// <summary>Asks for the token: as <c>Authorization: Bearer</c> (RFC 6750) or as the cookie that signing in sets.</summary>
internal sealed class TokenGate : IDisposable
{
    /// <summary>Path of the page that asks for the token.</summary>
    public const string SignIn = "/sign-in";

    private const string Cookie = "crossread";
    private readonly byte[]? _token;
    private readonly string _session;
    private readonly PartitionedRateLimiter<HttpContext> _tries;

    /// <summary>Makes the gate; it stands open if no token is given.</summary>
    public TokenGate(WorkbenchOptions options)
    {
        _token = options.Token is { } token ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
        _session = options.Token is { } secret ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("crossread session\n" + secret))) : "";
        _tries = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Limits.WrongTokensPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>True if no token is asked for.</summary>
    public bool IsOpen => _token is null;

    /// <summary>Lets in who knows the token; sends a browser to the page that asks for it, and answers 401 to everybody else.</summary>
    public async Task Check(HttpContext context, RequestDelegate next)
    {
        if (IsOpen || Knows(context.Request) || context.Request.Path == SignIn || context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        if (context.Request.Headers.Authorization.Count > 0 && !await TryAgain(context).ConfigureAwait(false))
            return;
        if (HttpMethods.IsGet(context.Request.Method) && !Refusal.WantsJson(context.Request))
        {
            context.Response.Redirect(SignIn);
            return;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"crossread\"";
        await Refusal.Write(context, StatusCodes.Status401Unauthorized, "This workbench asks for its token.", "Send Authorization: Bearer TOKEN, or sign in at " + SignIn + "; crossread serve printed the token.").ConfigureAwait(false);
    }

    /// <summary>Sets the cookie if the token is right; false if it is wrong or was guessed too often, and then the answer is written.</summary>
    public async Task<bool> Open(HttpContext context, string token)
    {
        if (_token is null)
            return true;
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), _token))
        {
            if (await TryAgain(context).ConfigureAwait(false))
                await Refusal.Write(context, StatusCodes.Status401Unauthorized, "That is not the token.", "Copy it from where crossread serve printed it, or from its token file.").ConfigureAwait(false);
            return false;
        }
        context.Response.Cookies.Append(Cookie, _session, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
        });
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _tries.Dispose();

    private bool Knows(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[7..].Trim())), _token);
        return request.Cookies.TryGetValue(Cookie, out string? session)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(session), Encoding.UTF8.GetBytes(_session));
    }

    private async Task<bool> TryAgain(HttpContext context)
    {
        using RateLimitLease lease = _tries.AttemptAcquire(context);
        if (lease.IsAcquired)
            return true;
        context.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        await Refusal.Write(context, StatusCodes.Status429TooManyRequests, "Too many wrong tokens came from your address.", "Wait a minute.").ConfigureAwait(false);
        return false;
    }
}
