// Statements, events and claims as annotations of the clean texts.
using System.Text.Json;

using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Exports;

/// <summary>
/// W3C Web Annotation (2017) as one JSON-LD collection: each statement, event account and claim account points to its words by a text position selector
/// (Unicode code points of the report's clean text) and a text quote selector.
/// </summary>
public sealed class WebAnnotationExport : IStoryExport
{
    private const int Around = 32;
    private const string Collection = "urn:crossread:story", Page = "urn:crossread:story:page1";

    /// <inheritdoc/>
    public string Name => "webannotation";

    /// <inheritdoc/>
    public string About => "W3C Web Annotations, JSON-LD";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        Dictionary<string, StoryReport> reports = story.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        using Utf8JsonWriter json = new(stream, ExportParts.Indented);
        List<(string Id, Evidence Words, string Kind, string Body)> all = [];
        foreach (StoryReport report in story.Reports)
        {
            for (int i = 0; i < report.Reading.Statements.Length; i++)
            {
                Statements.Statement said = report.Reading.Statements[i];
                string speaker = said.SpeakerEntity is int local ? story.Entities[report.EntityOf[local]].Name : said.SpeakerWords is { } words ? ExportParts.Line(words.Cut(report.Reading.Report.Text)) : "unnamed";
                all.AddRange(said.Content.Select((c, part) => (FormattableString.Invariant($"urn:crossread:{report.Id}:s{i}.{part}"), new Evidence(report.Id, c), "statement", speaker + " " + said.Stance.ToString().ToLowerInvariant())));
            }
        }
        foreach (Happening happening in story.Happenings)
            all.AddRange(happening.Accounts.Select((a, i) => (FormattableString.Invariant($"urn:crossread:{happening.Id}:{i}"), a.Words, "event", happening.Deed + " (" + ReportJson.Word(a.Modality) + "): " + happening.About)));
        foreach (Claim claim in story.Claims)
            all.AddRange(claim.Accounts.Select((a, i) => (FormattableString.Invariant($"urn:crossread:{claim.Id}:{i}"), a.Evidence, "claim", a.Side.ToString().ToLowerInvariant() + ": " + claim.About)));
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", Collection);
        json.WriteString("type", "AnnotationCollection");
        json.WriteString("label", "Statements, events and claims");
        json.WriteNumber("total", all.Count);
        json.WriteString("last", Page);
        json.WriteStartObject("first");
        json.WriteString("id", Page);
        json.WriteString("type", "AnnotationPage");
        json.WriteString("partOf", Collection);
        json.WriteNumber("startIndex", 0);
        Dictionary<string, int[]> points = reports.ToDictionary(r => r.Key, r => Points(r.Value.Reading.Report.Text), StringComparer.Ordinal);
        json.WriteArray("items", all, a => WriteAnnotation(json, a.Id, a.Kind, a.Body, reports[a.Words.Report], a.Words.Span, points[a.Words.Report]));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, string id, string kind, string body, StoryReport report, TextSpan span, int[] points)
    {
        string text = report.Reading.Report.Text;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartArray("body");
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", "tagging");
        json.WriteString("value", kind);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", "describing");
        json.WriteString("format", "text/plain");
        json.WriteString("language", "en");
        json.WriteString("value", ExportParts.Line(body));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("target");
        json.WriteString("source", report.Reading.Report.Url ?? "urn:sha256:" + report.Reading.Report.Sha256);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", points[span.Start]);
        json.WriteNumber("end", points[span.End]);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.Cut(text));
        json.WriteString("prefix", text[Edge(text, Math.Max(0, span.Start - Around))..span.Start]);
        json.WriteString("suffix", text[span.End..Edge(text, Math.Min(text.Length, span.End + Around))]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // No half of a surrogate pair at the edge.
    private static int Edge(string text, int offset) => offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset + 1 : offset;

    private static int[] Points(string text)
    {
        int[] points = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            points[i + 1] = points[i] + (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 0 : 1);
        return points;
    }
}
