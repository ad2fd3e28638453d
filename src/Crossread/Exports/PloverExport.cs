// PLOVER records, a line an event.
using System.Collections.Immutable;
using System.Text.Json;

using Crossread.Events;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Exports;

/// <summary>
/// JSON Lines with the fields of PLOVER 0.5b records (Open Event Data Alliance): id, date, source, target, event, mode, eventText, context, text, textInfo, language, publication, version.
/// Each event once; what is only denied is left out, as PLOVER has no denials.
/// </summary>
public sealed class PloverExport : IStoryExport
{
    /// <inheritdoc/>
    public string Name => "plover";

    /// <inheritdoc/>
    public string About => "PLOVER 0.5b event records, JSON Lines";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        foreach (Happening happening in story.Happenings.Where(h => h.Accounts.Any(a => !a.Negated)))
        {
            HappeningAccount account = happening.Accounts.First(a => !a.Negated);
            Event found = ExportParts.EventOf(story, account);
            StoryReport report = story.Reports[account.Report];
            TextSpan sentence = ExportParts.SentenceOf(report, found.Trigger);
            using (Utf8JsonWriter json = new(stream, ExportParts.OneLine))
            {
                json.WriteStartObject();
                json.WriteString("id", happening.Id);
                json.WriteString("date", ExportParts.Days(happening.When)?.First ?? ExportParts.Days(report.Published.Edtf)?.First ?? "");
                WriteSide(json, "source", happening.Actor, happening.CoActors);
                WriteSide(json, "target", happening.Recipient, happening.CoRecipients);
                json.WriteString("event", found.Type);
                json.WriteString("mode", found.Mode ?? "");
                json.WriteString("eventText", found.Trigger.Cut(report.Reading.Report.Text));
                json.WriteString("context", string.Join(' ', found.Contexts));
                json.WriteString("text", ExportParts.Line(sentence.Cut(report.Reading.Report.Text)));
                json.WriteStartObject("textInfo");
                json.WriteString("report", report.Id);
                json.WriteNumber("sentence", ExportParts.SentenceNumber(report, found.Trigger));
                json.WriteNumber("accounts", happening.Accounts.Length);
                json.WriteString("modality", ReportJson.Word(found.Modality));
                json.WriteEndObject();
                json.WriteString("language", "en");
                json.WriteString("publication", report.Reading.Report.Outlet ?? report.Reading.Report.File);
                json.WriteString("coder", "Crossread");
                json.WriteString("version", "0.5b1");
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }

    private static void WriteSide(Utf8JsonWriter json, string name, Party? first, ImmutableArray<Party> others) => json.WriteArray(name, first is null ? others : others.Insert(0, first), p =>
    {
        json.WriteStartObject();
        json.WriteString("actorText", p.Name);
        if (p.Code is { } code)
            json.WriteString("code", code);
        json.WriteEndObject();
    });
}
