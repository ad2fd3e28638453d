// Fetches an address that the user named, and goes nowhere else.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

using Crossread.Documents;

namespace Crossread.Cli.Fetching;

/// <summary>
/// Fetches one http or https address within bounds of time, size and redirects. Each name is resolved once, each of its addresses is checked, and
/// the connection goes to the very address that was checked, at every redirect anew; so no name can lead to an inner network. No cookies, no
/// referrer, no proxy; nothing that a page names is fetched.
/// </summary>
internal sealed class WebFetcher : IFetcher, IDisposable
{
    private readonly FetchLimits _limits;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPAddress, string?> _whyNot;
    private readonly HttpClient _client;

    /// <summary>A fetcher.</summary>
    /// <param name="limits">The bounds.</param>
    /// <param name="resolve">Resolves a name; null for the system's resolver.</param>
    /// <param name="whyNot">Says what a forbidden address leads to, null for an allowed one; null for <see cref="PublicAddress"/>.</param>
    public WebFetcher(FetchLimits limits, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Func<IPAddress, string?>? whyNot = null)
    {
        _limits = limits;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _whyNot = whyNot ?? PublicAddress.WhyNot;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = limits.HeaderKibibytes,
            MaxResponseDrainSize = 0,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Crossread", "1.0"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>A fetcher for the commands: it goes to public addresses alone unless the user allows more.</summary>
    /// <param name="limits">The bounds.</param>
    /// <param name="allowPrivate">True to go also to addresses of this machine and of local networks.</param>
    public static WebFetcher Of(FetchLimits limits, bool allowPrivate) => new(limits, whyNot: allowPrivate ? _ => null : null);

    public void Dispose() => _client.Dispose();

    public async Task<Fetched> FetchAsync(Uri address, FetchCondition? condition, CancellationToken cancel)
    {
        using CancellationTokenSource total = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        total.CancelAfter(_limits.Total);
        // Each wait for bytes has its own, shorter clock.
        using CancellationTokenSource idle = CancellationTokenSource.CreateLinkedTokenSource(total.Token);
        try
        {
            return await FollowAsync(address, condition, idle).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return total.IsCancellationRequested
                ? Failed(address, address, $"did not answer whole within {Seconds(_limits.Total)}", "try again later, or save the page in a browser and name the file")
                : Failed(address, address, $"sent nothing for {Seconds(_limits.Idle)}", "try again later, or save the page in a browser and name the file");
        }
    }

    private async Task<Fetched> FollowAsync(Uri asked, FetchCondition? condition, CancellationTokenSource idle)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Uri address = asked;
        for (int redirects = 0; ; redirects++)
        {
            if (Refusal(address) is { } refusal)
                return Failed(asked, address, refusal, "give an http or https address without a password");
            if (!seen.Add(address.AbsoluteUri))
                return Failed(asked, address, "redirects in a circle", "open it in a browser and name the address where it ends");
            if (redirects > _limits.Redirects)
                return Failed(asked, address, string.Create(CultureInfo.InvariantCulture, $"redirects more than {_limits.Redirects} times"), "open it in a browser and name the address where it ends");
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            Ask(request, condition);
            idle.CancelAfter(_limits.Idle);
            HttpResponseMessage response;
            try
            {
                response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
            }
            catch (HttpRequestException failure)
            {
                return Failed(asked, address, What(failure), Remedy(failure));
            }
            using (response)
            {
                if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                    && response.Headers.Location is { } location)
                {
                    if (!Uri.TryCreate(address, location, out Uri? next))
                        return Failed(asked, address, "redirects to no address", "open it in a browser and name the address where it ends");
                    if (!_limits.Downgrades && address.Scheme == "https" && next.Scheme == "http")
                        return Failed(asked, address, "redirects from https to http", "name the address where it ends");
                    address = next;
                    continue;
                }
                return await BodyAsync(asked, address, response, idle).ConfigureAwait(false);
            }
        }
    }

    private static void Ask(HttpRequestMessage request, FetchCondition? condition)
    {
        if (condition?.EntityTag is { } tag && EntityTagHeaderValue.TryParse(tag, out EntityTagHeaderValue? value))
            request.Headers.IfNoneMatch.Add(value);
        request.Headers.IfModifiedSince = condition?.LastModified;
    }

    private async Task<Fetched> BodyAsync(Uri asked, Uri address, HttpResponseMessage response, CancellationTokenSource idle)
    {
        Fetched answer = new()
        {
            Asked = asked,
            Address = address,
            EntityTag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified,
            Encoding = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
        };
        if (response.StatusCode == HttpStatusCode.NotModified)
            return answer with { Unchanged = true };
        if (!response.IsSuccessStatusCode)
            return Failed(asked, address, string.Create(CultureInfo.InvariantCulture, $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}").TrimEnd(), "open the address in a browser; what it shows there can be saved and read");
        if (response.Content.Headers.ContentLength > _limits.Bytes)
            return TooLong(asked, address);
        using MemoryStream body = new();
        byte[] buffer = new byte[1 << 16];
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    idle.CancelAfter(_limits.Idle);
                    int read = await stream.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
                    if (read == 0)
                        return answer with { Bytes = body.ToArray() };
                    if (body.Length + read > _limits.Bytes)
                        return TooLong(asked, address);
                    body.Write(buffer, 0, read);
                }
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed(asked, address, "the answer broke off or was packed wrongly", "try again");
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? literal) ? [literal] : await _resolve(host, cancel).ConfigureAwait(false);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        foreach (IPAddress each in addresses)
        {
            if (_whyNot(each) is { } leads)
                throw new ForbiddenAddressException($"leads to {leads} ({each})");
        }
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // The addresses that were checked, not the name again.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string? Refusal(Uri address) =>
        address.Scheme is not ("http" or "https") ? $"leads to {address.Scheme}:, which is not fetched"
        : address.UserInfo.Length > 0 ? "holds a name or password" : null;

    private static string What(HttpRequestException failure) => failure.InnerException switch
    {
        ForbiddenAddressException forbidden => forbidden.Message + ", not to the public internet",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "no such host",
        SocketException socket => "cannot be reached (" + socket.Message + ")",
        System.Security.Authentication.AuthenticationException => "its certificate is not trusted",
        _ => failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? "its headers are longer than the bound" : "cannot be read (" + failure.Message + ")",
    };

    private static string Remedy(HttpRequestException failure) => failure.InnerException is ForbiddenAddressException
        ? "if you trust it, add --allow-private-addresses" : "check the address and the connection";

    private Fetched TooLong(Uri asked, Uri address) =>
        Failed(asked, address, string.Create(CultureInfo.InvariantCulture, $"is longer than {_limits.Bytes:N0} bytes"), "save it and name the file");

    private static Fetched Failed(Uri asked, Uri address, string what, string remedy) => new()
    {
        Asked = asked,
        Address = address,
        Problem = new Problem(asked.OriginalString, address == asked ? null : "redirected to " + address.OriginalString, what, remedy),
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} seconds");

    /// <summary>A connection that was refused before it was made.</summary>
    private sealed class ForbiddenAddressException(string message) : IOException(message);
}
