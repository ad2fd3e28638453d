// A view of the store, and a write into it.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Storage.Packing;
using Crossread.Stories;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>The store inside one transaction.</summary>
internal sealed partial class SqliteSession(Sql sql, StoreAbout about) : IStoreWriter
{
    // A write counts each changed story once, not once a report.
    private readonly HashSet<long> _changed = [];

    private const string _reportColumns = "r.id, r.sha256, o.sha256, s.name, r.arrival, r.added, r.file, r.title, r.outlet, r.url, r.language, r.published, r.letters";
    private const string _reportTables = "report r JOIN original o ON o.id = r.original JOIN story s ON s.id = r.story";
    private const string _originalColumns = "o.sha256, o.length, o.packed, o.bytes";
    private const string _readingColumns = "r.id, r.file, r.sha256, m.library, m.models, m.build, m.form, a.text, a.body, " + _originalColumns;
    private const string _readingTables = "report r JOIN original o ON o.id = r.original JOIN analysis a ON a.report = r.arrival JOIN maker m ON m.id = a.maker";

    public StoreCounts Count() => new(
        sql.One<long>("SELECT count(*) FROM report"),
        sql.One<long>("SELECT count(*) FROM story WHERE became IS NULL"),
        sql.One<long>("SELECT count(*) FROM original"),
        sql.One<long>("SELECT coalesce(sum(letters), 0) FROM report"));

    public bool Holds(string sha256) => Bytes(sha256) is { } hash && sql.One<long>("SELECT 1 FROM report WHERE sha256 = $1", hash) == 1;

    public HeldReport? Report(string id) => sql.First($"SELECT {_reportColumns} FROM {_reportTables} WHERE r.id = $1", ReadReport, id);

    public HeldReport? ReportOf(string sha256) => Bytes(sha256) is { } hash ? sql.First($"SELECT {_reportColumns} FROM {_reportTables} WHERE r.sha256 = $1", ReadReport, hash) : null;

    public IReadOnlyList<HeldReport> Reports(string? story, Page page) => story is null
        ? sql.All($"SELECT {_reportColumns} FROM {_reportTables} ORDER BY r.arrival LIMIT $1 OFFSET $2", ReadReport, page.Limit, page.Offset)
        : sql.All($"SELECT {_reportColumns} FROM {_reportTables} WHERE r.story = $1 ORDER BY r.arrival LIMIT $2 OFFSET $3", ReadReport, StoryRow(story) ?? -1, page.Limit, page.Offset);

    public byte[]? Original(string sha256)
    {
        if (Bytes(sha256) is not { } hash)
            return null;
        PackedOriginal? kept = sql.First($"SELECT {_originalColumns} FROM original o WHERE o.sha256 = $1", row => ReadOriginal(row, 0), hash);
        try
        {
            return kept?.Unpack();
        }
        catch (InvalidDataException damage)
        {
            throw Damaged("the original " + sha256, damage);
        }
    }

    public HeldReading? Reading(string report) =>
        sql.First($"SELECT {_readingColumns} FROM {_readingTables} WHERE r.id = $1", ReadKept, report) is { } kept ? Unpacked(kept) : null;

    public IReadOnlyList<HeldReading> ReadingsOf(string story) => StoryRow(story) is not { } row ? []
        : Unpacked(sql.All($"SELECT {_readingColumns} FROM {_readingTables} WHERE r.story = $1 ORDER BY r.arrival", ReadKept, row));

    public long LastArrival() => sql.One<long>("SELECT max(arrival) FROM report");

    public long ArrivalBefore(int latest) => sql.One<long>("SELECT arrival FROM report ORDER BY arrival DESC LIMIT 1 OFFSET $1", latest);

    public IReadOnlyList<Arrival> Arrivals(long after, int most) => sql.All(
        $"SELECT r.arrival, s.name, r.title, r.published, a.text, {_originalColumns} FROM {_reportTables} JOIN analysis a ON a.report = r.arrival WHERE r.arrival > $1 ORDER BY r.arrival LIMIT $2",
        row => new Arrival(row.GetInt64(0), row.GetString(1), Text(row, 2), UnpackText(row, 4), Text(row, 3)), after, most);

