// crossread clean FILE…: page → article.
using System.CommandLine;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Exports;

namespace Crossread.Cli.Commands;

/// <summary>Prints the story's own text of each page, and what was removed and why.</summary>
internal static class CleanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("clean", "Take the story's text out of pages.") { paths, form, quiet };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            bool json = parsed.GetValue(form) == "jsonl";
            List<Problem> problems = [];
            using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            int read = 0;
            foreach (Report report in Inputs.Reports(parsed.GetValue(paths)!, problems, toAnalyse: false))
            {
                cancel.ThrowIfCancellationRequested();
                if (json)
                    ReportJson.WriteCleaned(output, report);
                else
                    output.Write(Encoding.UTF8.GetBytes(report.Text));
                output.WriteByte((byte)'\n');
                read++;
            }
            return Problems.Report(problems, read);
        }, cancel));
        return command;
    }
}
