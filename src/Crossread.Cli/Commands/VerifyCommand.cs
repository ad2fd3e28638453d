// crossread verify: is the store whole?
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Checking;

namespace Crossread.Cli.Commands;

/// <summary>Checks every hash, span and reference of the store.</summary>
internal static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("verify", "Check the store: every hash, every span, every reference.") { store, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            List<Problem> problems = Progress.While("checking", parsed.GetValue(quiet), report =>
                StoreCheck.Run(held, report is null ? null : (done, all) => report((int)done, (int)all), cancel).ToList());
            int status = Problems.Report(problems, 1);
            if (problems.Count == 0)
            {
                using IStoreReader reader = held.Read();
                StoreCounts counts = reader.Count();
                Console.Out.WriteLine($"whole: {Counted.Of(counts.Reports, "report")}, {Counted.Of(counts.Originals, "original")}, {Counted.Of(counts.Stories, "story", "stories")}, {Counted.Of(reader.Decisions().Count, "decision")}");
            }
            return status;
        }), cancel));
        return command;
    }
}
