// Who may ask, and what the answers let a browser do.
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Crossread.Server.Tests;

public sealed class SecurityTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("localhost:9000", 200)]
    [InlineData("[::1]:4600", 200)]
    [InlineData("news.example", 421)]
    [InlineData("127.0.0.1.news.example", 421)]
    [InlineData("localhost.news.example", 421)]
    [InlineData("192.0.2.7", 421)]
    public async Task A_host_header_that_lies_is_refused(string host, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/stories");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await workbench.Client.SendAsync(request, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: news.example\r\n\r\n")]
    [InlineData("GET http://news.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: local host\r\n\r\n")]
    public async Task A_request_with_no_host_or_two_is_refused(string request)
    {
        string answer = await Raw(request);
        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://news.example", null, 403)]
    [InlineData("null", null, 403)]
    [InlineData("http://localhost:1", "same-site", 403)]
    [InlineData(null, "cross-site", 403)]
    [InlineData("same", "same-origin", 202)]
    [InlineData(null, null, 202)]
    public async Task No_page_of_another_origin_writes(string? origin, string? site, int status)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/reports/text") { Content = JsonContent.Create(new { text = "The gate at Orlo was closed on Monday, the harbour office said." }) };
        if (origin is not null)
            request.Headers.Add("Origin", origin == "same" ? workbench.Address.GetLeftPart(UriPartial.Authority) : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        using HttpResponseMessage answer = await workbench.Client.SendAsync(request, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_page_may_link_here_but_not_load_anything_from_here()
    {
        Assert.Equal(HttpStatusCode.OK, await Asked("/", "cross-site", "navigate", "document"));
        Assert.Equal(HttpStatusCode.Forbidden, await Asked("/", "cross-site", "navigate", "iframe"));
        Assert.Equal(HttpStatusCode.Forbidden, await Asked("/", "cross-site", "no-cors", "image"));
        Assert.Equal(HttpStatusCode.Forbidden, await Asked("/api/v1/stories", "cross-site", "navigate", "document"));
        Assert.Equal(HttpStatusCode.Forbidden, await Asked("/api/v1/events", "same-site", "cors", "empty"));
    }

    [Fact]
    public async Task Every_answer_binds_the_browser()
    {
        foreach (string path in new[] { "/", "/stories/" + await workbench.Story(), "/nothing", "/api/v1/stories", "/api/v1/nothing", "/assets/page.css" })
        {
            using HttpResponseMessage answer = await workbench.Client.GetAsync(path, Cancel);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task No_view_has_a_script_or_a_style_in_it()
    {
        foreach (string path in new[] { "/", "/stories/" + await workbench.Story(), "/add" })
        {
            string page = await workbench.Page(path);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(" on[a-z]+=", page);
            Assert.DoesNotMatch("<script(?! type=\"module\" src=\"/assets/)", page);
        }
    }

    [Fact]
    public void An_address_that_others_can_reach_needs_a_token() =>
        Assert.Throws<ArgumentException>(() => Workbench.Create(workbench.Store, new WorkbenchOptions { Address = IPAddress.Any }, TimeProvider.System));

    [Fact]
    public async Task With_a_token_only_who_knows_it_comes_in()
    {
        const string Token = "a-token-of-the-test";
        RunningWorkbench guarded = new() { Options = new WorkbenchOptions { Address = IPAddress.Any, Port = 0, Token = Token }, WithSample = false };
        await guarded.InitializeAsync();
        await using (guarded.ConfigureAwait(false))
        {
            using HttpResponseMessage stranger = await guarded.Client.GetAsync("/api/v1/stories", Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
            Assert.Equal("Bearer", stranger.Headers.WwwAuthenticate.Single().Scheme);

            using HttpRequestMessage page = new(HttpMethod.Get, "/");
            page.Headers.Accept.ParseAdd("text/html");
            using HttpResponseMessage led = await guarded.Client.SendAsync(page, Cancel);
            Assert.Equal("/sign-in", led.Headers.Location?.ToString());

            using HttpRequestMessage known = new(HttpMethod.Get, "/api/v1/stories");
            known.Headers.Authorization = new("Bearer", Token);
            using HttpResponseMessage let = await guarded.Client.SendAsync(known, Cancel);
            Assert.Equal(HttpStatusCode.OK, let.StatusCode);

            using FormUrlEncodedContent right = new([new("token", Token)]);
            using HttpResponseMessage signed = await guarded.Client.PostAsync("/sign-in", right, Cancel);
            string cookie = signed.Headers.GetValues("Set-Cookie").Single();
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
            using HttpRequestMessage again = new(HttpMethod.Get, "/api/v1/stories");
            again.Headers.Add("Cookie", cookie.Split(';')[0]);
            using HttpResponseMessage seen = await guarded.Client.SendAsync(again, Cancel);
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        }
    }

    [Fact]
    public async Task Guessing_tokens_is_stopped()
    {
        RunningWorkbench guarded = new() { Options = new WorkbenchOptions { Port = 0, Token = "a-token-of-the-test" }, WithSample = false };
        await guarded.InitializeAsync();
        await using (guarded.ConfigureAwait(false))
        {
            HttpStatusCode last = HttpStatusCode.OK;
            for (int i = 0; i < 12; i++)
            {
                using FormUrlEncodedContent wrong = new([new("token", "guess " + i)]);
                using HttpResponseMessage answer = await guarded.Client.PostAsync("/sign-in", wrong, Cancel);
                last = answer.StatusCode;
            }
            Assert.Equal(HttpStatusCode.TooManyRequests, last);
        }
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        RunningWorkbench slow = new() { Options = new WorkbenchOptions { Port = 0, Limits = new RequestLimits { RequestsPerSecond = 2 } }, WithSample = false };
        await slow.InitializeAsync();
        await using (slow.ConfigureAwait(false))
        {
            HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            {
                using HttpResponseMessage answer = await slow.Client.GetAsync("/api/v1/stories", Cancel);
                return answer.StatusCode;
            }));
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
            Assert.Contains(HttpStatusCode.OK, answers);
        }
    }

    [Fact]
    public async Task An_error_says_what_and_what_to_do()
    {
        using HttpResponseMessage answer = await workbench.Client.GetAsync("/api/v1/stories/s000000000000", Cancel);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonNode problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        Assert.Equal(404, problem["status"]!.GetValue<int>());
        Assert.Equal("Not Found", problem["title"]!.GetValue<string>());
        Assert.Contains("s000000000000", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual("", problem["remedy"]!.GetValue<string>());
    }

    private async Task<HttpStatusCode> Asked(string path, string site, string mode, string destination)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using HttpResponseMessage answer = await workbench.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }

    private async Task<string> Raw(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, workbench.Address.Port, Cancel);
        using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        byte[] answer = new byte[200];
        int read = await stream.ReadAsync(answer, Cancel);
        return Encoding.ASCII.GetString(answer, 0, read);
    }
}
