// crossread read PATH…: the main job.
using System.Collections.Immutable;
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Names;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Reads reports, parts them into stories and lays each story side by side.</summary>
internal static class ReadCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string?> html = new("--html") { Description = "Write the story as one self-contained page; of several stories FILE is their index, and their pages stand in a folder beside it. Example: --html story.html", HelpName = "FILE" };
        Option<string> form = CommonOptions.As("text", ["text", "json", "jsonl", .. StoryExports.All.Select(e => e.Name)]);
        form.Description = "Form of the output: text, json (one object, also for several stories), jsonl (a line a story), or a format of other programs, for all reports as one story: " + string.Join("; ", StoryExports.All.Select(e => e.Name + " (" + e.About + ")")) + ". Example: --as json";
        Option<string> to = new("--output") { Description = "Write the output of --as to this file, whole or not at all; - is standard output. Example: --output story.zip", HelpName = "FILE", DefaultValueFactory = _ => "-" };
        Option<string?> asOf = CommonOptions.Day("--as-of", "Only what was published by that day. Example: --as-of 2026-03-14");
        Option<string?> since = CommonOptions.Day("--since", "Say what the reports after that day added; with --as-of, what came between the two. Example: --since 2026-03-13");
        Option<bool> one = new("--one-story") { Description = "Take all reports as one story, however little they share. Example: --one-story" };
        Option<string?> decisions = new("--decisions")
        {
            Description = "Obey a reader's decisions on names: a file with a line each, 'same' or 'different' and two names, parted by tabs. Example: --decisions names.tsv",
            HelpName = "FILE",
        };
        Option<string?> actors = CommonOptions.Actors();
        Option<bool> quiet = CommonOptions.Quiet(), noColor = CommonOptions.NoColor(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("read", "Read the reports of a story, or of several: who says what, who denies it, where they differ.")
        {
            paths, html, form, to, asOf, since, one, decisions, actors, quiet, noColor, allowPrivate,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            (NameDecisions decided, ImmutableArray<Problem> wrong) = parsed.GetValue(decisions) is { } names ? DecisionFile.Read(names) : (NameDecisions.None, []);
            StoryPile pile = Progress.While("reading", parsed.GetValue(quiet), report =>
                Crossreader.ReadPile(CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel).Documents(parsed.GetValue(paths)!.Order(StringComparer.Ordinal)), parsed.GetValue(one), decided, report, cancel));
            pile = pile.With(wrong);
            int read = pile.Stories.Sum(s => s.Reports.Length);
            if (parsed.GetValue(asOf) is { } day)
                pile = pile.AsOf(day);
            pile = Inputs.Coded(pile, parsed.GetValue(actors));
            int status = Problems.Report(pile.Problems, read);
            if (pile.Stories.IsEmpty)
            {
                if (read > 0)
                    await Console.Error.WriteLineAsync($"crossread: no report was published by {parsed.GetValue(asOf)}, as far as their dates are known; leave --as-of out to see them all");
                return status == ExitStatus.AllRead ? ExitStatus.Nothing : status;
            }
            if (parsed.GetValue(html) is { } file && !await PageFiles.Write(pile, file, parsed.GetValue(since)))
                status = ExitStatus.SomeUnread;
            return Print(pile, parsed.GetValue(form)!, parsed.GetValue(to)!, parsed.GetValue(since), parsed.GetValue(noColor)) ? status : ExitStatus.SomeUnread;
        });
        return command;
    }

    private static bool Print(StoryPile pile, string form, string target, string? since, bool noColor)
    {
        if (form == "text")
        {
            using StringWriter text = new();
            PileText.Write(pile, since, target == "-" ? Console.Out : text, TerminalShape.Of(noColor || target != "-"));
            return target == "-" || OutputFile.Write(target, text.ToString());
        }
        return OutputFile.Write(target, output => WriteAs(form, output, pile, since));
    }

    private static void WriteAs(string form, Stream output, StoryPile pile, string? since)
    {
        if (StoryExports.Of(form) is { } export)
        {
            export.Write(output, AsOne(pile));
            return;
        }
        if (form == "json")
        {
            StoryJson.Write(output, pile, since);
            output.WriteByte((byte)'\n');
            return;
        }
        foreach (Story story in pile.Stories)
        {
            StoryJson.WriteLine(output, story, since);
            output.WriteByte((byte)'\n');
        }
    }

    // Other programs know no piles: they get all reports as one story.
    private static Story AsOne(StoryPile pile) => pile.Stories.Length == 1 ? pile.Stories[0]
        : StoryBuilder.Coded(StoryBuilder.Build(pile.Stories.SelectMany(s => s.Reports).Select(r => r.Reading), pile.Stories[0].Decisions), pile.Stories[0].Actors);
}
