// A timeline for TimelineJS.
using System.Globalization;
using System.Net;
using System.Text.Json;

using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>JSON for TimelineJS 3 (Knight Lab): a slide for each dated entry of the story's timeline. Texts are encoded, as the program takes HTML there.</summary>
public sealed class TimelineJsExport : IStoryExport
{
    private const int LongestHeadline = 120;

    /// <inheritdoc/>
    public string Name => "timelinejs";

    /// <inheritdoc/>
    public string About => "the timeline for TimelineJS 3, JSON";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        Dictionary<string, StoryReport> reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        using Utf8JsonWriter json = new(stream, ExportParts.Indented);
        json.WriteStartObject();
        json.WriteStartObject("title");
        Text(json, story.Reports.Select(r => r.Reading.Report.Title).FirstOrDefault(t => t is not null) ?? "Timeline", "");
        json.WriteEndObject();
        int number = 0;
        json.WriteArray("events", story.Timeline.Where(t => ExportParts.Days(t.Edtf) is not null), entry =>
        {
            (string first, string last) = ExportParts.Days(entry.Edtf)!.Value;
            json.WriteStartObject();
            json.WriteString("unique_id", string.Create(CultureInfo.InvariantCulture, $"entry-{++number}"));
            Date(json, "start_date", first);
            if (last != first)
                Date(json, "end_date", last);
            json.WriteString("display_date", entry.Edtf);
            Text(json, entry.Label.Length > LongestHeadline ? entry.Label[..LongestHeadline] + "…" : entry.Label,
                string.Join("; ", entry.Evidence.Select(e => Source(reports[e.Report])).Distinct(StringComparer.Ordinal)));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static string Source(StoryReport report) => report.Reading.Report.Outlet ?? report.Reading.Report.Title ?? report.Reading.Report.File;

    private static void Date(Utf8JsonWriter json, string name, string day)
    {
        string[] parts = day.Split('-');
        json.WriteStartObject(name);
        json.WriteNumber("year", int.Parse(parts[0], CultureInfo.InvariantCulture));
        json.WriteNumber("month", int.Parse(parts[1], CultureInfo.InvariantCulture));
        json.WriteNumber("day", int.Parse(parts[2], CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string headline, string text)
    {
        json.WriteStartObject("text");
        json.WriteString("headline", WebUtility.HtmlEncode(ExportParts.Line(headline)));
        json.WriteString("text", WebUtility.HtmlEncode(ExportParts.Line(text)));
        json.WriteEndObject();
    }
}
