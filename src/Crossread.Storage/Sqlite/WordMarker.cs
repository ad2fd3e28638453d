// Where in a text the words of a search stand, as the engine itself sees it.
using System.Collections.Immutable;

using Crossread.Text;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>
/// Finds the words of a search in a few texts. The store keeps only the index of its texts, so the texts that are shown go through the same engine
/// once more, in memory; a word that the index found is found here. For one search.
/// </summary>
internal sealed class WordMarker : IDisposable
{
    // Private-use characters; where a text has them they are read as spaces.
    private const char _open = '\uE0F0', _close = '\uE0F1';

    private readonly SqliteConnection _memory;

    public WordMarker()
    {
        _memory = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ":memory:", Pooling = false }.ConnectionString);
        _memory.Open();
        using SqliteCommand make = Sql.Command(_memory, "CREATE VIRTUAL TABLE words USING fts5(body, tokenize = 'porter unicode61 remove_diacritics 2')");
        make.ExecuteNonQuery();
    }

    /// <summary>For each text where the words stand; none if the text does not hold all of them.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="match">The words, as the engine wants them.</param>
    public ImmutableArray<ImmutableArray<TextSpan>> Find(IReadOnlyList<string> texts, string match)
    {
        ImmutableArray<TextSpan>[] found = [.. texts.Select(_ => ImmutableArray<TextSpan>.Empty)];
        // One transaction: the engine orders the words of all texts at once.
        using (SqliteTransaction turn = _memory.BeginTransaction())
        using (SqliteCommand insert = Sql.Command(_memory, "INSERT INTO words(rowid, body) VALUES ($1, $2)", turn))
        {
            SqliteParameter row = insert.Parameters.Add("$1", SqliteType.Integer), body = insert.Parameters.Add("$2", SqliteType.Text);
            for (int i = 0; i < texts.Count; i++)
            {
                row.Value = i + 1;
                body.Value = texts[i].Replace(_open, ' ').Replace(_close, ' ');
                insert.ExecuteNonQuery();
            }
            turn.Commit();
        }
        using (SqliteCommand mark = Sql.Command(_memory, "SELECT rowid, highlight(words, 0, $2, $3) FROM words WHERE words MATCH $1"))
        {
            mark.Parameters.AddWithValue("$1", match);
            mark.Parameters.AddWithValue("$2", _open.ToString());
            mark.Parameters.AddWithValue("$3", _close.ToString());
            using SqliteDataReader rows = mark.ExecuteReader();
            while (rows.Read())
                found[rows.GetInt32(0) - 1] = Spans(rows.GetString(1));
        }
        return [.. found];
    }

    public void Dispose() => _memory.Dispose();

    private static ImmutableArray<TextSpan> Spans(string marked)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int marks = 0, start = 0;
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == _open)
                start = i - marks++;
            else if (marked[i] == _close)
                spans.Add(new TextSpan(start, i - marks++));
        }
        return spans.ToImmutable();
    }
}
