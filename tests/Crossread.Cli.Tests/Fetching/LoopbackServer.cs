// A web server on this machine that answers what a test tells it to.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Crossread.Cli.Tests.Fetching;

/// <summary>Answers requests on the loopback address with raw bytes and remembers what was asked.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> _answer;

    /// <summary>Begins to answer; the function gets the request's head and writes the answer.</summary>
    public LoopbackServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Answers with these texts by path.</summary>
    public static LoopbackServer Of(Func<string, string> answer) =>
        new((head, stream, cancel) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(head.Split(' ')[1])), cancel).AsTask());

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The heads of the requests so far.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>An address of this server.</summary>
    public Uri Address(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    /// <summary>An answer with this body.</summary>
    public static string Ok(string body, string headers = "Content-Type: text/html; charset=utf-8\r\n") =>
        $"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>A redirect.</summary>
    public static string To(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        CancellationToken cancel = _stop.Token;
        while (!cancel.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(cancel);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => AnswerAsync(client, cancel), cancel);
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken cancel)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                StringBuilder head = new();
                byte[] one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, cancel) == 1)
                    head.Append((char)one[0]);
                Asked.Enqueue(head.ToString());
                await _answer(head.ToString(), stream, cancel);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side had enough.
            }
        }
    }
}
