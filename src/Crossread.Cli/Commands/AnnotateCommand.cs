// crossread annotate FILE…: one report at a time.
using System.Collections.Immutable;
using System.CommandLine;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Events.Actors;
using Crossread.Exports;
using Crossread.Language;
using Crossread.Names;
using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Annotates each report by itself: sentences, names, dates, statements, events.</summary>
internal static class AnnotateCommand
{
    /// <summary>One piece of input: a report, and its words if they were given.</summary>
    private sealed record Item(string? Id, Report Report, ConlluDocument? Given);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string> form = CommonOptions.As("jsonl", "jsonl", "conllu", "timeml");
        Option<string> input = CommonOptions.Input("files", "jsonl", "conllu");
        Option<string?> html = new("--html") { Description = "Write the reports as one page with statements, names and dates marked, to check the analysis. Example: --html checked.html", HelpName = "FILE" };
        Option<string?> actors = CommonOptions.Actors();
        Option<bool> quiet = CommonOptions.Quiet(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("annotate", "Annotate each report by itself: names, dates, statements, events.") { paths, form, input, html, actors, quiet, allowPrivate };
        command.SetAction((parsed, cancel) => Task.Run(async () =>
        {
            List<Problem> problems = [];
            if (parsed.GetValue(html) is { } file)
            {
                Story[] stories = [.. Inputs.InOrder(Items(CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel), parsed.GetValue(paths)!, parsed.GetValue(input)!, problems), item => StoryBuilder.Alone(Read(item)), cancel)];
                int status = Problems.Report(problems, stories.Length);
                return stories.Length == 0 || OutputFile.Write(file, await AnnotationPage.RenderAsync(stories).ConfigureAwait(false)) ? status : ExitStatus.SomeUnread;
            }
            ImmutableArray<ActorEntry> known = parsed.GetValue(actors) is { } table ? ActorFile.Read(table, problems) : [];
            Func<Item, byte[]> write = parsed.GetValue(form) switch
            {
                "conllu" => ConlluLines,
                "timeml" => TimeMlDocument,
                _ => item => JsonLine(item, known),
            };
            using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            int read = 0;
            foreach (byte[] lines in Inputs.InOrder(Items(CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel), parsed.GetValue(paths)!, parsed.GetValue(input)!, problems), write, cancel))
            {
                output.Write(lines);
                read++;
            }
            return Problems.Report(problems, read);
        }, cancel));
        return command;
    }

    private static IEnumerable<Item> Items(Inputs inputs, string[] paths, string input, List<Problem> problems) => input switch
    {
        "jsonl" => JsonLines.Reports(paths, problems).Select(r => new Item(r.Id, r.Report, null)),
        "conllu" => paths.SelectMany(p => ConlluItems(p, problems)),
        _ => inputs.Reports(paths, problems, toAnalyse: true).Select(r => new Item(null, r, null)),
    };

    private static IEnumerable<Item> ConlluItems(string path, List<Problem> problems)
    {
        string name = Inputs.NameOf(path);
        using TextReader? reader = Inputs.OpenText(path, problems);
        if (reader is null)
            yield break;
        foreach (ConlluDocument document in ConlluReader.Read(reader, name, problems))
        {
            string text = string.Concat(document.Sentences.SelectMany(s => s.Words).Select(w => w.SpaceAfter ? w.Form + " " : w.Form));
            yield return new Item(document.Id, Cleaner.Keep(Document.OfText(document.Id ?? name, text)), document);
        }
    }

    private static Reading Read(Item item) => item.Given is { } given
        ? Crossreader.Analyse(item.Report, LanguageReader.ReadWords([.. given.Sentences.Select(s => s.Words)]))
        : Crossreader.Analyse(item.Report);

    private static byte[] JsonLine(Item item, ImmutableArray<ActorEntry> actors)
    {
        using MemoryStream line = new();
        ReportJson.WriteLine(line, StoryBuilder.Alone(Read(item)) with { Actors = actors }, item.Id);
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static byte[] TimeMlDocument(Item item)
    {
        using MemoryStream document = new();
        TimeMl.Write(document, StoryBuilder.Alone(Read(item)).Reports[0], item.Id);
        document.WriteByte((byte)'\n');
        return document.ToArray();
    }

    private static byte[] ConlluLines(Item item)
    {
        using StringWriter lines = new();
        AnnotatedText words = item.Given is { } given
            ? LanguageReader.ReadWords([.. given.Sentences.Select(s => s.Words)])
            : LanguageReader.Read(item.Report.Text, item.Report.Passages);
        ImmutableArray<string?> tags = NameTags.Of(words, NameFinder.Find(words, item.Given is null ? item.Report.Passages : []));
        if (item.Given is { } document)
            ConlluWriter.Write(lines, words, document, t => tags[t]);
        else
            ConlluWriter.Write(lines, words, item.Id ?? item.Report.File, t => tags[t]);
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
