// crossread clean FILE…: page → article.
using System.CommandLine;
using System.Text;

using Crossread.Cleaning;
using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Pages;

namespace Crossread.Cli.Commands;

/// <summary>Prints the story's own text of each page, and what was removed and why.</summary>
internal static class CleanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Option<string?> html = new("--html") { Description = "Write one page that shows each source with what was removed in grey and why, instead of the text. Example: --html cleaned.html", HelpName = "FILE" };
        Option<bool> quiet = CommonOptions.Quiet(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("clean", "Take the story's text out of pages.") { paths, form, html, quiet, allowPrivate };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            string[] named = parsed.GetValue(paths)!;
            List<Problem> problems = [];
            using RateProgress progress = new("cleaning", Inputs.BytesOf(named), parsed.GetValue(quiet));
            IEnumerable<Report> reports = CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel, progress.Read).Reports(named, problems, toAnalyse: false);
            int read = 0;
            IEnumerable<Report> Counted()
            {
                foreach (Report report in reports)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return report;
                    read++;
                    progress.Page();
                }
            }
            bool written = true;
            if (parsed.GetValue(html) is { } file)
                written = OutputFile.Write(file, writer => WritePage(writer, Counted()));
            else
                Print(Counted(), parsed.GetValue(form) == "jsonl");
            progress.Dispose();
            int status = Problems.Report(problems, read);
            return written ? status : ExitStatus.SomeUnread;
        }, cancel));
        return command;
    }

    private static void WritePage(TextWriter writer, IEnumerable<Report> reports)
    {
        CleanedPage page = new(writer);
        page.Begin();
        foreach (Report report in reports)
            page.Add(report);
        page.End();
    }

    private static void Print(IEnumerable<Report> reports, bool json)
    {
        using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (Report report in reports)
        {
            if (json)
                ReportJson.WriteCleaned(output, report);
            else
                output.Write(Encoding.UTF8.GetBytes(report.Text));
            output.WriteByte((byte)'\n');
        }
    }
}
