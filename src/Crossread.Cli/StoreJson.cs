// What the store holds as JSON, a line each.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Storage;
using Crossread.Storage.Intake;

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
