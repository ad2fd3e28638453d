// crossread add PATH…: reports into the store.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Intake;

namespace Crossread.Cli.Commands;

/// <summary>Adds reports to the store; each finds its story.</summary>
internal static class AddCommand
{
    private const int _mostStories = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string?> store = StoreOptions.Store();
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Option<bool> one = new("--one-story") { Description = "Put all reports that are given into one story, that of the first. Example: --one-story" };
        Option<bool> quiet = CommonOptions.Quiet(), noColor = CommonOptions.NoColor(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("add", "Add reports to the store: each is read, kept with its original, and put into its story.") { paths, store, one, form, quiet, noColor, allowPrivate };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Create, held =>
        {
            IEnumerable<DocumentResult> documents = CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel).Documents(parsed.GetValue(paths)!.Order(StringComparer.Ordinal), ReportIntake.Limits);
            bool lines = parsed.GetValue(form) == "jsonl";
            using Stream output = Console.OpenStandardOutput();
            Action<IntakeReport>? tell = lines ? report => StoreJson.WriteAdded(output, report) : null;
            ReportIntake intake = new(held, TimeProvider.System) { OneStory = parsed.GetValue(one) };
            IntakeResult result = Progress.While("adding", parsed.GetValue(quiet), report => intake.Add(documents, tell, report is null ? null : done => report(done, 0), cancel));
            int status = Problems.Report(result.Problems, result.Added + result.Held);
            if (!lines)
                Write(held, result, new TextLayout(Console.Out, TerminalShape.Of(parsed.GetValue(noColor))));
            return status;
        }), cancel));
        return command;
    }

    private static void Write(IStore store, IntakeResult result, TextLayout text)
    {
        string held = result.Held == 0 ? "" : $"; {Counted.Of(result.Held, "was", "were")} held already";
        text.Line($"added {Counted.Of(result.Added, "report")} to {Counted.Of(result.Stories.Length, "story", "stories")}{held}");
        using IStoreReader reader = store.Read();
        HeldStory[] stories = [.. result.Stories.Take(_mostStories).Select(reader.Story).OfType<HeldStory>()];
        StoryList.Write(stories, text);
        text.Left(result.Stories.Length - stories.Length, 0);
    }
}
