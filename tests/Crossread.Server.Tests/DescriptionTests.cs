// The API keeps everywhere what its description says of all: it is valid, answers are tagged, lists are parted, errors are problem details.
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Microsoft.OpenApi;

namespace Crossread.Server.Tests;

public sealed partial class DescriptionTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    private static readonly string[] _parts = ["type", "title", "detail", "remedy"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_valid()
    {
        string description = await workbench.Client.GetStringAsync("/api/v1/openapi.json", Cancel);
        Microsoft.OpenApi.Reader.ReadResult read = OpenApiDocument.Parse(description, "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.True(read.Document!.Paths.Count > 15);
    }

    [Fact]
    public async Task Every_answer_has_a_tag_and_is_not_sent_twice()
    {
        int asked = 0;
        await foreach ((string path, JsonNode operation) in Operations("get"))
        {
            if (operation["responses"]!["200"]!["content"]!["text/event-stream"] is not null)
                continue;
            string address = path + (path.EndsWith("/search", StringComparison.Ordinal) ? "?q=gates" : "");
            using HttpResponseMessage first = await workbench.Client.GetAsync(address, Cancel);
            Assert.True(first.Headers.ETag is not null, address + " has no tag");
            using HttpRequestMessage again = new(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using HttpResponseMessage second = await workbench.Client.SendAsync(again, Cancel);
            Assert.True(second.StatusCode == HttpStatusCode.NotModified, $"{address} gives {second.StatusCode}");
            asked++;
        }
        Assert.True(asked > 12);
    }

    [Fact]
    public async Task Every_list_is_parted()
    {
        int asked = 0;
        await foreach ((string path, JsonNode operation) in Operations("get"))
        {
            if (operation["parameters"]?.AsArray().Any(p => p!["name"]!.GetValue<string>() == "limit") != true)
                continue;
            JsonNode list = await workbench.Json(path + (path.EndsWith("/search", StringComparison.Ordinal) ? "?q=gates&limit=1" : "?limit=1"));
            JsonArray items = list as JsonArray ?? list["items"]!.AsArray();
            Assert.True(items.Count <= 1, path + " gives more than was asked for");
            asked++;
        }
        Assert.True(asked >= 6);
    }

    [Fact]
    public async Task Every_error_is_a_problem_with_a_remedy()
    {
        foreach (string path in new[] { "/api/v1/nothing", "/api/v1/stories/s000000000000", "/api/v1/stories/s000000000000/reports", "/api/v1/reports/r0000000000", "/api/v1/reports/r0000000000/original", "/api/v1/reports/r0000000000/citation", "/api/v1/additions/999999", "/api/v1/search", "/api/v1/stories?as-of=x&offset=x" })
        {
            using HttpResponseMessage answer = await workbench.Client.GetAsync(path, Cancel);
            await IsProblem(path, answer);
        }
        await foreach ((string path, JsonNode operation) in Operations("post"))
        {
            foreach ((string body, string type) in new[] { ("{", "application/json"), ("a", "text/plain"), ("[1]", "application/json") })
            {
                using StringContent content = new(body, Encoding.UTF8, type);
                using HttpResponseMessage answer = await workbench.Client.PostAsync(path, content, Cancel);
                await IsProblem("post " + path, answer);
            }
        }
        using HttpResponseMessage method = await workbench.Client.PutAsync("/api/v1/stories", null, Cancel);
        await IsProblem("put", method);
    }

    private static async Task IsProblem(string what, HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{what} gives {answer.StatusCode}");
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what} gives {answer.StatusCode} as {answer.Content.Headers.ContentType}");
        JsonNode problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        Assert.Equal((int)answer.StatusCode, problem["status"]!.GetValue<int>());
        Assert.All(_parts, part => Assert.NotEqual("", problem[part]!.GetValue<string>()));
    }

    // The operations of one method, with ids that are there in their paths.
    private async IAsyncEnumerable<(string Path, JsonNode Operation)> Operations(string method)
    {
        JsonNode description = await workbench.Json("/api/v1/openapi.json");
        string story = await workbench.Story();
        JsonNode addition = await workbench.Add("The tram line to Ebers opens in May, the city of Ebers said on Sunday.");
        string claim = (await workbench.Json("/api/v1/stories/" + story))["claims"]![0]!["id"]!.GetValue<string>();
        string report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!["id"]!.GetValue<string>();
        foreach ((string path, JsonNode? operations) in description["paths"]!.AsObject())
        {
            if (operations![method] is { } operation)
                yield return (InPath().Replace(path, m => m.Value switch { "{claim}" => claim, "{number}" => "999999", _ => path.Contains("/stories/", StringComparison.Ordinal) ? story : path.Contains("/additions/", StringComparison.Ordinal) ? addition["id"]!.ToString() : report }), operation);
        }
    }

    [GeneratedRegex("\\{\\w+\\}")]
    private static partial Regex InPath();
}
