// Runs SQL with bound values on one connection; every failure becomes a StoreException.
using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>SQL on one connection. Values are always bound, as $1, $2 and so on. Statements are kept for the next time. For one thread.</summary>
internal sealed class Sql(SqliteConnection connection, string location) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Begins a transaction: a writing one waits for its turn now, a reading one sees the store as it is now.</summary>
    /// <remarks>In SQL, not by a transaction object: SQLite itself rolls back where the disk is full, of which such an object would not know.</remarks>
    public void Begin(bool writing)
    {
        Run(writing ? "BEGIN IMMEDIATE" : "BEGIN");
        // A reading transaction begins to see the store with its first question.
        One<long>("SELECT 1 FROM sqlite_master LIMIT 1");
    }

    /// <summary>Keeps what was done.</summary>
    public void Commit() => Run("COMMIT");

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = Bound(sql, values);
        return Guarded(command.ExecuteNonQuery);
    }

    /// <summary>Runs an INSERT; returns the number of the new row.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Run(sql, values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>The first column of the first row; <c>default</c> if there is no row or it is null.</summary>
    public T? One<T>(string sql, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = Bound(sql, values);
        return Guarded(() =>
        {
            using SqliteDataReader row = command.ExecuteReader();
            return row.Read() && !row.IsDBNull(0) ? row.GetFieldValue<T>(0) : default;
        });
    }

    /// <summary>The first row, or null.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        SqliteCommand command = Bound(sql, values);
        return Guarded(() =>
        {
            using SqliteDataReader row = command.ExecuteReader();
            return row.Read() ? read(row) : null;
        });
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = Bound(sql, values);
        return Guarded(() =>
        {
            List<T> rows = [];
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
                rows.Add(read(row));
            return rows;
        });
    }

    /// <summary>Does something with SQLite; its failure becomes the store's.</summary>
    public T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure, location);
        }
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
            command.Dispose();
        try
        {
            if (connection.Handle is { IsInvalid: false } open && SQLitePCL.raw.sqlite3_get_autocommit(open) == 0)
            {
                using SqliteCommand rollback = Command(connection, "ROLLBACK");
                rollback.ExecuteNonQuery();
            }
        }
        catch (SqliteException)
        {
            // What failed has been told already; closing the connection gives up what it had begun.
        }
        connection.Dispose();
    }

    /// <summary>A command. Its SQL is always this program's own words; what comes from outside is bound.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every caller passes a constant of its own; a test throws SQL at each way in.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = Command(connection, sql);
            for (int i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i + 1}") });
            _commands.Add(sql, command);
        }
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
