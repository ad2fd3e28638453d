// A workbench on a free port, over a store of its own.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Intake;
using Crossread.Storage.Sqlite;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Crossread.Server.Tests;

/// <summary>A workbench with the sample story in its store, as a newcomer meets it.</summary>
public sealed class RunningWorkbench : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossread-test-").FullName;
    private WebApplication? _app;
    private string _sample = "";

    internal IStore Store { get; private set; } = null!;

    internal Uri Address { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>What to change before it starts.</summary>
    internal WorkbenchOptions Options { get; init; } = new() { Port = 0, Web = new OnePage() };

    internal bool WithSample { get; init; } = true;

    public async ValueTask InitializeAsync()
    {
        Store = SqliteStore.Open(Path.Combine(_folder, "store.db"), StoreAccess.Create);
        if (WithSample)
        {
            new ReportIntake(Store, TimeProvider.System).Add(SampleFiles().SelectMany(f => DocumentReader.Read(f, ReportIntake.Limits)), cancel: TestContext.Current.CancellationToken);
            using IStoreReader reader = Store.Read();
            _sample = reader.Stories(new Storage.Page(0, 100)).MaxBy(s => s.Reports)!.Id;
        }
        _app = Workbench.Create(Store, Options, TimeProvider.System);
        await _app.StartAsync();
        string address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        Client = Browserless(Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The files of the sample story.</summary>
    internal static IEnumerable<string> SampleFiles() => Directory.EnumerateFiles(SampleFolder(), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    internal static string SampleFolder() => Path.Combine(Root(), "samples", "ulmar-flood");

    internal static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Crossread.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run inside a checkout of the project.");
    }

    /// <summary>A client that follows nothing and keeps no cookies.</summary>
    internal static HttpClient Browserless(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = address };

    /// <summary>The answer as JSON.</summary>
    internal async Task<JsonNode> Json(string path) => (await Client.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;

    /// <summary>The page as text.</summary>
    internal async Task<string> Page(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Id of the sample's story. Other tests may add larger ones.</summary>
    internal Task<string> Story() => Task.FromResult(_sample);

    /// <summary>Adds a text and waits until it is kept; returns the addition.</summary>
    internal async Task<JsonNode> Add(string text, string? outlet = null, string? title = null)
    {
        using HttpResponseMessage answer = await Client.PostAsJsonAsync("/api/v1/reports/text", new { text, outlet, title }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await Over(answer);
    }

    /// <summary>Waits until an addition is over.</summary>
    internal async Task<JsonNode> Over(HttpResponseMessage accepted)
    {
        string path = accepted.Headers.Location!.ToString();
        for (int i = 0; i < 600; i++)
        {
            JsonNode addition = await Json(path);
            if (addition["isOver"]!.GetValue<bool>())
                return addition;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The addition was not over after 30 s.");
    }
}
