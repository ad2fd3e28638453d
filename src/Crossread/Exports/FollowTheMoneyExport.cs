// FollowTheMoney entities for Aleph and OpenSanctions tools.
using System.Text.Json;

using Crossread.Events.Ties;
using Crossread.Names;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;

namespace Crossread.Exports;

/// <summary>
/// FollowTheMoney entities, a line each (id, schema, properties): Person, Organization and Article, Event for what happened, UnknownLink for relations between actors.
/// Every property is a list of strings, as the format asks.
/// </summary>
public sealed class FollowTheMoneyExport : IStoryExport
{
    /// <inheritdoc/>
    public string Name => "ftm";

    /// <inheritdoc/>
    public string About => "FollowTheMoney entities, JSON Lines";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        foreach (StoryReport report in story.Reports)
        {
            Line(stream, "crossread-" + report.Id, "Article", ("title", report.Reading.Report.Title ?? report.Reading.Report.File), ("fileName", report.Reading.Report.File), ("sourceUrl", report.Reading.Report.Url),
                ("publishedAt", ExportParts.Days(report.Published.Edtf) is { } days && days.First == days.Last ? days.First : null), ("publisher", report.Reading.Report.Outlet), ("language", report.Reading.Report.Language == "en" ? "eng" : null));
        }
        for (int e = 0; e < story.Entities.Length; e++)
        {
            if (Schema(story.Entities[e].Kind) is { } schema)
                Line(stream, Id(story, e), schema, [("name", story.Entities[e].Name), .. story.Entities[e].Forms.Where(f => f.Form != story.Entities[e].Name).Select(f => ("alias", (string?)f.Form))]);
        }
        foreach (Happening happening in story.Happenings.Where(h => h.Accounts.Any(a => !a.Negated)))
        {
            (string First, string Last)? days = ExportParts.Days(happening.When);
            Line(stream, "crossread-" + happening.Id, "Event",
            [
                ("name", ExportParts.Line(happening.About)), ("summary", happening.Deed + ", " + ReportJson.Word(happening.Modality)), ("startDate", days?.First), ("endDate", days?.Last), ("location", happening.Place is { } place ? ExportParts.Line(place.Name) : null),
                ("involved", Party(story, happening.Actor)), ("involved", Party(story, happening.Recipient)),
                .. happening.CoActors.Concat(happening.CoRecipients).Select(p => ("involved", Party(story, p))),
                .. happening.Accounts.Select(a => a.Words.Report).Distinct(StringComparer.Ordinal).Select(r => ("proof", (string?)("crossread-" + r))),
            ]);
        }
        foreach (ActorRelation relation in story.Relations.Where(r => !r.OnlyDenied))
        {
            if (Party(story, relation.From) is { } from && Party(story, relation.To) is { } to)
            {
                Line(stream, "crossread-" + relation.Id, "UnknownLink",
                [
                    ("subject", from), ("object", to), ("role", relation.Kind.Name()), ("startDate", relation.Since), ("endDate", relation.Until), ("summary", relation.Standing == Standing.Disputed ? "disputed" : null),
                    .. relation.Accounts.Select(a => a.Words.Report).Distinct(StringComparer.Ordinal).Select(r => ("proof", (string?)("crossread-" + r))),
                ]);
            }
        }
    }

    private static string? Schema(EntityKind kind) => kind switch
    {
        EntityKind.Person => "Person",
        EntityKind.Organisation or EntityKind.Group => "Organization",
        _ => null,
    };

    private static string Id(Story story, int entity) => "crossread-" + story.Entities[entity].Id;

    private static string? Party(Story story, Party? party) => party?.Entity is int e && Schema(story.Entities[e].Kind) is not null ? Id(story, e) : null;

    private static void Line(Stream stream, string id, string schema, params (string Name, string? Value)[] properties)
    {
        using (Utf8JsonWriter json = new(stream, ExportParts.OneLine))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("schema", schema);
            json.WriteStartObject("properties");
            foreach (IGrouping<string, string> property in properties.Where(p => !string.IsNullOrEmpty(p.Value)).GroupBy(p => p.Name, p => p.Value!, StringComparer.Ordinal))
                json.WriteStrings(property.Key, property.Distinct(StringComparer.Ordinal));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }
}
