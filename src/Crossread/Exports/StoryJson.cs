// A story as one JSON object; the shape that the command line and the HTTP API promise.
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>Writes a story as one JSON object. Spans are <c>[start, end)</c> in UTF-16 code units of the report's <c>text</c>; dates are EDTF.</summary>
public static class StoryJson
{
    /// <summary>Writes the story, indented, in UTF-8.</summary>
    public static void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteArray("reports", story.Reports, r => ReportJson.WriteValue(json, r, story));
        json.WriteArray("entities", story.Entities, e => ReportJson.WriteEntity(json, e));
        json.WriteArray("origins", story.Origins, o => WriteOrigin(json, o));
        json.WriteArray("utterances", story.Utterances, u => WriteUtterance(json, u, story));
        json.WriteArray("claims", story.Claims, c => WriteClaim(json, c, story));
        json.WriteArray("differences", story.Differences, d => WriteDifference(json, d));
        json.WriteArray("timeline", story.Timeline, t => WriteEntry(json, t));
        json.WriteArray("problems", story.Problems, p => WriteProblem(json, p));
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject();
        json.WriteString("id", origin.Id);
        json.WriteStrings("reports", origin.Reports);
        json.WriteString("because", origin.Because);
        json.WriteArray("passages", origin.Passages, p =>
        {
            json.WriteStartObject();
            json.WriteEvidence(p.Passage);
            json.WriteStartObject("like");
            json.WriteEvidence(p.Like);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteUtterance(Utf8JsonWriter json, Utterance utterance, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", utterance.Id);
        json.WriteString("speaker", utterance.Speaker is int s ? story.Entities[s].Id : null);
        json.WriteArray("statements", utterance.Statements, s =>
        {
            json.WriteStartObject();
            json.WriteString("report", story.Reports[s.Report].Id);
            json.WriteNumber("statement", s.Statement);
            json.WriteEndObject();
        });
        json.WriteStrings("wordings", utterance.Statements.Select(s => Words(story, s)).Distinct(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    // A quotation that its speaker splits is given without the words between its parts.
    private static string Words(Story story, StatementRef at)
    {
        Reading reading = story.Reports[at.Report].Reading;
        return string.Join(" … ", reading.Statements[at.Statement].Content.Select(c => c.Cut(reading.Report.Text)));
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("about", claim.About);
        json.WriteWord("standing", claim.Standing);
        json.WriteArray("accounts", claim.Accounts, a =>
        {
            json.WriteStartObject();
            json.WriteEvidence(a.Evidence);
            json.WriteWord("side", a.Side);
            json.WriteString("holder", a.Holder is int h ? story.Entities[h].Id : null);
            json.WriteString("holderWords", a.HolderWords is { } words ? story.Cut(words) : null);
            json.WriteString("origin", a.Origin);
            json.WriteString("when", a.When);
            json.WriteString("scope", a.Scope);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteWord("kind", difference.Kind);
        json.WriteWord("verdict", difference.Verdict);
        json.WriteString("about", difference.About);
        json.WriteString("because", difference.Because);
        json.WriteArray("readings", difference.Readings, r =>
        {
            json.WriteStartObject();
            json.WriteEvidence(r.Evidence);
            json.WriteString("value", r.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("edtf", entry.Edtf);
        json.WriteString("label", entry.Label);
        json.WriteArray("evidence", entry.Evidence, e =>
        {
            json.WriteStartObject();
            json.WriteEvidence(e);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.File);
        json.WriteString("place", problem.Place);
        json.WriteString("what", problem.What);
        json.WriteString("remedy", problem.Remedy);
        json.WriteEndObject();
    }
}
