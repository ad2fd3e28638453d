// Asks the network for feeds, within bounds.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.InteropServices;

using Crossread.Documents;
using Crossread.Storage.Watching;

namespace Crossread.Cli.Watching;

/// <summary>
/// Asks for http and https addresses: bounded in time, size and redirects, without cookies or proxy. Every connection goes to an address that was
/// checked, so that no name and no redirect leads into a local network unless the user allows it.
/// </summary>
internal sealed class FeedWeb : IWebSource, IDisposable
{
    private const int _mostBytes = 16 << 20;
    private const int _mostRedirects = 8;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    private readonly bool _allowPrivate;
    private readonly HttpClient _client;

    /// <summary>Makes it.</summary>
    /// <param name="allowPrivate">True to go also to addresses of this machine and of local networks.</param>
    public FeedWeb(bool allowPrivate)
    {
        _allowPrivate = allowPrivate;
        SocketsHttpHandler handler = new()
        {
            MaxAutomaticRedirections = _mostRedirects,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Crossread", "1.0"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5");
    }

    public void Dispose() => _client.Dispose();

    public async Task<WebAnswer> GetAsync(Uri address, string? entityTag, DateTimeOffset? lastModified, CancellationToken cancel)
    {
        using CancellationTokenSource bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(_longest);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (entityTag is not null && EntityTagHeaderValue.TryParse(entityTag, out EntityTagHeaderValue? tag))
            request.Headers.IfNoneMatch.Add(tag);
        request.Headers.IfModifiedSince = lastModified;
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bounded.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified)
                return new WebAnswer { Unchanged = true };
            if (!response.IsSuccessStatusCode)
                return Failed(address, string.Create(CultureInfo.InvariantCulture, $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}").TrimEnd(), "open the address in a browser to see why");
            return await BodyAsync(address, response, bounded.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(address, "did not answer whole within a minute", "none needed unless it goes on");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed(address, "cannot be reached (" + (failure.InnerException ?? failure).Message + ")", failure.InnerException is PrivateAddressException ? "if you trust it, add --allow-private-addresses" : "check the address and the connection");
        }
    }

    private static async Task<WebAnswer> BodyAsync(Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
            {
                if (bytes.Length + read > _mostBytes)
                    return Failed(address, string.Create(CultureInfo.InvariantCulture, $"is longer than {_mostBytes:N0} bytes"), "check the address; a feed is far shorter");
                bytes.Write(buffer, 0, read);
            }
            return new WebAnswer
            {
                Bytes = ImmutableCollectionsMarshal.AsImmutableArray(bytes.ToArray()),
                Encoding = response.Content.Headers.ContentType?.CharSet?.Trim('"'),
                EntityTag = response.Headers.ETag?.ToString(),
                LastModified = response.Content.Headers.LastModified,
            };
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel).ConfigureAwait(false);
        if (!_allowPrivate && Array.Find(addresses, IsPrivate) is { } inner)
            throw new PrivateAddressException($"{context.DnsEndPoint.Host} leads to {inner}, not to the public internet");
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The special-purpose blocks of RFC 6890 that name this machine, a local network or nobody.
    internal static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !IPNetwork.Parse("2000::/3").Contains(address) || IPNetwork.Parse("2001:db8::/32").Contains(address) || IPNetwork.Parse("2002::/16").Contains(address);
        byte[] b = address.GetAddressBytes();
        return b[0] is 0 or 10 or 127 or >= 224 || (b[0] == 100 && b[1] is >= 64 and < 128) || (b[0] == 169 && b[1] == 254) || (b[0] == 172 && b[1] is >= 16 and < 32)
            || (b[0] == 192 && b[1] == 168) || (b[0] == 192 && b[1] == 0 && b[2] is 0 or 2) || (b[0] == 198 && b[1] is 18 or 19);
    }

    private static WebAnswer Failed(Uri address, string what, string remedy) => new() { Problem = new Problem(address.AbsoluteUri, null, what, remedy) };

    private sealed class PrivateAddressException(string message) : IOException(message);
}
