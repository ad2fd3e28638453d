// crossread annotate FILE…: one report at a time.
using System.CommandLine;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Annotates each report by itself: sentences, names, dates, statements, events.</summary>
internal static class AnnotateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string> form = CommonOptions.As("jsonl", "jsonl");
        Option<string> input = CommonOptions.Input("files", "jsonl");
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("annotate", "Annotate each report by itself: names, dates, statements, events.") { paths, form, input, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            List<Problem> problems = [];
            using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            int read = 0;
            IEnumerable<(string? Id, Report Report)> reports = parsed.GetValue(input) == "jsonl"
                ? JsonLines.Reports(parsed.GetValue(paths)!, problems).Select(r => ((string?)r.Id, r.Report))
                : Inputs.Reports(parsed.GetValue(paths)!, problems).Select(r => ((string?)null, r));
            foreach (byte[] line in Inputs.InOrder(reports, r => Line(r.Report, r.Id), cancel))
            {
                output.Write(line);
                read++;
            }
            return Problems.Report(problems, read);
        }, cancel));
        return command;
    }

    private static byte[] Line(Report report, string? id)
    {
        using MemoryStream line = new();
        ReportJson.WriteLine(line, StoryBuilder.Build([Crossreader.Analyse(report)]), id);
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
