// crossread renew: analyses that another version made are made anew.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Intake;

namespace Crossread.Cli.Commands;

/// <summary>Reads again, from their originals, the reports that another build of the program read.</summary>
internal static class RenewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("renew", "Read again, from their originals, the reports that another version of Crossread read. Stories and decisions stay.") { store, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Write, held =>
        {
            (int renewed, IReadOnlyList<Problem> problems) = Progress.While("renewing", parsed.GetValue(quiet), report =>
                ReportRenewal.Run(held, report is null ? null : (done, all) => report((int)done, (int)all), cancel));
            Console.Out.WriteLine(renewed == 0 ? "every analysis is up to date" : $"renewed {Counted.Of(renewed, "report")}");
            return Problems.Report(problems, 1);
        }), cancel));
        return command;
    }
}
