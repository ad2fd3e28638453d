// Asks the feed server of a test, within bounds.
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;

using Crossread.Documents;
using Crossread.Storage.Watching;

namespace Crossread.Storage.Tests.Watching;

internal sealed class LoopbackWeb : IWebSource, IDisposable
{
    private const int _most = 1 << 20;

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };

    public void Dispose() => _client.Dispose();

    public async Task<WebAnswer> GetAsync(Uri address, string? entityTag, DateTimeOffset? lastModified, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (entityTag is not null)
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(entityTag));
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (response.StatusCode == HttpStatusCode.NotModified)
                return new WebAnswer { Unchanged = true };
            if (!response.IsSuccessStatusCode)
                return Failed(address, $"the server answers {(int)response.StatusCode}");
            await using Stream body = await response.Content.ReadAsStreamAsync(cancel);
            using MemoryStream bytes = new();
            byte[] buffer = new byte[1 << 14];
            int read;
            while ((read = await body.ReadAsync(buffer, cancel)) > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > _most)
                    return Failed(address, "is longer than the bound");
            }
            return new WebAnswer { Bytes = ImmutableCollectionsMarshal.AsImmutableArray(bytes.ToArray()), EntityTag = response.Headers.ETag?.ToString() };
        }
        catch (HttpRequestException failure)
        {
            return Failed(address, failure.Message);
        }
    }

    private static WebAnswer Failed(Uri address, string what) => new() { Problem = new Problem(address.AbsoluteUri, null, what, "try again") };
}
