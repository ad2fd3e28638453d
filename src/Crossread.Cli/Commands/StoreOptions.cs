// The store that a command works on.
using System.CommandLine;

using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Sqlite;

namespace Crossread.Cli.Commands;

/// <summary>The option that names the store, and how a command opens it.</summary>
internal static class StoreOptions
{
    /// <summary>Names the store of all commands that are not told another.</summary>
    public const string Variable = "CROSSREAD_STORE";

    /// <summary>The store's file.</summary>
    public static Option<string?> Store() => new("--store")
    {
        Description = $"The store's file; else the environment variable {Variable}, else {Standard()}. Example: --store flood.db",
        HelpName = "FILE",
    };

    /// <summary>The file that the option, the environment or the user's folder for data names.</summary>
    public static string File(string? option) =>
        option ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : Standard());

    /// <summary>Opens the store, does the work and gives its exit status; a store that fails is told on standard error.</summary>
    public static int With(string? option, StoreAccess access, Func<IStore, int> work)
    {
        try
        {
            using IStore store = SqliteStore.Open(File(option), access);
            return work(store);
        }
        catch (StoreException failure)
        {
            return Problems.Report([failure.Problem], 0);
        }
    }

    /// <summary>Says that the store holds nothing of this id.</summary>
    public static int Unknown(IStore store, string id, string list)
    {
        Problems.Report([new Problem(store.About.Location, null, $"holds nothing with the id {id}", $"{list} lists what it holds")], 0);
        return ExitStatus.Nothing;
    }

    private static string Standard() => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "crossread", "store.db");
}
