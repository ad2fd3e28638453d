// JSON Lines in, clean reports out.
using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Cli;

/// <summary>Reads <c>--input jsonl</c>.</summary>
internal static class JsonLines
{
    /// <summary>One report a line, with the line's id, in order; lines that cannot be read are added to the problems.</summary>
    public static IEnumerable<(string Id, Report Report)> Reports(IEnumerable<string> paths, List<Problem> problems)
    {
        foreach (string path in paths)
        {
            string name = Inputs.NameOf(path);
            using TextReader? reader = Inputs.OpenText(path, problems);
            int number = 0;
            while (reader?.ReadLine() is { } text)
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                (JsonLine? line, Problem? problem) = JsonLine.Parse(text, name, number);
                if (line is not null)
                    yield return (line.Id, ToReport(line));
                else if (problem is not null)
                    problems.Add(problem);
            }
        }
    }

    private static Report ToReport(JsonLine line)
    {
        Document document = line.Html is { } html && line.Text is null ? Document.OfHtml(line.Id, html) : Document.OfText(line.Id, line.Text!);
        Report report = line.Clean ? Cleaner.Clean([document])[0] : Cleaner.Keep(document);
        return report with
        {
            Title = line.Title ?? report.Title,
            Outlet = line.Outlet ?? report.Outlet,
            Url = line.Url ?? report.Url,
            Published = line.Published is { } day ? new StatedDate(day, "given with the text") : report.Published,
        };
    }
}
