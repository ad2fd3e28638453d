// What can be saved out of a damaged store.
using System.Security.Cryptography;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Storage.Decisions;
using Crossread.Storage.Intake;
using Crossread.Storage.Packing;
using Crossread.Stories;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>
/// Copies out of a damaged store, row by row, what can still be read. A report comes over with its analysis if that is whole; else it is read anew
/// from its original, if that is.
/// </summary>
public static class SqliteRescue
{
    private const int _farthest = 100_000_000;

    /// <summary>Saves what can be read.</summary>
    /// <param name="damaged">The damaged store's file; it is only read.</param>
    /// <param name="into">An empty store.</param>
    /// <param name="progress">Told how many rows of how many were looked at; or null.</param>
    /// <param name="cancel">Stops the work; what was saved stays.</param>
    /// <returns>How many reports were saved, and for each that was lost what is known of it.</returns>
    /// <exception cref="StoreException">Nothing at all can be read, or the new store fails.</exception>
    public static (int Saved, IReadOnlyList<Problem> Lost) Save(string damaged, IStore into, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(damaged);
        ArgumentNullException.ThrowIfNull(into);
        _ = SqliteEngine.Source;
        List<Problem> lost = [];
        int saved = 0;
        try
        {
            using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = damaged, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            connection.Open();
            using Sql sql = new(connection, damaged);
            long last = Math.Min(_farthest, Math.Max(Last(sql, "SELECT max(arrival) FROM report"), Math.Max(Last(sql, "SELECT max(report) FROM analysis"), Last(sql, "SELECT max(latest) FROM story"))));
            if (last == 0)
                last = Last(sql, "SELECT max(id) FROM original");
            for (long arrival = 1; arrival <= last; arrival++)
            {
                cancel.ThrowIfCancellationRequested();
                if (Keep(sql, arrival, damaged, into, lost))
                    saved++;
                progress?.Invoke(arrival, last);
            }
            KeepDecisions(sql, damaged, into, lost);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure, damaged);
        }
        return (saved, lost);
    }

    private static long Last(Sql sql, string question) => Try(() => sql.One<long>(question));

    private static T? Try<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception damage) when (damage is StoreException { Failure: StoreFailure.Damaged or StoreFailure.Other } or InvalidCastException or InvalidDataException or FormatException)
        {
            return default;
        }
    }

    private static bool Keep(Sql sql, long arrival, string damaged, IStore into, List<Problem> lost)
    {
        (string? File, string? Added, long Original, long Story, string Id, string Sha256) head = Try(() => sql.All(
            "SELECT file, added, original, story, id, sha256 FROM report WHERE arrival = $1",
            r => ((string?)r.GetString(0), (string?)r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetString(4), Convert.ToHexStringLower(r.GetFieldValue<byte[]>(5))), arrival).FirstOrDefault());
        string place = FormattableString.Invariant($"report number {arrival}");
        PackedReading? analysis = Try(() => sql.First("SELECT a.text, a.body, m.form FROM analysis a JOIN maker m ON m.id = a.maker WHERE a.report = $1", r => new PackedReading(r.GetFieldValue<byte[]>(0), r.GetFieldValue<byte[]>(1), r.GetInt32(2)), arrival));
        if (head.File is null && analysis is null)
            return false;
        PackedOriginal? original = head.File is null ? null : Try(() => sql.First("SELECT sha256, length, packed, bytes FROM original WHERE id = $1", r => new PackedOriginal(r.GetFieldValue<byte[]>(0), r.GetInt32(1), r.GetInt64(2) != 0, r.GetFieldValue<byte[]>(3)), head.Original));
        byte[]? bytes = original is null ? null : Try(original.Unpack);
        if (bytes is null || !SHA256.HashData(bytes).AsSpan().SequenceEqual(original!.Sha256))
        {
            lost.Add(new Problem(damaged, place, $"its original cannot be read{(head.File is null ? "" : " (it was added as " + head.File + ")")}", "add the file again if you have it"));
            return false;
        }
        string story = Try(() => sql.One<string>("SELECT name FROM story WHERE id = $1", head.Story)) ?? FormattableString.Invariant($"s{head.Story:x12}");
        DateTimeOffset added = DateTimeOffset.TryParse(head.Added, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : DateTimeOffset.UnixEpoch;
        Maker? maker = Try(() => sql.First("SELECT library, models, build FROM maker WHERE id = (SELECT maker FROM analysis WHERE report = $1)", r => new Maker(r.GetString(0), r.GetString(1), r.GetString(2)), arrival));
        (Reading? Reading, System.Collections.Immutable.ImmutableArray<Problem> Problems) read = analysis is null || maker is null ? default : Try(() => analysis.Unpack(head.Id, head.File!, head.Sha256, () => bytes));
        List<NewReport> reports = read.Reading is { } reading
            ? [new NewReport(reading, read.Problems, [.. bytes], added) { Maker = maker! }]
            : [.. Anew(bytes, head.File!, added)];
        return into.Write(writer =>
        {
            int kept = 0;
            foreach (NewReport report in reports.Where(r => !writer.Holds(r.Reading.Report.Sha256)))
            {
                writer.Keep(report, new Placement(story, null));
                kept++;
            }
            return kept > 0;
        });
    }

    private static IEnumerable<NewReport> Anew(byte[] bytes, string file, DateTimeOffset added)
    {
        DocumentResult[] results = [.. DocumentReader.Read(bytes, file, ReportIntake.Limits)];
        foreach (DocumentResult result in results)
        {
            if (result.Document is { } document)
                yield return new NewReport(Crossreader.Analyse(Cleaner.Clean([document])[0]), result.Problems, document.Bytes, added);
        }
    }

    private static void KeepDecisions(Sql sql, string damaged, IStore into, List<Problem> lost)
    {
        IReadOnlyList<Decision>? decisions = Try<IReadOnlyList<Decision>>(() => new SqliteSession(sql, new StoreAbout(damaged, "", "", 0, true)).Decisions());
        if (decisions is null)
        {
            lost.Add(new Problem(damaged, null, "the decisions cannot be read", "make them again"));
            return;
        }
        into.Write(writer =>
        {
            foreach (Decision decision in decisions)
                writer.Decide(new NewDecision(decision.When, decision.Who, decision.Why, decision.Matter));
            return decisions.Count;
        });
    }
}
