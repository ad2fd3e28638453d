// Tables for spreadsheets.
using Crossread.Events.Ties;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Exports;

/// <summary>A zip of CSV tables (RFC 4180, UTF-8): reports, entities, statements, claims, events, event accounts, relations, timeline. Ids lead from one to the other.</summary>
public sealed class CsvExport : IStoryExport
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string About => "tables as CSV, zipped";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        string? Entity(int? index) => index is int i ? story.Entities[i].Id : null;
        string Words(Evidence at) => ExportParts.Line(story.Cut(at));
        ExportParts.Zip(stream,
        [
            ("reports.csv", ExportParts.Csv("id,file,sha256,title,outlet,published,basis,origin,url",
                story.Reports.Select(r => new object?[] { r.Id, r.Reading.Report.File, r.Reading.Report.Sha256, r.Reading.Report.Title, r.Reading.Report.Outlet, r.Published.Edtf, r.Published.Basis.ToString().ToLowerInvariant(), r.Origin >= 0 ? story.Origins[r.Origin].Id : null, r.Reading.Report.Url }))),
            ("entities.csv", ExportParts.Csv("id,name,kind,mentions,forms",
                story.Entities.Select(e => new object?[] { e.Id, e.Name, e.Kind.ToString().ToLowerInvariant(), e.Forms.Sum(f => f.Count), string.Join("; ", e.Forms.Select(f => f.Form)) }))),
            ("statements.csv", ExportParts.Csv("report,index,speaker,speaker_words,stance,form,when,start,end,words",
                story.Reports.SelectMany(r => r.Reading.Statements.Select((s, i) => new object?[]
                {
                    r.Id, i, s.SpeakerEntity is int local ? story.Entities[r.EntityOf[local]].Id : null, s.SpeakerWords is { } speaker ? ExportParts.Line(speaker.Cut(r.Reading.Report.Text)) : null, s.Stance.ToString().ToLowerInvariant(), s.Form.ToString().ToLowerInvariant(),
                    r.StatementDates[i], s.Content[0].Start, s.Content[^1].End, string.Join(" … ", s.Content.Select(c => ExportParts.Line(c.Cut(r.Reading.Report.Text)))),
                })))),
            ("claims.csv", ExportParts.Csv("claim,about,standing,report,start,end,side,holder,origin,when,words",
                story.Claims.SelectMany(c => c.Accounts.Select(a => new object?[] { c.Id, c.About, c.Standing.ToString().ToLowerInvariant(), a.Evidence.Report, a.Evidence.Span.Start, a.Evidence.Span.End, a.Side.ToString().ToLowerInvariant(), Entity(a.Holder), a.Origin, a.When, Words(a.Evidence) })))),
            ("events.csv", ExportParts.Csv("id,deed,about,actor,actor_name,actor_code,recipient,recipient_name,recipient_code,place,when,modality,standing,accounts,parts,co_actors,co_recipients",
                story.Happenings.Select(h => new object?[]
                {
                    h.Id, h.Deed, ExportParts.Line(h.About), Entity(h.Actor?.Entity), Named(h.Actor), h.Actor?.Code, Entity(h.Recipient?.Entity), Named(h.Recipient), h.Recipient?.Code, Named(h.Place), h.When,
                    ReportJson.Word(h.Modality), h.Standing.ToString().ToLowerInvariant(), h.Accounts.Length, string.Join(' ', h.Parts), string.Join("; ", h.CoActors.Select(Named)), string.Join("; ", h.CoRecipients.Select(Named)),
                }))),
            ("event_accounts.csv", ExportParts.Csv("event,report,start,end,holder,holder_words,modality,negated,when,origin,words",
                story.Happenings.SelectMany(h => h.Accounts.Select(a => new object?[]
                {
                    h.Id, a.Words.Report, a.Words.Span.Start, a.Words.Span.End, Entity(a.Holder), a.HolderWords is { } holder ? Words(holder) : null, ReportJson.Word(a.Modality), a.Negated, a.When, a.Origin, Words(a.Words),
                })))),
            ("relations.csv", ExportParts.Csv("id,kind,from,from_name,from_code,to,to_name,to_code,since,until,standing,accounts,denials",
                story.Relations.Select(r => new object?[]
                {
                    r.Id, r.Kind.Name(), Entity(r.From.Entity), Named(r.From), r.From.Code, Entity(r.To.Entity), Named(r.To), r.To.Code, r.Since, r.Until, r.Standing.ToString().ToLowerInvariant(), r.Accounts.Length, r.Accounts.Count(a => a.Negated),
                }))),
            ("timeline.csv", ExportParts.Csv("edtf,label,report,start,end",
                story.Timeline.SelectMany(t => t.Evidence.Select(e => new object?[] { t.Edtf, t.Label, e.Report, e.Span.Start, e.Span.End })))),
        ]);
    }

    private static string? Named(Party? party) => party is null ? null : ExportParts.Line(party.Name);
}
