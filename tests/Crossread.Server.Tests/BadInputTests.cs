// What hostile or careless clients send.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

using Crossread.Server.Intake;

namespace Crossread.Server.Tests;

public sealed class BadInputTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    private const string Evil = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\win.ini", "win.ini")]
    [InlineData("C:\\reports\\one.txt", "one.txt")]
    [InlineData("/dev/null", "null")]
    [InlineData("..", "unnamed file")]
    [InlineData("", "unnamed file")]
    [InlineData("a\0b\r\n.txt", "ab.txt")]
    [InlineData("report\u202Etxt.exe", "report⟦U+202E⟧txt.exe")]
    public void A_path_in_an_uploaded_name_is_cut_off(string given, string clean) => Assert.Equal(clean, FileName.Clean(given));

    [Fact]
    public void A_long_name_is_shortened_and_keeps_its_ending()
    {
        string name = FileName.Clean(new string('x', 5_000) + ".html");
        Assert.True(name.Length <= 120);
        Assert.EndsWith(".html", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_tricks_in_uploaded_names_write_nothing_outside_and_are_kept_as_names()
    {
        string target = Path.Combine(Path.GetTempPath(), "crossread-escaped.txt");
        System.IO.File.Delete(target);
        using MultipartFormDataContent form = Form("../../../../../../../.." + target, "The bridge at Sarn was shut on Friday, the roads office said.");
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/api/v1/reports", form, Cancel);
        JsonNode addition = await workbench.Over(answer);
        Assert.Equal(1, addition["added"]!.GetValue<int>());
        Assert.False(System.IO.File.Exists(target));
        string story = addition["stories"]![0]!["id"]!.GetValue<string>();
        JsonNode reports = await workbench.Json($"/api/v1/stories/{story}/reports");
        Assert.Equal("crossread-escaped.txt", reports["items"]![0]!["file"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_upload_of_a_gigabyte_is_refused_before_it_is_sent()
    {
        string answer = await Raw($"POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {1L << 30}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_does_not_say_how_long_it_is_is_cut_at_the_bound()
    {
        RunningWorkbench small = new() { Options = new WorkbenchOptions { Port = 0, Limits = new RequestLimits { UploadBytes = 1 << 20 } }, WithSample = false };
        await small.InitializeAsync();
        await using (small.ConfigureAwait(false))
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/reports");
            using MultipartFormDataContent form = Form("long.txt", new string('x', 8 << 20));
            request.Content = form;
            request.Headers.TransferEncodingChunked = true;
            HttpStatusCode? status = null;
            try
            {
                using HttpResponseMessage answer = await small.Client.SendAsync(request, Cancel);
                status = answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                // The workbench closed the connection while the client still sent.
            }
            Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"{status}");
            Assert.Empty((await small.Json("/api/v1/stories"))["items"]!.AsArray());
            Assert.Empty((await small.Json("/api/v1/additions")).AsArray());
        }
    }

    [Theory]
    [InlineData("/api/v1/reports", "text/plain")]
    [InlineData("/api/v1/reports", "application/json")]
    [InlineData("/api/v1/reports/text", "text/plain")]
    [InlineData("/api/v1/reports/text", "application/x-www-form-urlencoded")]
    public async Task A_wrong_content_type_is_named_as_one(string path, string type)
    {
        using StringContent content = new("{\"text\":\"a\"}", Encoding.UTF8, type);
        using HttpResponseMessage answer = await workbench.Client.PostAsync(path, content, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"text\":7}")]
    [InlineData("{}")]
    [InlineData("{\"text\":\"  \"}")]
    [InlineData("")]
    public async Task Broken_JSON_is_said_to_be_broken(string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/api/v1/reports/text", content, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["detail"]);
    }

    [Theory]
    [InlineData("--x\r\n\r\n")]
    [InlineData("nothing of the kind")]
    [InlineData("--x--\r\n")]
    [InlineData("")]
    public async Task A_broken_form_is_said_to_be_broken(string body)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/api/v1/reports", content, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_uploaded_picture_is_named_as_not_read_and_the_rest_is_kept()
    {
        using MultipartFormDataContent form = Form("good.txt", "The ferry to Hest sank on Sunday, the coast guard said. Nobody was hurt.");
        form.Add(new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]), "files", "evil.html");
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/api/v1/reports", form, Cancel);
        JsonNode addition = await workbench.Over(answer);
        Assert.Equal(1, addition["added"]!.GetValue<int>());
        Assert.Contains("evil.html", addition["problems"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_in_headlines_and_outlet_names_are_shown_not_run()
    {
        JsonNode addition = await workbench.Add("The mayor of Quell said on Monday that the tower was safe. " + Evil, "Daily " + Evil, "Tower " + Evil);
        string story = addition["stories"]![0]!["id"]!.GetValue<string>();
        string report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!["id"]!.GetValue<string>();
        foreach (string path in new[] { "/", "/stories/" + story, "/reports/" + report, "/add", "/compare?story=" + story, "/compare?reports=" + report })
        {
            string page = await workbench.Page(path);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("&lt;script", await workbench.Page("/reports/" + report), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_original_is_a_download_and_never_a_page()
    {
        using MultipartFormDataContent form = Form("page.html", "<!DOCTYPE html><html><head><title>The lock at Brin</title></head><body><p>The lock at Brin broke on Monday, said the keeper.</p>" + Evil + "</body></html>");
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/api/v1/reports", form, Cancel);
        JsonNode addition = await workbench.Over(answer);
        string story = addition["stories"]![0]!["id"]!.GetValue<string>();
        string report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!["id"]!.GetValue<string>();
        using HttpResponseMessage original = await workbench.Client.GetAsync($"/api/v1/reports/{report}/original", Cancel);
        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stories/../../etc/passwd")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    [InlineData("/reports/%00")]
    [InlineData("/reports/%2e%2e%2f")]
    [InlineData("/words/zz/1-2-3")]
    [InlineData("/words/0000000000000000000000000000000000000000000000000000000000000000/0-99999999999-00000000")]
    [InlineData("/compare?reports=a,b,c,d,e,f")]
    [InlineData("/stories/x?as-of=yesterday")]
    [InlineData("/?offset=-1&limit=abc")]
    public async Task An_odd_address_gets_a_plain_answer(string path)
    {
        string answer = await Raw($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (200|400|404)", answer);
    }

    [Theory]
    [InlineData("/?offset=2147483647&limit=2147483647")]
    [InlineData("/?offset=-5&limit=-5")]
    [InlineData("/api/v1/reports?offset=2147483647&limit=0")]
    public async Task A_page_outside_the_list_is_empty_or_the_nearest(string path)
    {
        using HttpResponseMessage answer = await workbench.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static MultipartFormDataContent Form(string name, string text)
    {
        MultipartFormDataContent form = [];
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        return form;
    }

    private async Task<string> Raw(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, workbench.Address.Port, Cancel);
        using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        byte[] answer = new byte[400];
        int read = await stream.ReadAsync(answer, Cancel);
        return Encoding.ASCII.GetString(answer, 0, read);
    }
}
