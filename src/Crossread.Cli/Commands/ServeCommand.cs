// crossread serve: the workbench.
using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

using Crossread.Cli.Watching;
using Crossread.Documents;
using Crossread.Server;
using Crossread.Storage;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Crossread.Cli.Commands;

/// <summary>Serves the workbench and its API until it is stopped.</summary>
internal static class ServeCommand
{
    private const int _standardPort = 4600;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Option<string> listen = new("--listen")
        {
            Description = "Where to listen. Anything but this machine alone asks for a token. Example: --listen 127.0.0.1:4600",
            HelpName = "ADDRESS:PORT",
            DefaultValueFactory = _ => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_standardPort}"),
        };
        listen.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && Place(given) is null)
                result.AddError($"--listen takes an address in digits and a port, as in 127.0.0.1:4600 or [::1]:4600, not '{given}'.");
        });
        Option<string[]> hosts = new("--host") { Description = "A name under which others reach it, as a proxy in front of it has; may be given more than once. Example: --host desk.example", HelpName = "NAME", DefaultValueFactory = _ => [] };
        Option<string?> token = new("--token-file") { Description = "A file that holds the token, 16 characters or more; without it one is made and printed where one is needed. Example: --token-file token.txt", HelpName = "FILE" };
        Command command = new("serve", "Serve the workbench: everything that the store holds, in a browser and as an HTTP API.") { store, listen, hosts, token };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Create, held =>
        {
            IPEndPoint place = Place(parsed.GetValue(listen)!)!;
            (string? secret, Problem? problem) = Token(parsed.GetValue(token), place.Address);
            return problem is not null ? Problems.Report([problem], 0) : Serve(held, place, parsed.GetValue(hosts)!, secret, cancel);
        }), cancel));
        return command;
    }

    // By itself, so that no other command loads the server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(IStore store, IPEndPoint place, string[] hosts, string? token, CancellationToken cancel)
    {
        // Fetches only what a reader asks to add, and never from this machine or a local network.
        using FeedWeb web = new(allowPrivate: false);
        WebApplication workbench = Workbench.Create(store, new WorkbenchOptions { Address = place.Address, Port = place.Port, HostNames = [.. hosts], Token = token, Web = web }, TimeProvider.System);
        try
        {
            workbench.StartAsync(cancel).GetAwaiter().GetResult();
            Console.Out.WriteLine($"crossread: the workbench is at {workbench.Urls.First()}/ (store {store.About.Location}); Ctrl-C stops it");
            workbench.WaitForShutdownAsync(cancel).GetAwaiter().GetResult();
            return ExitStatus.AllRead;
        }
        catch (IOException taken)
        {
            return Problems.Report([new Problem(place.ToString(), null, "cannot be listened on (" + taken.Message + ")", "stop what uses it, or choose another port with --listen")], 0);
        }
        finally
        {
            workbench.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static (string? Token, Problem? Problem) Token(string? file, IPAddress address)
    {
        if (file is null)
        {
            if (IPAddress.IsLoopback(address))
                return (null, null);
            string made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            Console.Out.WriteLine("crossread: others can reach this address; the token is " + made);
            return (made, null);
        }
        try
        {
            string token = File.ReadAllText(file).Trim();
            return token.Length >= 16 ? (token, null) : (null, new Problem(file, null, "the token is shorter than 16 characters", "write a longer one into the file"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new Problem(file, null, error.Message, "check the path and its rights"));
        }
    }

    private static IPEndPoint? Place(string given) =>
        IPEndPoint.TryParse(given, out IPEndPoint? place) && (place.Port > 0 || given.EndsWith(":0", StringComparison.Ordinal)) ? place : null;
}
