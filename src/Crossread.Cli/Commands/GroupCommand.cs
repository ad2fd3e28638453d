// crossread group PATH…: pile → stories.
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Cli.Commands;

/// <summary>Tells which reports of a pile tell the same story.</summary>
internal static class GroupCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = CommonOptions.Paths();
        Option<string> input = CommonOptions.Input("files", "jsonl");
        Option<bool> quiet = CommonOptions.Quiet(), allowPrivate = CommonOptions.AllowPrivate();
        Command command = new("group", "Group a pile of reports into stories.") { paths, input, quiet, allowPrivate };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            List<Problem> problems = [];
            IEnumerable<(string Id, Report Report)> reports = parsed.GetValue(input) == "jsonl"
                ? JsonLines.Reports(parsed.GetValue(paths)!, problems)
                : CommonOptions.InputsOf(parsed.GetValue(allowPrivate), cancel).Reports(parsed.GetValue(paths)!, problems, toAnalyse: false).Select(r => (r.File, r));
            // The reports stream through: an archive may hold more of them than fit into memory.
            List<string> ids = [];
            var stories = StoryGrouper.Group(reports.Select(r =>
            {
                ids.Add(r.Id);
                return r.Report;
            }));
            using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            JsonWriterOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            for (int i = 0; i < ids.Count; i++)
            {
                using (Utf8JsonWriter json = new(output, plain))
                {
                    json.WriteStartObject();
                    json.WriteString("id", ids[i]);
                    json.WriteString("story", stories[i]);
                    json.WriteEndObject();
                }
                output.WriteByte((byte)'\n');
            }
            return Problems.Report(problems, ids.Count);
        }, cancel));
        return command;
    }
}
