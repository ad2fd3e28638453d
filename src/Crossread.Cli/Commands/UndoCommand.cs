// crossread undo NUMBER: a decision no longer stands.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Decisions;

namespace Crossread.Cli.Commands;

/// <summary>Undoes a decision; the log keeps both.</summary>
internal static class UndoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<long> number = new("NUMBER") { Description = "Number of the decision, as crossread decisions shows it." };
        Option<string?> store = StoreOptions.Store();
        Option<string> by = CommonStoreOptions.By(), why = CommonStoreOptions.Why();
        Command command = new("undo", "Undo a decision; the log keeps both. An undoing can be undone, too: crossread undo 7") { number, store, by, why };
        command.SetAction(parsed => StoreOptions.With(parsed.GetValue(store), StoreAccess.Write, held =>
        {
            Decision? undone;
            using (IStoreReader reader = held.Read())
                undone = reader.Decisions().FirstOrDefault(d => d.Number == parsed.GetValue(number));
            if (undone is not { Stands: true })
            {
                string what = undone is null ? "is no decision of the store" : "does not stand any more";
                Problems.Report([new Problem(FormattableString.Invariant($"decision {parsed.GetValue(number)}"), null, what, "crossread decisions lists those that stand")], 0);
                return ExitStatus.Nothing;
            }
            Decision made = held.Write(writer => writer.Decide(new NewDecision(TimeProvider.System.GetUtcNow(), parsed.GetValue(by)!, parsed.GetValue(why)!, new UndoDecision(undone.Number))));
            new TextLayout(Console.Out, TerminalShape.Of(noColor: true)).Wrapped(FormattableString.Invariant($"{made.Number}  undone: {DecisionWords.Of(undone.Matter)}"), 0, Tone.Plain, 3);
            return ExitStatus.AllRead;
        }));
        return command;
    }
}
