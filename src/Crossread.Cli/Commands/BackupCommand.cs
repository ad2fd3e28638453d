// crossread backup FILE: a whole copy of the store.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Sqlite;

namespace Crossread.Cli.Commands;

/// <summary>Copies the store while it is in use, or saves what can be read of a damaged one.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "Where to; it must not be there yet." };
        Option<string?> store = StoreOptions.Store();
        Option<bool> rescue = new("--rescue") { Description = "The store is damaged: save what can be read into a new one. Example: --rescue" }, quiet = CommonOptions.Quiet();
        Command command = new("backup", "Copy the store, also while it is in use: crossread backup monday.db") { file, store, rescue, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            string to = parsed.GetValue(file)!;
            return parsed.GetValue(rescue) ? Rescue(StoreOptions.File(parsed.GetValue(store)), to, parsed.GetValue(quiet), cancel) : StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
            {
                held.Backup(to);
                Console.Out.WriteLine($"{to}: {new FileInfo(to).Length / 1024} KiB");
                return ExitStatus.AllRead;
            });
        }, cancel));
        return command;
    }

    private static int Rescue(string damaged, string to, bool quiet, CancellationToken cancel)
    {
        if (File.Exists(to))
            return Problems.Report([new Problem(to, null, "is there already", "name a file that is not there yet")], 0);
        return StoreOptions.With(to, StoreAccess.Create, into =>
        {
            (int saved, IReadOnlyList<Problem> lost) = Progress.While("saving", quiet, report => SqliteRescue.Save(damaged, into, report is null ? null : (done, all) => report((int)done, (int)all), cancel));
            Console.Out.WriteLine($"{to}: {Counted.Of(saved, "report")} saved, {lost.Count} lost");
            return Problems.Report(lost, saved);
        });
    }
}
