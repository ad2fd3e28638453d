// One report as a JSON object: clean text, names, dates, statements, events.
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Events;
using Crossread.Events.Ties;
using Crossread.Statements;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Exports;

/// <summary>Writes one report as a JSON object, alone on a line or inside a story.</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions _oneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the only report of a story on one line, with the story's entities as its own, without the line break.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="story">A story of one report.</param>
    /// <param name="id">The id to give instead of the report's own, or null.</param>
    public static void WriteLine(Stream stream, Story story, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        using Utf8JsonWriter json = new(stream, _oneLine);
        WriteValue(json, story.Reports[0], story, new PartyTable(story.Reports, story.Entities, story.Actors), id, withEntities: true);
    }

    /// <summary>Writes what cleaning made of one page on one line, without the line break.</summary>
    public static void WriteCleaned(Stream stream, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using Utf8JsonWriter json = new(stream, _oneLine);
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("title", report.Title);
        json.WriteStrings("authors", report.Authors);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("published", report.Published?.Edtf);
        json.WriteString("language", report.Language);
        json.WriteString("publishedBecause", report.Published?.Because);
        json.WriteString("modified", report.Modified?.Edtf);
        json.WriteString("agency", report.Agency);
        json.WriteString("section", report.Section);
        json.WriteString("url", report.Url);
        json.WriteString("encoding", report.Encoding);
        json.WriteArray("stated", report.Stated, s =>
        {
            json.WriteStartObject();
            json.WriteString("kind", s.Kind);
            json.WriteString("value", s.Value);
            json.WriteString("because", s.Because);
            json.WriteEndObject();
        });
        json.WriteString("text", report.Text);
        WriteRemoved(json, report);
        json.WriteEndObject();
    }

    internal static void WriteValue(Utf8JsonWriter json, StoryReport placed, Story story, PartyTable parties, string? id = null, bool withEntities = false)
    {
        Reading reading = placed.Reading;
        Report report = reading.Report;
        string? EntityId(int? local) => local is int l ? story.Entities[placed.EntityOf[l]].Id : null;
        int number = story.Reports.IndexOf(placed);
        string? Code(TextSpan? party, string? day) => party is { } words ? parties.Of(number, words, day ?? placed.Published.Edtf).Code : null;
        json.WriteStartObject();
        json.WriteString("id", id ?? report.Id);
        json.WriteString("file", report.File);
        json.WriteString("sha256", report.Sha256);
        json.WriteString("title", report.Title);
        json.WriteStrings("authors", report.Authors);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("agency", report.Agency);
        json.WriteString("url", report.Url);
        json.WriteString("language", report.Language);
        json.WriteStartObject("published");
        json.WriteString("edtf", placed.Published.Edtf);
        json.WriteWord("basis", placed.Published.Basis);
        json.WriteString("because", placed.Published.Because);
        json.WriteEndObject();
        json.WriteString("text", report.Text);
        WriteRemoved(json, report);
        json.WriteArray("links", report.Links.Zip(placed.LinkTargets), x =>
        {
            json.WriteStartObject();
            json.WriteString("text", x.First.Text);
            json.WriteString("url", x.First.Url);
            json.WriteString("report", x.Second);
            json.WriteEndObject();
        });
        json.WriteArray("sentences", reading.Words.Sentences, s => json.WriteSpan(s.Span));
        json.WriteArray("names", reading.Names.Mentions.Zip(reading.Names.EntityOf), x =>
        {
            json.WriteStartObject();
            json.WriteSpan("span", x.First.Span);
            json.WriteWord("kind", x.First.Kind);
            json.WriteString("entity", EntityId(x.Second));
            json.WriteSpan("role", x.First.Role);
            json.WriteEndObject();
        });
        json.WriteArray("dates", reading.Times.Zip(placed.TimeValues), x => WriteTime(json, x.First, x.Second));
        json.WriteArray("statements", reading.Statements.Zip(placed.StatementDates), x => WriteStatement(json, x.First, EntityId(x.First.SpeakerEntity), x.Second));
        json.WriteArray("events", reading.Events.Zip(placed.EventDates), x => WriteEvent(json, x.First, x.Second, Code(x.First.Actor, x.Second), Code(x.First.Recipient, x.Second)));
        json.WriteArray("relations", reading.Ties, t => WriteTie(json, t));
        json.WriteString("origin", placed.Origin >= 0 ? story.Origins[placed.Origin].Id : null);
        if (withEntities)
            json.WriteArray("entities", story.Entities, e => WriteEntity(json, e));
        json.WriteEndObject();
    }

    internal static void WriteEntity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("name", entity.Name);
        json.WriteWord("kind", entity.Kind);
        json.WriteArray("forms", entity.Forms, f =>
        {
            json.WriteStartObject();
            json.WriteString("form", f.Form);
            json.WriteNumber("count", f.Count);
            json.WriteEndObject();
        });
        json.WriteStrings("because", entity.Because);
        json.WriteEndObject();
    }

    private static void WriteRemoved(Utf8JsonWriter json, Report report) =>
        json.WriteArray("removed", report.Removed, r =>
        {
            json.WriteStartObject();
            json.WriteString("text", r.Text);
            json.WriteString("reason", r.Reason);
            json.WriteEndObject();
        });

    private static void WriteTime(Utf8JsonWriter json, TimeMention mention, TimeValue value)
    {
        json.WriteStartObject();
        json.WriteSpan("span", mention.Span);
        json.WriteString("type", mention.Type.ToString().ToUpperInvariant());
        json.WriteString("timex", value.Timex);
        json.WriteString("edtf", value.Edtf);
        json.WriteString("because", value.Because);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement, string? speaker, string? when)
    {
        json.WriteStartObject();
        json.WriteSpan("speaker", statement.Speaker);
        json.WriteString("speakerEntity", speaker);
        json.WriteSpan("cue", statement.Cue);
        json.WriteArray("content", statement.Content, c => json.WriteSpan(c));
        json.WriteWord("form", statement.Form);
        json.WriteWord("stance", statement.Stance);
        json.WriteString("when", when);
        json.WriteIndex("in", statement.In);
        json.WriteSpan("occasion", statement.Occasion);
        json.WriteString("because", statement.Because);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, Event found, string? when, string? actorCode, string? recipientCode)
    {
        json.WriteStartObject();
        json.WriteSpan("trigger", found.Trigger);
        json.WriteString("type", found.Type);
        json.WriteSpan("actor", found.Actor);
        json.WriteSpan("recipient", found.Recipient);
        json.WriteArray("coActors", found.CoActors, json.WriteSpan);
        json.WriteArray("coRecipients", found.CoRecipients, json.WriteSpan);
        json.WriteSpan("place", found.Place);
        json.WriteString("when", when);
        json.WriteIndex("statement", found.Statement);
        json.WriteBoolean("negated", found.Negated);
        json.WriteBoolean("hypothetical", found.Hypothetical);
        json.WriteString("deed", found.Deed);
        json.WriteString("cameo", found.Cameo);
        json.WriteString("mode", found.Mode);
        json.WriteStrings("contexts", found.Contexts);
        json.WriteNumber("quad", (int)found.Quad);
        json.WriteString("modality", Word(found.Modality));
        json.WriteSpan("instrument", found.Instrument);
        json.WriteString("actorCode", actorCode);
        json.WriteString("recipientCode", recipientCode);
        json.WriteEndObject();
    }

    /// <summary>The modality in words.</summary>
    internal static string Word(Modality modality) => modality == Modality.CalledFor ? "called for" : modality.ToString().ToLowerInvariant();

    private static void WriteTie(Utf8JsonWriter json, Tie tie)
    {
        json.WriteStartObject();
        json.WriteString("kind", tie.Kind.Name());
        json.WriteSpan("from", tie.From);
        json.WriteSpan("to", tie.To);
        json.WriteSpan("trigger", tie.Trigger);
        json.WriteIndex("statement", tie.Statement);
        json.WriteBoolean("negated", tie.Negated);
        json.WriteBoolean("ended", tie.Ended);
        json.WriteEndObject();
    }
}
