// What only the engine can tell of the store's health.
using System.Globalization;

using Crossread.Documents;
using Crossread.Statements;
using Crossread.Storage.Searching;
using Crossread.Text;

namespace Crossread.Storage.Sqlite;

internal sealed partial class SqliteSession
{
    private const string _rescue = "crossread backup --rescue NEWFILE saves what can be read into a new store";

    // Each question counts what must not be there.
    private static readonly (string Question, string What)[] _mustBeNone =
    [
        ("SELECT count(*) FROM report r LEFT JOIN analysis a ON a.report = r.arrival WHERE a.report IS NULL", "reports without their analysis"),
        ("SELECT count(*) FROM original o WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.original = o.id)", "originals that belong to no report"),
        ("SELECT count(*) FROM report WHERE arrival NOT IN (SELECT id FROM report_words_docsize)", "reports that search does not find"),
        ("SELECT count(*) FROM statement WHERE id NOT IN (SELECT id FROM statement_words_docsize)", "statements that search does not find"),
        ("SELECT count(*) FROM name WHERE id NOT IN (SELECT id FROM name_words_docsize)", "names that search does not find"),
        ("SELECT count(*) FROM report_words_docsize WHERE id NOT IN (SELECT arrival FROM report)", "entries of the index that lead to no report"),
        ("SELECT count(*) FROM story s WHERE s.became IS NULL AND s.reports <> (SELECT count(*) FROM report r WHERE r.story = s.id)", "stories with a wrong count of reports"),
        ("SELECT count(*) FROM report r JOIN story s ON s.id = r.story WHERE s.became IS NOT NULL", "reports in a story that became a part of another"),
        ("SELECT count(*) FROM decision WHERE undoes >= number", "decisions that undo later ones"),
    ];

    public IReadOnlyList<string> Originals(Page page) => sql.All("SELECT sha256 FROM original ORDER BY id LIMIT $1 OFFSET $2", row => Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0)), page.Limit, page.Offset);

    public IReadOnlyList<SearchedStatement> StatementsOf(string report) => sql.All(
        "SELECT t.number, n.form, t.stance, t.start, t.stop FROM statement t JOIN report r ON r.arrival = t.report LEFT JOIN name n ON n.id = t.speaker WHERE r.id = $1 ORDER BY t.number",
        row => new SearchedStatement(row.GetInt32(0), Text(row, 1), (Stance)row.GetInt32(2), new TextSpan(row.GetInt32(3), row.GetInt32(4))), report);

    public IReadOnlyList<(Maker Maker, long Reports)> Makers() => sql.All(
        "SELECT m.library, m.models, m.build, count(a.report) AS reports FROM maker m JOIN analysis a ON a.maker = m.id GROUP BY m.id ORDER BY reports DESC, m.id",
        row => (new Maker(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetInt64(3)));

    public IReadOnlyList<Problem> CheckEngine()
    {
        List<Problem> problems = [];
        try
        {
            foreach (string damage in sql.All("PRAGMA integrity_check(100)", row => row.GetString(0)).Where(d => d != "ok"))
                problems.Add(new Problem(about.Location, null, "the file is damaged: " + damage, _rescue));
            foreach (string reference in sql.All("PRAGMA foreign_key_check", row => $"{row.GetString(0)} row {row.GetValue(1)} to {row.GetString(2)}"))
                problems.Add(new Problem(about.Location, reference, "leads to nothing", _rescue));
            foreach ((string question, string what) in _mustBeNone)
            {
                if (sql.One<long>(question) is > 0 and var count)
                    problems.Add(new Problem(about.Location, null, string.Create(CultureInfo.InvariantCulture, $"{count} {what}"), _rescue));
            }
        }
        catch (StoreException failure)
        {
            problems.Add(failure.Problem);
        }
        return problems;
    }
}
