// The API by its own description: every operation of it is called.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Crossread.Server.Tests;

public sealed class ApiTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_of_the_description_does_what_it_says()
    {
        JsonNode description = await workbench.Json("/api/v1/openapi.json");
        Assert.StartsWith("3.1", description["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode addition = await workbench.Add("The tram line to Ebers opens in June, the city of Ebers said on Monday.");
        string story = await workbench.Story();
        JsonNode told = await workbench.Json("/api/v1/stories/" + story);
        string report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!["id"]!.GetValue<string>();
        using HttpResponseMessage note = await workbench.Client.PostAsJsonAsync("/api/v1/decisions", new { matter = new Dictionary<string, object> { ["$type"] = "note", ["on"] = story, ["text"] = "to be undone" } }, Cancel);
        string number = (await note.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["number"]!.ToString();
        Dictionary<string, Dictionary<string, string>> places = new()
        {
            ["/api/v1/stories/{id}"] = new() { ["id"] = story },
            ["/api/v1/stories/{id}/reports"] = new() { ["id"] = story },
            ["/api/v1/stories/{id}/claims/{claim}/decision"] = new() { ["id"] = story, ["claim"] = told["claims"]![0]!["id"]!.GetValue<string>() },
            ["/api/v1/reports/{id}"] = new() { ["id"] = report },
            ["/api/v1/reports/{id}/original"] = new() { ["id"] = report },
            ["/api/v1/reports/{id}/citation"] = new() { ["id"] = report },
            ["/api/v1/additions/{id}"] = new() { ["id"] = addition["id"]!.ToString() },
            ["/api/v1/decisions/{number}/undo"] = new() { ["number"] = number },
        };
        Dictionary<string, JsonObject> bodies = new()
        {
            ["addText"] = new() { ["text"] = "The tram line to Ebers opens in July, its operator said on Tuesday.", ["outlet"] = "Ebers Echo" },
            ["decide"] = new() { ["matter"] = new JsonObject { ["$type"] = "note", ["on"] = story, ["text"] = "ask again" }, ["who"] = "a tester" },
            ["addAddress"] = new() { ["url"] = OnePage.Address },
            ["watchFeeds"] = new() { ["list"] = "https://bell.example/feed The Bell" },
            ["undoDecision"] = new() { ["why"] = "asked" },
            ["decideOnClaim"] = new() { ["accepted"] = true },
        };
        HashSet<string> names = [];
        foreach ((string path, JsonNode? operations) in description["paths"]!.AsObject().OrderBy(p => p.Key.EndsWith("undo", StringComparison.Ordinal)))
        {
            foreach ((string method, JsonNode? operation) in operations!.AsObject())
            {
                string name = operation!["operationId"]!.GetValue<string>();
                Assert.True(names.Add(name), name + " is there twice");
                Assert.NotEqual("", operation["summary"]!.GetValue<string>());
                await Call(path, method, operation, places.GetValueOrDefault(path) ?? [], bodies.GetValueOrDefault(name));
            }
        }
        Assert.Empty(bodies.Keys.Except(names));
    }

    [Fact]
    public async Task Every_reference_of_the_description_leads_somewhere()
    {
        JsonNode description = await workbench.Json("/api/v1/openapi.json");
        int seen = 0;
        foreach (string reference in References(description))
        {
            seen++;
            JsonNode? at = description;
            foreach (string part in reference[2..].Split('/'))
                at = at?[part];
            Assert.True(at is not null, reference + " leads nowhere");
        }
        Assert.True(seen > 20);
    }

    [Fact]
    public async Task A_list_is_parted_and_names_the_parts_beside_it()
    {
        using HttpResponseMessage first = await workbench.Client.GetAsync("/api/v1/reports?limit=4", Cancel);
        JsonNode page = (await first.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        Assert.Equal(4, page["items"]!.AsArray().Count);
        Assert.Equal("</api/v1/reports?offset=4&limit=4>; rel=\"next\"", first.Headers.GetValues("Link").Single());
        using HttpResponseMessage second = await workbench.Client.GetAsync("/api/v1/reports?offset=4&limit=4", Cancel);
        Assert.Contains("rel=\"prev\"", second.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        foreach (string path in new[] { "/stories/" + await workbench.Story(), "/api/v1/stories/" + await workbench.Story(), "/api/v1/decisions", "/assets/page.css" })
        {
            using HttpResponseMessage first = await workbench.Client.GetAsync(path, Cancel);
            using HttpRequestMessage again = new(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using HttpResponseMessage second = await workbench.Client.SendAsync(again, Cancel);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task An_address_is_fetched_and_added_and_one_that_fails_says_why()
    {
        using HttpResponseMessage found = await workbench.Client.PostAsJsonAsync("/api/v1/reports/address", new { url = OnePage.Address }, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, found.StatusCode);
        JsonNode addition = await workbench.Over(found);
        Assert.Equal(1, addition["added"]!.GetValue<int>() + addition["known"]!.GetValue<int>());
        using HttpResponseMessage lost = await workbench.Client.PostAsJsonAsync("/api/v1/reports/address", new { url = "https://bell.example/lost" }, Cancel);
        Assert.Contains("there is no such page", (await workbench.Over(lost))["problems"]!.ToJsonString(), StringComparison.Ordinal);
        foreach (string odd in new[] { "file:///etc/passwd", "ftp://bell.example/", "https://a:b@bell.example/", "bell.example", "" })
        {
            using HttpResponseMessage refused = await workbench.Client.PostAsJsonAsync("/api/v1/reports/address", new { url = odd }, Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Two_names_are_merged_and_parted_again()
    {
        string story = await workbench.Story();
        int before = (await workbench.Json("/api/v1/stories/" + story))["entities"]!.AsArray().Count;
        using HttpResponseMessage merged = await workbench.Client.PostAsJsonAsync("/api/v1/decisions", new { matter = new Dictionary<string, object> { ["$type"] = "names", ["same"] = true, ["one"] = "Tovi Maresh", ["other"] = "Sefa Darzhani" }, who = "a tester" }, Cancel);
        Assert.Equal(HttpStatusCode.Created, merged.StatusCode);
        long number = (await merged.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["number"]!.GetValue<long>();
        Assert.Equal(before - 1, (await workbench.Json("/api/v1/stories/" + story))["entities"]!.AsArray().Count);
        JsonNode decided = (await workbench.Json("/api/v1/stories/" + story))["decisions"]!.AsArray().Single(d => d!["number"]!.GetValue<long>() == number)!;
        Assert.Equal(("a tester", "names"), (decided["who"]!.GetValue<string>(), decided["matter"]!["$type"]!.GetValue<string>()));
        Assert.Contains($"by decision {number} of <bdi>a tester</bdi>", await workbench.Page("/stories/" + story), StringComparison.Ordinal);
        using HttpResponseMessage undone = await workbench.Client.PostAsJsonAsync($"/api/v1/decisions/{number}/undo", new { }, Cancel);
        Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        Assert.Equal(before, (await workbench.Json("/api/v1/stories/" + story))["entities"]!.AsArray().Count);
        using HttpResponseMessage twice = await workbench.Client.PostAsJsonAsync($"/api/v1/decisions/{number}/undo", new { }, Cancel);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task A_name_that_no_report_has_is_not_decided_on()
    {
        using HttpResponseMessage answer = await workbench.Client.PostAsJsonAsync("/api/v1/decisions", new { matter = new Dictionary<string, object> { ["$type"] = "names", ["same"] = true, ["one"] = "Tovi Maresh", ["other"] = "Nobody Atall" } }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nobody Atall", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_words_with_their_place_and_a_permalink()
    {
        JsonNode found = await workbench.Json("/api/v1/search?q=" + Uri.EscapeDataString("\"lock-keepers\" union"));
        JsonNode hit = found["items"]![0]!;
        JsonNode report = await workbench.Json("/api/v1/reports/" + hit["report"]!.GetValue<string>());
        string text = report["text"]!.GetValue<string>();
        Assert.Equal(text[hit["span"]![0]!.GetValue<int>()..hit["span"]![1]!.GetValue<int>()], hit["context"]!.GetValue<string>());
        using HttpResponseMessage words = await workbench.Client.GetAsync(hit["link"]!.GetValue<string>(), Cancel);
        Assert.Equal(HttpStatusCode.OK, words.StatusCode);
    }

    [Theory]
    [InlineData("'; DROP TABLE report; --")]
    [InlineData("\" OR 1=1")]
    [InlineData("*")]
    [InlineData("a* AND NEAR(b c, 9)")]
    [InlineData("title:x ^y -z (")]
    [InlineData("\0\u202E")]
    public async Task Search_words_are_words_and_nothing_else(string words)
    {
        using HttpResponseMessage answer = await workbench.Client.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString(words), Cancel);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.True((await workbench.Json("/api/v1/reports"))["total"]!.GetValue<int>() >= 11);
    }

    [Fact]
    public async Task Ten_megabytes_of_search_words_are_refused()
    {
        using HttpResponseMessage some = await workbench.Client.GetAsync("/api/v1/search?q=" + new string('a', 5_000), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, some.StatusCode);
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, workbench.Address.Port, Cancel);
        using NetworkStream stream = client.GetStream();
        int sent = 0;
        try
        {
            await stream.WriteAsync("GET /api/v1/search?q="u8.ToArray(), Cancel);
            byte[] words = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("flood+", 10_000)));
            for (; sent < 10_000_000; sent += words.Length)
                await stream.WriteAsync(words, Cancel);
            await stream.WriteAsync(" HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancel);
            byte[] answer = new byte[200];
            int read = await stream.ReadAsync(answer, Cancel);
            Assert.StartsWith("HTTP/1.1 414", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // The workbench closed the connection long before the client had sent it all.
            Assert.InRange(sent, 0, 9_999_999);
        }
        Assert.Equal(HttpStatusCode.OK, (await workbench.Client.GetAsync("/api/v1/search?q=gates", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Who_listens_hears_of_an_addition()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/events");
        using HttpResponseMessage stream = await workbench.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using StreamReader events = new(await stream.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("event: hello", await events.ReadLineAsync(Cancel));
        await workbench.Add("The library of Tessin lends bicycles from Friday, its director said.");
        StringBuilder heard = new();
        while (!heard.ToString().Contains("\"state\":\"done\"", StringComparison.Ordinal))
            heard.AppendLine(await events.ReadLineAsync(Cancel));
        Assert.Contains("event: addition", heard.ToString(), StringComparison.Ordinal);
        Assert.Contains("id: ", heard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_clients_read_and_write_without_an_error()
    {
        int seconds = int.TryParse(Environment.GetEnvironmentVariable("CROSSREAD_LOAD_SECONDS"), out int asked) ? asked : 3;
        string story = await workbench.Story();
        long end = Environment.TickCount64 + (seconds * 1_000L);
        TimeSpan[] slowest = await Task.WhenAll(Enumerable.Range(0, 10).Select(async client =>
        {
            TimeSpan worst = TimeSpan.Zero;
            for (int i = 0; Environment.TickCount64 < end; i++)
            {
                if (i % 10 == client)
                {
                    using HttpResponseMessage written = await workbench.Client.PostAsJsonAsync("/api/v1/reports/text", new { text = $"Client {client} of the harbour of Lomm counted {i} boats on Monday, the harbour master said." }, Cancel);
                    Assert.True(written.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, $"{written.StatusCode}");
                    continue;
                }
                string path = (i % 4) switch { 0 => "/api/v1/stories", 1 => "/stories/" + story, 2 => "/api/v1/search?q=gates", _ => "/api/v1/stories/" + story };
                long start = System.Diagnostics.Stopwatch.GetTimestamp();
                using HttpResponseMessage read = await workbench.Client.GetAsync(path, Cancel);
                TimeSpan took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
                worst = took > worst ? took : worst;
                Assert.Equal(HttpStatusCode.OK, read.StatusCode);
            }
            return worst;
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"slowest read: {slowest.Max().TotalMilliseconds:F0} ms");
    }

    private async Task Call(string path, string method, JsonNode operation, Dictionary<string, string> values, JsonObject? body)
    {
        string address = values.Aggregate(path, (p, v) => p.Replace("{" + v.Key + "}", v.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("{", address, StringComparison.Ordinal);
        if (path.EndsWith("/search", StringComparison.Ordinal))
            address += "?q=gates";
        if (method == "delete")
            address += "?url=" + Uri.EscapeDataString("https://bell.example/feed");
        using HttpRequestMessage request = new(HttpMethod.Parse(method), address);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        else if (operation["requestBody"]?["content"]?["multipart/form-data"] is not null)
            request.Content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("Snow fell on Arrens on Monday.")) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/plain") } }, "files", "snow.txt" } };
        using HttpResponseMessage answer = await workbench.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} gives {(int)answer.StatusCode}");
        JsonNode? response = operation["responses"]![((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(response is not null, $"{method} {path} gives {(int)answer.StatusCode}, which is not described");
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent || response["content"] is not null, $"{method} {path}: the form of {(int)answer.StatusCode} is not described");
        if (answer.StatusCode != HttpStatusCode.NoContent)
            Assert.Contains(answer.Content.Headers.ContentType!.MediaType!, response["content"]!.AsObject().Select(c => c.Key));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
