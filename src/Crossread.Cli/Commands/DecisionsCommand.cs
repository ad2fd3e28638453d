// crossread decisions: the log.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Storage;
using Crossread.Storage.Decisions;

namespace Crossread.Cli.Commands;

/// <summary>Lists the decisions: who decided what, when and why.</summary>
internal static class DecisionsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Option<bool> all = new("--all") { Description = "Also those that were undone. Example: --all" }, noColor = CommonOptions.NoColor();
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Command command = new("decisions", "List the decisions: who decided what, when and why.") { store, all, form, noColor };
        command.SetAction(parsed => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            using IStoreReader reader = held.Read();
            Decision[] log = [.. reader.Decisions().Where(d => parsed.GetValue(all) || (d.Stands && d.Matter is not UndoDecision))];
            TextLayout text = new(Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
            using Stream output = Console.OpenStandardOutput();
            foreach (Decision decision in log)
            {
                if (parsed.GetValue(form) == "jsonl")
                    StoreJson.WriteDecision(output, decision);
                else
                    text.Wrapped(FormattableString.Invariant($"{decision.Number}  {decision.When.UtcDateTime:yyyy-MM-dd HH:mm}  {decision.Who}  {DecisionWords.Of(decision.Matter)}{(decision.Why.Length > 0 ? " — " + decision.Why : "")}{(decision.Stands ? "" : " [undone]")}"), 0, decision.Stands ? Tone.Plain : Tone.Soft, 3);
            }
            return log.Length == 0 ? ExitStatus.Nothing : ExitStatus.AllRead;
        }));
        return command;
    }
}
