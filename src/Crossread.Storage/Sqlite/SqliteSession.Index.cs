// What search knows of a report: put in, and taken out again when the report is analysed anew.
using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;

namespace Crossread.Storage.Sqlite;

internal sealed partial class SqliteSession
{
    public HeldReport Renew(NewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Report renewed = report.Reading.Report;
        HeldReport held = ReportOf(renewed.Sha256) ?? throw new ArgumentException("No report of these bytes is held.", nameof(report));
        TakeOut(held, Reading(held.Id)!.Reading);
        sql.Run(
            "UPDATE report SET title = $2, outlet = $3, url = $4, language = $5, published = $6, day = $7, letters = $8 WHERE arrival = $1",
            held.Arrival, renewed.Title, renewed.Outlet, renewed.Url, renewed.Language, renewed.Published?.Edtf, EdtfDay.Of(renewed.Published?.Edtf)?.DayNumber, renewed.Text.Length);
        KeepAnalysis(held.Arrival, report);
        _changed.Add(StoryRow(held.Story)!.Value);
        return Report(held.Id)!;
    }

    // Only the index is kept, so it must be told the very words that it is to forget.
    private void TakeOut(HeldReport held, Reading reading)
    {
        sql.Run("INSERT INTO report_words(report_words, rowid, title, body) VALUES ('delete', $1, $2, $3)", held.Arrival, reading.Report.Title, reading.Report.Text);
        List<(long Id, int Number)> statements = sql.All("SELECT id, number FROM statement WHERE report = $1", row => (row.GetInt64(0), row.GetInt32(1)), held.Arrival);
        foreach ((long id, int number) in statements)
            sql.Run("INSERT INTO statement_words(statement_words, rowid, content) VALUES ('delete', $1, $2)", id, StatementWords(reading.Report.Text, reading.Statements[number]));
        sql.Run("DELETE FROM statement WHERE report = $1", held.Arrival);
        sql.Run("DELETE FROM analysis WHERE report = $1", held.Arrival);
        foreach (LocalEntity entity in reading.Names.Entities)
        {
            (long Id, string Form)? name = FindName(entity.Name, entity.Kind);
            if (name is not { } known)
                continue;
            sql.Run("DELETE FROM named WHERE name = $1 AND report = $2", known.Id, held.Arrival);
            if (sql.One<long>("SELECT EXISTS (SELECT 1 FROM named WHERE name = $1) OR EXISTS (SELECT 1 FROM statement WHERE speaker = $1)", known.Id) != 0)
                continue;
            sql.Run("INSERT INTO name_words(name_words, rowid, form) VALUES ('delete', $1, $2)", known.Id, known.Form);
            sql.Run("DELETE FROM name WHERE id = $1", known.Id);
        }
    }

    private void Index(long arrival, Reading reading)
    {
        Report report = reading.Report;
        sql.Run("INSERT INTO report_words(rowid, title, body) VALUES ($1, $2, $3)", arrival, report.Title, report.Text);
        long[] names = new long[reading.Names.Entities.Length];
        foreach (IGrouping<int, int> mentions in reading.Names.EntityOf.GroupBy(e => e))
        {
            LocalEntity entity = reading.Names.Entities[mentions.Key];
            names[mentions.Key] = NameRow(entity.Name, entity.Kind);
            sql.Run("INSERT INTO named(name, report, mentions) VALUES ($1, $2, $3) ON CONFLICT(name, report) DO UPDATE SET mentions = mentions + excluded.mentions", names[mentions.Key], arrival, mentions.Count());
        }
        for (int i = 0; i < reading.Statements.Length; i++)
        {
            Statement statement = reading.Statements[i];
            if (statement.Content.IsEmpty)
                continue;
            long? speaker = statement.SpeakerEntity is int e && e < names.Length ? names[e] != 0 ? names[e] : names[e] = NameRow(reading.Names.Entities[e].Name, reading.Names.Entities[e].Kind) : null;
            long row = sql.Insert(
                "INSERT INTO statement(report, number, speaker, stance, start, stop) VALUES ($1, $2, $3, $4, $5, $6)",
                arrival, i, speaker, (int)statement.Stance, statement.Content.Min(c => c.Start), statement.Content.Max(c => c.End));
            sql.Run("INSERT INTO statement_words(rowid, content) VALUES ($1, $2)", row, StatementWords(report.Text, statement));
        }
    }

    internal static string StatementWords(string text, Statement statement) => string.Join(" … ", statement.Content.Select(c => c.Cut(text)));

    private long NameRow(string form, EntityKind kind)
    {
        if (FindName(form, kind) is { } known)
            return known.Id;
        long row = sql.Insert("INSERT INTO name(plain, kind, form) VALUES ($1, $2, $3)", PlainName.Of(form), (int)kind, form);
        sql.Run("INSERT INTO name_words(rowid, form) VALUES ($1, $2)", row, form);
        return row;
    }

    private (long Id, string Form)? FindName(string form, EntityKind kind)
    {
        List<(long, string)> found = sql.All("SELECT id, form FROM name WHERE plain = $1 AND kind = $2", row => (row.GetInt64(0), row.GetString(1)), PlainName.Of(form), (int)kind);
        return found is [var name, ..] ? name : null;
    }
}
