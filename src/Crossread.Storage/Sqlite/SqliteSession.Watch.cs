// Watched feeds and what is new.
using System.Globalization;

using Crossread.Storage.Watching;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

internal sealed partial class SqliteSession
{
    public IReadOnlyList<WatchedFeed> Feeds() => sql.All("SELECT url, title, entity_tag, last_modified, polled, due, failures, problem FROM feed ORDER BY url", row => new WatchedFeed(row.GetString(0))
    {
        Title = Text(row, 1),
        EntityTag = Text(row, 2),
        LastModified = Time(row, 3),
        Polled = Time(row, 4),
        Due = Time(row, 5),
        Failures = row.GetInt32(6),
        Problem = Text(row, 7),
    });

    public IReadOnlyList<HeldReport> ReportsAt(string url) => sql.All($"SELECT {_reportColumns} FROM {_reportTables} WHERE r.url = $1 ORDER BY r.arrival", ReadReport, url);

    public long LastNews() => sql.One<long>("SELECT max(number) FROM news");

    public IReadOnlyList<News> News(long after, int most) => sql.All("SELECT number, at, kind, story, report, about, before, after FROM news WHERE number > $1 ORDER BY number LIMIT $2", row =>
        new News(row.GetInt64(0), Time(row, 1)!.Value, (NewsKind)row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5)) { Before = Text(row, 6), After = Text(row, 7) }, after, most);

    public long? NewsMark() => sql.One<long?>("SELECT arrival FROM news_mark");

    public void KeepFeed(WatchedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        sql.Run(
            "INSERT OR REPLACE INTO feed(url, title, entity_tag, last_modified, polled, due, failures, problem) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            feed.Url, feed.Title, feed.EntityTag, Time(feed.LastModified), Time(feed.Polled), Time(feed.Due), feed.Failures, feed.Problem);
    }

    public bool ForgetFeed(string url) => sql.Run("DELETE FROM feed WHERE url = $1", url) > 0;

    public IReadOnlyList<News> KeepNews(IReadOnlyList<News> news, long mark)
    {
        ArgumentNullException.ThrowIfNull(news);
        List<News> kept = [];
        foreach (News one in news)
        {
            long number = sql.Insert(
                "INSERT INTO news(at, kind, story, report, about, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)", Time(one.When), (int)one.Kind, one.Story, one.Report, one.About, one.Before, one.After);
            kept.Add(one with { Number = number });
        }
        sql.Run("INSERT OR REPLACE INTO news_mark(one, arrival) VALUES (1, $1)", mark);
        return kept;
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
