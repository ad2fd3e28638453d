// crossread export FOLDER: everything out of the store, in forms that need no Crossread.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Writes originals, reports, stories and decisions into a folder.</summary>
internal static class ExportCommand
{
    private const int _atOnce = 100;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> folder = new("FOLDER") { Description = "Where to; a folder that is empty or not there yet." };
        Option<string?> store = StoreOptions.Store();
        Option<string?> story = new("--story") { Description = "Only this story. Example: --story s0123456789ab", HelpName = "ID" };
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("export", "Write originals, reports, stories and decisions into a folder: crossread export flood/") { folder, store, story, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            string to = parsed.GetValue(folder)!;
            try
            {
                if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
                    return Problems.Report([new Problem(to, null, "is not empty", "name an empty folder")], 0);
                using IStoreReader reader = held.Read();
                if (parsed.GetValue(story) is { } id && reader.Story(id) is null)
                    return StoreOptions.Unknown(held, id, "crossread stories");
                int reports = Progress.While("exporting", parsed.GetValue(quiet), report => Write(reader, parsed.GetValue(story), to, report, cancel));
                Console.Out.WriteLine($"{to}: {Counted.Of(reports, "report")}");
                return reports == 0 ? ExitStatus.Nothing : ExitStatus.AllRead;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return Problems.Report([new Problem(to, null, "cannot be written (" + failure.Message + ")", "choose a folder that may be written and has room")], 0);
            }
        }), cancel));
        return command;
    }

    private static int Write(IStoreReader reader, string? story, string to, Action<int, int>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(to, "originals"));
        int done = 0, all = (int)Math.Min(int.MaxValue, story is null ? reader.Count().Reports : reader.Story(story)!.Reports);
        using (FileStream lines = File.Create(Path.Combine(to, "reports.jsonl")))
        {
            for (int at = 0; ; at += _atOnce)
            {
                cancel.ThrowIfCancellationRequested();
                IReadOnlyList<HeldReport> page = reader.Reports(story, new Page(at, _atOnce));
                if (page.Count == 0)
                    break;
                foreach (HeldReport report in page)
                {
                    string original = Path.Combine(to, "originals", report.Original);
                    if (!File.Exists(original))
                        File.WriteAllBytes(original, reader.Original(report.Original)!);
                    ReportJson.WriteLine(lines, StoryBuilder.Alone(reader.Reading(report.Id)!.Reading));
                    lines.WriteByte((byte)'\n');
                    progress?.Invoke(++done, all);
                }
                done = at + page.Count;
            }
        }
        using FileStream stories = File.Create(Path.Combine(to, "stories.jsonl"));
        foreach (HeldStory held in story is null ? reader.Stories(Page.All) : [reader.Story(story)!])
            StoreJson.WriteStory(stories, held);
        using FileStream decisions = File.Create(Path.Combine(to, "decisions.jsonl"));
        foreach (Decision decision in reader.Decisions())
            StoreJson.WriteDecision(decisions, decision);
        return done;
    }
}
