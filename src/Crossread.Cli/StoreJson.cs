// What the store holds as JSON, a line each.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Intake;
using Crossread.Storage.Searching;
using Crossread.Storage.Watching;
using Crossread.Text;

namespace Crossread.Cli;

/// <summary>Writes what the store holds as JSON, a line each.</summary>
internal static class StoreJson
{
    private static readonly JsonWriterOptions _oneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A report that was added. The line is there as soon as the report is kept.</summary>
    public static void WriteAdded(Stream output, IntakeReport report) => Line(output, json =>
    {
        json.WriteString("id", report.Report.Id);
        json.WriteString("story", report.Placement.Story);
        json.WriteStartArray("merged");
        foreach (string merged in report.Placement.Merged ?? [])
            json.WriteStringValue(merged);
        json.WriteEndArray();
        json.WriteString("file", report.Report.File);
        json.WriteString("sha256", report.Report.Sha256);
        json.WriteString("title", report.Report.Title);
        json.WriteString("outlet", report.Report.Outlet);
        json.WriteString("published", report.Report.Published);
    });

    /// <summary>A story.</summary>
    public static void WriteStory(Stream output, HeldStory story) => Line(output, json =>
    {
        json.WriteString("id", story.Id);
        json.WriteString("title", story.Title);
        json.WriteNumber("reports", story.Reports);
        json.WriteNumber("outlets", story.Outlets);
        json.WriteString("first", story.FirstDay?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("last", story.LastDay?.ToString("O", CultureInfo.InvariantCulture));
    });

    /// <summary>A hit of a search.</summary>
    public static void WriteHit(Stream output, SearchHit hit) => Line(output, json =>
    {
        json.WriteString("report", hit.Report.Id);
        json.WriteString("story", hit.Report.Story);
        json.WriteString("title", hit.Report.Title);
        json.WriteString("outlet", hit.Report.Outlet);
        json.WriteString("published", hit.Report.Published);
        json.WriteNumber("score", Math.Round(hit.Score, 4));
        if (hit.Statement is { } statement)
        {
            json.WriteNumber("statement", statement.Number);
            json.WriteString("speaker", statement.Speaker);
            json.WriteString("stance", statement.Stance.ToString().ToLowerInvariant());
        }
        else
        {
            json.WriteNull("statement");
            json.WriteNull("speaker");
            json.WriteNull("stance");
        }
        json.WriteStartArray("span");
        json.WriteNumberValue(hit.Context.Start);
        json.WriteNumberValue(hit.Context.End);
        json.WriteEndArray();
        json.WriteString("context", hit.Context.Cut(hit.Text));
        json.WriteStartArray("words");
        foreach (TextSpan word in hit.Words)
        {
            json.WriteStartArray();
            json.WriteNumberValue(word.Start);
            json.WriteNumberValue(word.End);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    });

    /// <summary>An entry of the log of decisions.</summary>
    public static void WriteDecision(Stream output, Decision decision) => Line(output, json => DecisionJson.Write(json, decision));

    /// <summary>Something new.</summary>
    public static void WriteNews(Stream output, News news) => Line(output, json =>
    {
        json.WriteNumber("number", news.Number);
        json.WriteString("when", news.When.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("kind", news.Kind.ToString().ToLowerInvariant());
        json.WriteString("story", news.Story);
        json.WriteString("report", news.Report);
        json.WriteString("about", news.About);
        json.WriteString("before", news.Before);
        json.WriteString("after", news.After);
    });

    private static void Line(Stream output, Action<Utf8JsonWriter> write)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, _oneLine))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        output.Write(line.GetBuffer(), 0, (int)line.Length);
        output.Flush();
    }
}
