// Fetching: only what the user named, only public addresses, within bounds. Nothing is sent outside this machine.
using System.IO.Compression;
using System.Net;
using System.Text;

using Crossread.Cli.Fetching;

namespace Crossread.Cli.Tests.Fetching;

public sealed class WebFetcherTests
{
    private static readonly FetchLimits _short = new() { Total = TimeSpan.FromSeconds(3), Idle = TimeSpan.FromSeconds(1), Bytes = 200_000, Redirects = 3 };

    // In these tests the loopback address stands for the public internet; everything else keeps its rank.
    private static string? LoopbackIsPublic(IPAddress address) => address.Equals(IPAddress.Loopback) ? null : PublicAddress.WhyNot(address) ?? "a place outside this machine";

    [Fact]
    public async Task A_page_comes_with_its_encoding_and_what_to_ask_with_next_time()
    {
        using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.Ok("<p>Rain fell.</p>", "Content-Type: text/html; charset=iso-8859-2\r\nETag: \"a1\"\r\nLast-Modified: Tue, 01 Apr 2031 10:00:00 GMT\r\n"));
        Fetched page = await Fetch(server.Address("/rain"));
        Assert.Null(page.Problem);
        Assert.Equal("<p>Rain fell.</p>", Encoding.UTF8.GetString(page.Bytes));
        Assert.Equal(("iso-8859-2", "\"a1\"", new DateTimeOffset(2031, 4, 1, 10, 0, 0, TimeSpan.Zero)), (page.Encoding, page.EntityTag, page.LastModified));
        string asked = Assert.Single(server.Asked);
        Assert.DoesNotContain("Referer", asked, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Cookie", asked, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        using LoopbackServer server = LoopbackServer.Of(_ => "HTTP/1.1 304 Not Modified\r\nETag: \"a1\"\r\nConnection: close\r\n\r\n");
        Fetched page = await Fetch(server.Address("/"), new FetchCondition("\"a1\"", new DateTimeOffset(2031, 4, 1, 10, 0, 0, TimeSpan.Zero)));
        Assert.True(page.Unchanged);
        Assert.Contains("If-None-Match: \"a1\"", Assert.Single(server.Asked), StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Tue, 01 Apr 2031 10:00:00 GMT", Assert.Single(server.Asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:10.0.0.8]/")]
    [InlineData("http://[64:ff9b::10.0.0.8]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://10.0.0.8/")]
    [InlineData("http://172.16.3.4/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[ff02::1]/")]
    public async Task An_address_that_is_not_public_is_refused(string address)
    {
        using WebFetcher fetcher = new(_short, (_, _) => throw new InvalidOperationException("a literal address needs no resolver"));
        Fetched page = await fetcher.FetchAsync(new Uri(address), null, TestContext.Current.CancellationToken);
        Assert.Contains("not to the public internet", page.Problem?.What, StringComparison.Ordinal);
        Assert.Contains("--allow-private-addresses", page.Problem?.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("203.0.113.5 127.0.0.1")]
    [InlineData("::1")]
    public async Task A_name_that_resolves_to_an_inner_address_is_refused(string resolved)
    {
        using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.Ok("secret"));
        using WebFetcher fetcher = new(_short, (_, _) => Task.FromResult(resolved.Split(' ').Select(IPAddress.Parse).ToArray()));
        Fetched page = await fetcher.FetchAsync(server.Address("/", "news.example"), null, TestContext.Current.CancellationToken);
        Assert.NotNull(page.Problem);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_redirect_to_an_inner_address_is_refused_also_behind_a_name()
    {
        foreach (string target in (string[])["http://192.168.0.1/admin", "http://inner.example/", "file:///etc/passwd", "http://[::1]/"])
        {
            using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.To(target));
            using WebFetcher fetcher = new(_short, (name, _) => Task.FromResult(new[] { name == "inner.example" ? IPAddress.Parse("10.0.0.1") : IPAddress.Loopback }), LoopbackIsPublic);
            Fetched page = await fetcher.FetchAsync(server.Address("/", "news.example"), null, TestContext.Current.CancellationToken);
            Assert.NotNull(page.Problem);
            Assert.Contains("redirected to", page.Problem.Place, StringComparison.Ordinal);
            Assert.Single(server.Asked);
        }
    }

    [Fact]
    public async Task A_name_is_resolved_once_for_a_connection_so_that_a_second_answer_cannot_lead_elsewhere()
    {
        using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.Ok("fine"));
        int asked = 0;
        using WebFetcher fetcher = new(_short, (_, _) => Task.FromResult(new[] { asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1") }), LoopbackIsPublic);
        Fetched page = await fetcher.FetchAsync(server.Address("/", "news.example"), null, TestContext.Current.CancellationToken);
        Assert.Equal("fine", Encoding.UTF8.GetString(page.Bytes));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Redirects_are_followed_to_their_end_but_not_in_a_circle_and_not_for_ever()
    {
        using LoopbackServer server = LoopbackServer.Of(path => path switch
        {
            "/a" => LoopbackServer.To("/b"),
            "/b" => LoopbackServer.Ok("the end"),
            "/circle" => LoopbackServer.To("/circle2"),
            "/circle2" => LoopbackServer.To("/circle"),
            _ => LoopbackServer.To(path + "x"),
        });
        Fetched end = await Fetch(server.Address("/a"));
        Assert.Equal(("the end", "/b"), (Encoding.UTF8.GetString(end.Bytes), end.Address.AbsolutePath));
        Assert.Contains("circle", (await Fetch(server.Address("/circle"))).Problem?.What, StringComparison.Ordinal);
        Assert.Contains("more than 3 times", (await Fetch(server.Address("/long"))).Problem?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_sends_a_byte_now_and_then_is_given_up()
    {
        using LoopbackServer server = new(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancel);
            while (!cancel.IsCancellationRequested)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancel);
                await Task.Delay(200, cancel);
            }
        });
        Fetched page = await Fetch(server.Address("/"));
        Assert.Contains("did not answer whole within 3 seconds", page.Problem?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        using LoopbackServer server = new((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        Fetched page = await Fetch(server.Address("/"));
        Assert.Contains("sent nothing for 1 seconds", page.Problem?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_packed_or_plain_is_given_up()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(new byte[5_000_000]);
        byte[] bomb = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\nConnection: close\r\n\r\n"), .. packed.ToArray()];
        using LoopbackServer bombs = new((_, stream, cancel) => stream.WriteAsync(bomb, cancel).AsTask());
        Assert.Contains("longer than 200,000 bytes", (await Fetch(bombs.Address("/"))).Problem?.What, StringComparison.Ordinal);

        using LoopbackServer endless = new(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), cancel);
            while (!cancel.IsCancellationRequested)
                await stream.WriteAsync(new byte[8192], cancel);
        });
        Assert.Contains("longer than 200,000 bytes", (await Fetch(endless.Address("/"))).Problem?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_refuses_is_said_with_its_status()
    {
        using LoopbackServer server = LoopbackServer.Of(_ => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Contains("404", (await Fetch(server.Address("/gone"))).Problem?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void The_commands_read_an_address_only_with_leave_where_it_leads_to_this_machine()
    {
        using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.Ok("<html><head><title>Rain in Orvo</title></head><body><h1>Rain in Orvo</h1><p>Rain fell on the hills of Orvo on Tuesday, Mayor Tilde Hask said.</p></body></html>"));
        Run refused = Run.Of("clean", server.Address("/rain").AbsoluteUri);
        Assert.Equal(2, refused.Status);
        Assert.Contains("this machine", refused.Error, StringComparison.Ordinal);
        Assert.Empty(server.Asked);

        Run run = Run.Of("clean", "--as", "jsonl", "--allow-private-addresses", server.Address("/rain").AbsoluteUri);
        Assert.Equal(0, run.Status);
        Assert.Contains("Rain in Orvo", run.Output, StringComparison.Ordinal);
        Assert.Contains("the address that it was fetched from", run.Output, StringComparison.Ordinal);
    }

    private static async Task<Fetched> Fetch(Uri address, FetchCondition? condition = null)
    {
        using WebFetcher fetcher = new(_short, whyNot: LoopbackIsPublic);
        return await fetcher.FetchAsync(address, condition, TestContext.Current.CancellationToken);
    }
}
