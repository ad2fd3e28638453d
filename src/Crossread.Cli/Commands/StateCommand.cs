// crossread state PATH… --on DATE: who held what and who backed whom, as known by then.
using System.CommandLine;
using System.Globalization;

using Crossread.Cli.Terminal;
using Crossread.Stories;
using Crossread.Stories.Relations;

namespace Crossread.Cli.Commands;

/// <summary>Prints the state of things on a day: offices, commands, alliances, places held, as told by the reports published by then.</summary>
internal static class StateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string?> on = CommonOptions.Day("--on", "The day. Example: --on 2026-03-14");
        on.Required = true;
        Option<string?> actors = CommonOptions.Actors();
        Option<bool> quiet = CommonOptions.Quiet(), noColor = CommonOptions.NoColor(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("state", "Print who held what office and place, who backed and fought whom on a day, and according to whom.") { paths, on, actors, quiet, noColor, allowPrivate };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            string day = parsed.GetValue(on)!;
            Story all = Progress.While("reading", parsed.GetValue(quiet), report => Crossreader.Read(CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel).Documents(parsed.GetValue(paths)!.Order(StringComparer.Ordinal)), report, cancel));
            Story story = Inputs.Coded(StoryBuilder.AsOf(all, day), parsed.GetValue(actors));
            int status = Problems.Report(story.Problems, all.Reports.Length);
            if (story.Reports.IsEmpty)
            {
                Console.Error.WriteLine($"crossread: none of {all.Reports.Length.ToString(CultureInfo.InvariantCulture)} reports is known to be published by {day}; give a later day, or reports with dates");
                return status == ExitStatus.AllRead ? ExitStatus.Nothing : status;
            }
            StateText.Write(story, StateOnDay.Of(story, day), day, Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
            return status;
        }, cancel));
        return command;
    }
}
