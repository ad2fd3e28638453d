// The workbench's table of contents: what a request meets, in its order, and everything that answers.
using System.Net;

using Crossread.Server.Api;
using Crossread.Server.Deciding;
using Crossread.Server.Intake;
using Crossread.Server.Security;
using Crossread.Server.Views;
using Crossread.Storage;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crossread.Server;

/// <summary>The workbench: pages and HTTP API over a store, served by Kestrel.</summary>
public static class Workbench
{
    private const int _threads = 32;

    /// <summary>Makes the workbench; start it with <c>RunAsync</c>. It does not own the store.</summary>
    /// <param name="store">What it shows and changes.</param>
    /// <param name="options">Where it listens, and who may use it.</param>
    /// <param name="clock">Tells when something was added or decided.</param>
    /// <exception cref="ArgumentException">Others could reach it and no token is given.</exception>
    public static WebApplication Create(IStore store, WorkbenchOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        if (!IPAddress.IsLoopback(options.Address) && options.Token is not { Length: >= 16 })
            throw new ArgumentException("An address that others can reach needs a token of 16 characters or more.", nameof(options));
        // Several who ask for one story wait for the first of them; the pool must have threads for the others at once, not one more every half second.
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(Math.Max(workers, _threads), ports);
        // Empty: no settings file and no environment of the folder it happens to be started in.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Crossread.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        Parts(builder.Services, store, options, clock);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(line => line.SingleLine = true);

        WebApplication app = builder.Build();
        app.Use(SecurityHeaders.Set);
        app.Use(app.Services.GetRequiredService<Failures>().Explain);
        app.Use(new HostGuard(options).Check);
        app.Use(OriginGuard.Check);
        app.Use(app.Services.GetRequiredService<RequestBounds>().Keep);
        app.Use(app.Services.GetRequiredService<TokenGate>().Check);

        app.MapGet("/assets/{name}", Assets.Serve).ExcludeFromDescription();
        StoryPages.Map(app);
        SearchPages.Map(app);
        DecidePages.Map(app);
        WatchPages.Map(app);
        AddPages.Map(app);
        SignIn.Map(app);

        RouteGroupBuilder api = app.MapGroup("/api/v1");
        StoriesApi.Map(api);
        ReportsApi.Map(api);
        SearchApi.Map(api);
        DecisionsApi.Map(api);
        WatchApi.Map(api);
        EventsApi.Map(api);
        OpenApi.Map(api);
        return app;
    }

    private static void Parts(IServiceCollection services, IStore store, WorkbenchOptions options, TimeProvider clock)
    {
        services.AddRoutingCore();
        services.AddOpenApi("v1", OpenApi.Describe);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => JsonShape.Set(json.SerializerOptions));
        services.AddSingleton(store).AddSingleton(options).AddSingleton(options.Limits).AddSingleton(clock);
        services.AddSingleton<Desk>().AddSingleton(new EventFeed(options.Limits.EventStreams)).AddSingleton<Additions>().AddSingleton<DecisionDesk>().AddHostedService<OtherWriters>().AddHostedService<FirstStory>();
        services.AddSingleton<Failures>().AddSingleton<RequestBounds>().AddSingleton<TokenGate>();
    }

    private static void Listen(KestrelServerOptions kestrel, WorkbenchOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 1_000;
        kestrel.Limits.MaxRequestBodySize = options.Limits.UploadBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Listen(options.Address, options.Port);
    }
}