    public HeldStory? Story(string id)
    {
        Settle();
        return StoryRow(id) is not { } found ? null
            : sql.First("SELECT name, title, reports, outlets, latest, first_day, last_day FROM story WHERE id = $1", ReadStory, found);
    }

    public IReadOnlyList<HeldStory> Stories(Page page)
    {
        Settle();
        return sql.All("SELECT name, title, reports, outlets, latest, first_day, last_day FROM story WHERE became IS NULL ORDER BY latest DESC LIMIT $1 OFFSET $2", ReadStory, page.Limit, page.Offset);
    }

    public HeldReport Keep(NewReport report, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(placement);
        Report held = report.Reading.Report;
        PackedOriginal original = report.PackedOriginal ?? PackedOriginal.Of(report.Original.AsSpan());
        long originalRow = sql.One<long>("SELECT id FROM original WHERE sha256 = $1", original.Sha256) is > 0 and var known ? known
            : sql.Insert("INSERT INTO original(sha256, length, packed, bytes) VALUES ($1, $2, $3, $4)", original.Sha256, original.Length, original.IsPacked ? 1 : 0, original.Bytes);
        long story = KeepStory(placement);
        string id = FreeId(held);
        int? day = EdtfDay.Of(held.Published?.Edtf)?.DayNumber;
        long arrival = sql.Insert(
            "INSERT INTO report(id, sha256, original, story, added, file, title, outlet, url, language, published, day, letters) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            id, Convert.FromHexString(held.Sha256), originalRow, story, report.Added.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), held.File, held.Title, held.Outlet, held.Url, held.Language, held.Published?.Edtf, day, held.Text.Length);
        KeepAnalysis(arrival, report);
        _changed.Add(story);
        return Report(id)!;
    }

    public void Dispose() => sql.Dispose();

    /// <summary>Brings the counts of the changed stories up; before they are read, and at the end of a write.</summary>
    public void Settle()
    {
        foreach (long story in _changed)
            CountStory(story);
        _changed.Clear();
    }

    private void KeepAnalysis(long arrival, NewReport report)
    {
        PackedReading packed = report.Packed ?? PackedReading.Of(report.Reading, report.Problems, report.Original.AsSpan());
        sql.Run("INSERT INTO analysis(report, maker, text, body) VALUES ($1, $2, $3, $4)", arrival, MakerRow(report.Maker, packed.Form), packed.Text, packed.Body);
        Index(arrival, report.Reading);
    }

    // The story's row, made if it is new; the stories that became part of it lead to it from now on.
    private long KeepStory(Placement placement)
    {
        long story = StoryRow(placement.Story) ?? sql.Insert("INSERT INTO story(name) VALUES ($1)", placement.Story);
        foreach (string merged in placement.Merged ?? [])
        {
            if (StoryRow(merged) is not { } part || part == story)
                continue;
            sql.Run("UPDATE report SET story = $1 WHERE story = $2", story, part);
            sql.Run("UPDATE story SET became = $1 WHERE id = $2 OR became = $2", story, part);
        }
        return story;
    }

    private void CountStory(long story) => sql.Run(
        """
        UPDATE story SET
            reports = (SELECT count(*) FROM report WHERE story = $1),
            outlets = (SELECT count(DISTINCT coalesce(outlet, '')) FROM report WHERE story = $1),
            latest = (SELECT coalesce(max(arrival), 0) FROM report WHERE story = $1),
            first_day = (SELECT min(day) FROM report WHERE story = $1),
            last_day = (SELECT max(day) FROM report WHERE story = $1),
            title = (SELECT title FROM report WHERE story = $1 AND title IS NOT NULL ORDER BY coalesce(day, -1) DESC, arrival DESC LIMIT 1)
        WHERE id = $1
        """, story);

    // Ten digits of a hash are few among a million reports: a second one with the same gets more of them.
    private string FreeId(Report report)
    {
        string id = report.Id;
        for (int digits = 16; sql.One<long>("SELECT 1 FROM report WHERE id = $1", id) == 1 && digits <= report.Sha256.Length; digits += 8)
            id = "r" + report.Sha256[..digits];
        return id;
    }

    private long MakerRow(Maker maker, int form) =>
        sql.One<long>("SELECT id FROM maker WHERE library = $1 AND models = $2 AND build = $3 AND form = $4", maker.Library, maker.Models, maker.Build, form) is > 0 and var known ? known
        : sql.Insert("INSERT INTO maker(library, models, build, form) VALUES ($1, $2, $3, $4)", maker.Library, maker.Models, maker.Build, form);

    private long? StoryRow(string name) =>
        sql.One<long>("SELECT coalesce(became, id) FROM story WHERE name = $1", name) is > 0 and var row ? row : null;

    private HeldReport ReadReport(SqliteDataReader row) => new(
        row.GetString(0), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(1)), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), row.GetString(3), row.GetInt64(4),
        DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), row.GetString(6))
    {
        Title = Text(row, 7),
        Outlet = Text(row, 8),
        Url = Text(row, 9),
        Language = row.GetString(10),
        Published = Text(row, 11),
        Letters = row.GetInt32(12),
    };

    private static HeldStory ReadStory(SqliteDataReader row) => new(row.GetString(0), Text(row, 1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(4), Day(row, 5), Day(row, 6));

    private static KeptReading ReadKept(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), new Maker(row.GetString(3), row.GetString(4), row.GetString(5)),
        new PackedReading(row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8), row.GetInt32(6)), ReadOriginal(row, 9));

    private HeldReading Unpacked(KeptReading kept)
    {
        try
        {
            (Reading reading, ImmutableArray<Problem> problems) = kept.Packed.Unpack(kept.Id, kept.File, kept.Sha256, kept.Original.Unpack);
            return new HeldReading(reading, problems, kept.Maker);
        }
        catch (InvalidDataException damage)
        {
            throw Damaged("the report " + kept.Id, damage);
        }
    }

    // Of several that are damaged the first is told, however many threads there are.
    private HeldReading[] Unpacked(List<KeptReading> kept)
    {
        HeldReading[] held = new HeldReading[kept.Count];
        StoreException?[] failed = new StoreException?[kept.Count];
        Parallel.For(0, held.Length, i =>
        {
            try
            {
                held[i] = Unpacked(kept[i]);
            }
            catch (StoreException failure)
            {
                failed[i] = failure;
            }
        });
        return Array.Find(failed, f => f is not null) is { } first ? throw first : held;
    }

    private sealed record KeptReading(string Id, string File, string Sha256, Maker Maker, PackedReading Packed, PackedOriginal Original);

    private static PackedOriginal ReadOriginal(SqliteDataReader row, int column) =>
        new(row.GetFieldValue<byte[]>(column), row.GetInt32(column + 1), row.GetInt64(column + 2) != 0, row.GetFieldValue<byte[]>(column + 3));

    // The columns of its original stand behind the text.
    private string UnpackText(SqliteDataReader row, int column)
    {
        try
        {
            return PackedText.Unpack(row.GetFieldValue<byte[]>(column), () => ReadOriginal(row, column + 1).Unpack());
        }
        catch (InvalidDataException damage)
        {
            throw Damaged("a text", damage);
        }
    }

    private StoreException Damaged(string place, InvalidDataException damage) => new(
        StoreFailure.Damaged, new Problem(about.Location, place, "what is kept is damaged: " + damage.Message, "crossread verify tells what else is; crossread backup --rescue NEWFILE saves the rest"), damage);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));

    private static byte[]? Bytes(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit) ? Convert.FromHexString(sha256) : null;
}
