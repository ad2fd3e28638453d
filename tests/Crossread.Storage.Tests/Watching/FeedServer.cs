// A feed server on this machine, for tests.
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Crossread.Storage.Tests.Watching;

/// <summary>Serves what a test puts under its paths; counts who asks, and how.</summary>
internal sealed class FeedServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public FeedServer()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Root = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            free.Stop();
        }
        _listener.Prefixes.Add(Root);
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public string Root { get; }

    public Dictionary<string, Func<HttpListenerContext, Task>> Paths { get; } = [];

    public List<(string Path, string? IfNoneMatch)> Asked { get; } = [];

    /// <summary>Puts a feed under a path, with an entity tag made of its content.</summary>
    public void Feed(string path, string feed) => Paths[path] = async context =>
    {
        string tag = $"\"{feed.GetHashCode(StringComparison.Ordinal):x}\"";
        context.Response.Headers["ETag"] = tag;
        if (context.Request.Headers["If-None-Match"] == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(feed));
    };

    /// <summary>An RSS feed of items: id, headline, text.</summary>
    public string Rss(params (string Id, string Title, string Text)[] items) =>
        "<rss version=\"2.0\"><channel><title>Velmora Courier</title>" + string.Concat(items.Select(i => $"<item><title>{i.Title}</title><link>{Root}articles/{i.Id}</link><description>{i.Text}</description></item>")) + "</channel></rss>";

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            _ = Task.Run(async () =>
            {
                lock (Asked)
                    Asked.Add((context.Request.Url!.AbsolutePath, context.Request.Headers["If-None-Match"]));
                try
                {
                    if (Paths.TryGetValue(context.Request.Url!.AbsolutePath, out Func<HttpListenerContext, Task>? answer))
                        await answer(context);
                    else
                        context.Response.StatusCode = 404;
                    context.Response.Close();
                }
                catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
                {
                    // The other side has hung up, as it should.
                }
            });
        }
    }
}
