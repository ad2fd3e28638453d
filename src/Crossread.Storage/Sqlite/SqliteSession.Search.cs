// Full-text search over reports, statements and names.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Names;
using Crossread.Statements;
using Crossread.Storage.Searching;
using Crossread.Text;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

internal sealed partial class SqliteSession
{
    // Beside the hits stand the names that hold the words: the most used, of those that came first where thousands hold them.
    private const int _mostNames = 5, _mostNamesCounted = 2_000;
    private const string _statementWords = "statement_words";

    // Words that stand in nearly every report would have all of them ranked, for the same first page.
    private const int _mostRanked = 5_000;

    public SearchResult Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<object?> values = [];
        string Bind(object value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
        }
        bool statements = query.Speaker is not null || query.Stance is not null;
        string index = statements ? _statementWords : "report_words";
        string from = statements ? "statement t JOIN report r ON r.arrival = t.report" : "report r";
        string row = statements ? "t.id" : "r.arrival";
        List<string> conditions = [];
        SearchWords? telling = query.Words;
        if (query.Words is { } words)
        {
            from = $"{index} JOIN {from.Replace(" t ", $" t ON t.id = {index}.rowid ", StringComparison.Ordinal)}";
            if (!statements)
                from += $" ON r.arrival = {index}.rowid";
            conditions.Add($"{index} MATCH {Bind(Match(words))}");
        }
        if (query.Speaker is { } speaker)
            conditions.Add($"t.speaker IN (SELECT rowid FROM name_words WHERE name_words MATCH {Bind(Match(speaker))})");
        if (query.Stance is { } stance)
            conditions.Add($"t.stance = {Bind((int)stance)}");
        if (query.Outlet is { } outlet)
            conditions.Add($"r.outlet = {Bind(outlet)} COLLATE NOCASE");
        if (query.From is { } first)
            conditions.Add($"r.day >= {Bind(first.DayNumber)}");
        if (query.To is { } last)
            conditions.Add($"r.day <= {Bind(last.DayNumber)}");
        if (query.Story is { } story)
            conditions.Add($"r.story = {Bind(StoryRow(story) ?? -1)}");
        if (query.Words is { } asked)
        {
            string latest = conditions.Count == 1 ? index : from;
            long least = sql.One<long>($"SELECT {index}.rowid FROM {latest} WHERE {string.Join(" AND ", conditions)} ORDER BY {index}.rowid DESC LIMIT 1 OFFSET {_mostRanked - 1}", [.. values]);
            if (least > 0)
                conditions.Add($"{index}.rowid >= {Bind(least)}");
            telling = Telling(asked, index);
            if (telling is not null && telling != asked)
            {
                conditions.Add($"+{index}.rowid IN (SELECT rowid FROM {index} WHERE {string.Join(" AND ", conditions.Where(c => c.StartsWith(index, StringComparison.Ordinal)))})");
                conditions[0] = $"{index} MATCH {Bind(Match(telling))}";
            }
        }
        string score = telling is null ? "0.0" : statements ? "-bm25(statement_words)" : "-bm25(report_words, 4.0, 1.0)";
        string order = query.Words is null ? $"r.day DESC, {row} DESC" : telling is null ? $"{index}.rowid DESC" : $"score DESC, {row} DESC";
        string where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        long limit = Math.Min(query.Page.Limit, int.MaxValue - 1L) + 1;
        string found = $"SELECT {row} AS hit, {score} AS score FROM {from}{where} ORDER BY {order} LIMIT {Bind(limit)} OFFSET {Bind(query.Page.Offset)}";
        List<(long Row, double Score)> hits = sql.All(found, r => (r.GetInt64(0), r.GetDouble(1)), [.. values]);
        bool more = hits.Count == limit;
        ImmutableArray<HeldName> names = query.Words is { } of && query.Page.Offset == 0 && !statements ? [.. Names(of, new Page(0, _mostNames), _mostNamesCounted)] : [];
        return new SearchResult(Shown(more ? hits[..^1] : hits, statements, query.Words), more, names);
    }

    public IReadOnlyList<HeldName> Names(SearchWords? words, Page page) => Names(words, page, long.MaxValue);

    private List<HeldName> Names(SearchWords? words, Page page, long most)
    {
        const string order = " ORDER BY reports DESC, plain, kind";
        // Statements are counted for the few names that are shown, not for all that are found.
        string found = "SELECT id, form, plain, kind, (SELECT count(*) FROM named d WHERE d.name = n.id) AS reports FROM name n"
            + (words is null ? "" : " WHERE id IN (SELECT rowid FROM name_words WHERE name_words MATCH $3 LIMIT $4)") + order + " LIMIT $1 OFFSET $2";
        string shown = $"SELECT form, kind, reports, (SELECT count(*) FROM statement s WHERE s.speaker = f.id) FROM ({found}) f{order}";
        return words is null ? sql.All(shown, ReadName, page.Limit, page.Offset) : sql.All(shown, ReadName, page.Limit, page.Offset, Match(words), most);
    }

    // BM25 gives no weight to a word that stands in more than half of all texts, but it would count them all: such words must be there, and are not ranked.
    private SearchWords? Telling(SearchWords words, string index)
    {
        long last = sql.One<long>(index == _statementWords ? "SELECT max(id) FROM statement" : "SELECT max(arrival) FROM report");
        return last <= _mostRanked ? words
            : words.Only(p => sql.One<long>($"SELECT rowid FROM {index} WHERE {index} MATCH $1 ORDER BY rowid DESC LIMIT 1 OFFSET {_mostRanked / 2}", Match(p)) <= last - _mostRanked);
    }

    // Each part as a string of the engine's: inside of one nothing but its own quotation mark has a meaning.
    private static string Match(SearchWords words) => string.Join(' ', words.Parts.Select(Match));

    private static string Match(string part) => "\"" + part.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private ImmutableArray<SearchHit> Shown(List<(long Row, double Score)> hits, bool statements, SearchWords? words)
    {
        List<(HeldReport Report, string Text, SearchedStatement? Statement)> shown = [];
        foreach ((long row, _) in hits)
        {
            SearchedStatement? statement = null;
            long arrival = row;
            if (statements)
            {
                (statement, arrival) = sql.All("SELECT t.number, n.form, t.stance, t.start, t.stop, t.report FROM statement t LEFT JOIN name n ON n.id = t.speaker WHERE t.id = $1", r => (
                    new SearchedStatement(r.GetInt32(0), Text(r, 1), (Stance)r.GetInt32(2), new TextSpan(r.GetInt32(3), r.GetInt32(4))), r.GetInt64(5)), row)[0];
            }
            HeldReport report = sql.First($"SELECT {_reportColumns} FROM {_reportTables} WHERE r.arrival = $1", ReadReport, arrival)!;
            string text = sql.First($"SELECT a.text, {_originalColumns} FROM {_readingTables} WHERE r.arrival = $1", r => UnpackText(r, 0), arrival)!;
            shown.Add((report, text, statement is { } s && s.Span.End > text.Length ? null : statement));
        }
        ImmutableArray<ImmutableArray<TextSpan>> found = [.. shown.Select(_ => ImmutableArray<TextSpan>.Empty)];
        if (words is not null && shown.Count > 0)
        {
            using WordMarker marker = new();
            found = sql.Guarded(() => marker.Find([.. shown.Select(s => s.Statement is { } part ? part.Span.Cut(s.Text) : s.Text)], Match(words)));
        }
        ImmutableArray<SearchHit>.Builder results = ImmutableArray.CreateBuilder<SearchHit>(shown.Count);
        for (int i = 0; i < shown.Count; i++)
        {
            (HeldReport report, string text, SearchedStatement? statement) = shown[i];
            TextSpan within = statement?.Span ?? new TextSpan(0, text.Length);
            ImmutableArray<TextSpan> spans = [.. found[i].Select(s => new TextSpan(s.Start + within.Start, s.End + within.Start))];
            results.Add(new SearchHit(report, text, SearchContext.Of(text, within, spans), spans, hits[i].Score) { Statement = statement });
        }
        return results.ToImmutable();
    }

    private static HeldName ReadName(SqliteDataReader row) => new(row.GetString(0), (EntityKind)row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
}
