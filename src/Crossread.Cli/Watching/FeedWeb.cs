// Feeds come through the one fetcher, in the shapes that the watch asks for.
using System.Runtime.InteropServices;

using Crossread.Cli.Fetching;
using Crossread.Storage.Watching;

namespace Crossread.Cli.Watching;

/// <summary>Asks for the addresses of feeds and their items by <see cref="WebFetcher"/>, within bounds that fit a feed.</summary>
internal sealed class FeedWeb : IWebSource, IDisposable
{
    // A feed is far shorter than a page may be, and none has a reason to leave a protected connection.
    private static readonly FetchLimits _limits = new() { Bytes = 16 << 20, Downgrades = false };

    private readonly WebFetcher _fetcher;

    /// <summary>Makes it.</summary>
    /// <param name="allowPrivate">True to go also to addresses of this machine and of local networks.</param>
    public FeedWeb(bool allowPrivate) => _fetcher = WebFetcher.Of(_limits, allowPrivate);

    public void Dispose() => _fetcher.Dispose();

    public async Task<WebAnswer> GetAsync(Uri address, string? entityTag, DateTimeOffset? lastModified, CancellationToken cancel)
    {
        Fetched fetched = await _fetcher.FetchAsync(address, new FetchCondition(entityTag, lastModified), cancel).ConfigureAwait(false);
        return new WebAnswer
        {
            Bytes = ImmutableCollectionsMarshal.AsImmutableArray(fetched.Bytes),
            Encoding = fetched.Encoding,
            EntityTag = fetched.EntityTag,
            LastModified = fetched.LastModified,
            Unchanged = fetched.Unchanged,
            Problem = fetched.Problem,
        };
    }
}
