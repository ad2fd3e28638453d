// A store in one SQLite file.
using Crossread.Documents;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>A store in one SQLite file. Many may read while one writes, also from other processes.</summary>
public sealed class SqliteStore : IStore
{
    private readonly Lock _turn = new();
    private readonly string _connectTo;
    private readonly bool _writable;

    private SqliteStore(StoreAbout about, string connectTo, bool writable) => (About, _connectTo, _writable) = (about, connectTo, writable);

    /// <inheritdoc/>
    public StoreAbout About { get; }

    /// <summary>Opens a store; makes it if it is to be written and is not there, brings it up if it is older.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="access">What for.</param>
    /// <param name="patience">How long a writer waits for another; null is ten seconds.</param>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static SqliteStore Open(string file, StoreAccess access, TimeSpan? patience = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return OpenAs(file, access, patience);
        }
        catch (StoreException older) when (older.Failure == StoreFailure.Older)
        {
            // An older store is brought up, also for one who only reads, where it may be written.
            OpenAs(file, StoreAccess.Write, patience).Dispose();
            return OpenAs(file, access, patience);
        }
    }

    private static SqliteStore OpenAs(string file, StoreAccess access, TimeSpan? patience)
    {
        string source = SqliteEngine.Source;
        if (access != StoreAccess.Create && !File.Exists(file))
            throw new StoreException(StoreFailure.Missing, new Problem(file, null, "there is no store", "crossread add PATH… makes one; --store names another"));
        bool writable = access != StoreAccess.Read;
        try
        {
            if (access == StoreAccess.Create && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
                Directory.CreateDirectory(folder);
            string connectTo = ConnectTo(file, access, patience ?? TimeSpan.FromSeconds(10));
            using SqliteConnection connection = new(connectTo);
            int form;
            try
            {
                connection.Open();
                Migrations.Check(connection, file);
                Prepare(connection, writable);
                form = Migrations.Apply(connection, file, !writable);
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode is 8 or 14 && access == StoreAccess.Read)
            {
                // Where not even the lock files beside it may be written, nobody else can write it either; but what stands in its log alone would be missed.
                if (File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0)
                    throw new StoreException(StoreFailure.ReadOnly, new Problem(file, null, "its last writes stand in " + Path.GetFileName(file) + "-wal and cannot be joined where nothing may be written", "copy both files to a place that may be written"), failure);
                connectTo = new SqliteConnectionStringBuilder { DataSource = new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", Mode = SqliteOpenMode.ReadOnly, ForeignKeys = true }.ConnectionString;
                using SqliteConnection still = new(connectTo);
                still.Open();
                form = Migrations.Apply(still, file, readOnly: true);
            }
            return new SqliteStore(new StoreAbout(file, "SQLite " + SqliteEngine.Version, source, form, !writable), connectTo, writable);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Of(failure, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StoreException(StoreFailure.Missing, new Problem(file, null, "the store cannot be opened (" + failure.Message + ")", "check its folder and your rights"), failure);
        }
    }

    /// <summary>Pages that the file may have, at most, as on a disk that is full; null for as many as there is room for.</summary>
    internal long? MostPages { get; set; }

    /// <inheritdoc/>
    public IStoreReader Read()
    {
        Sql sql = Connect();
        try
        {
            sql.Begin(writing: false);
            return new SqliteSession(sql, About);
        }
        catch (StoreException)
        {
            sql.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public T Write<T>(Func<IStoreWriter, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!_writable)
            throw new StoreException(StoreFailure.ReadOnly, new Problem(About.Location, null, "the store was opened for reading only", "open it for writing"));
        lock (_turn)
        {
            using Sql sql = Connect();
            sql.Begin(writing: true);
            SqliteSession session = new(sql, About);
            T result = work(session);
            session.Settle();
            sql.Commit();
            return result;
        }
    }

    /// <inheritdoc/>
    public void Backup(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (File.Exists(file))
            throw new StoreException(StoreFailure.Other, new Problem(file, null, "is there already", "name a file that is not there yet"));
        string half = file + ".part";
        try
        {
            File.Delete(half);
            using (Sql sql = Connect())
            using (SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = half, Pooling = false }.ConnectionString))
            {
                sql.Guarded<object?>(() =>
                {
                    copy.Open();
                    sql.Connection.BackupDatabase(copy);
                    return null;
                });
            }
            File.Move(half, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StoreException(StoreFailure.Other, new Problem(file, null, "cannot be written (" + failure.Message + ")", "choose a folder that exists, may be written and has room"), failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using SqliteConnection pool = new(_connectTo);
        SqliteConnection.ClearPool(pool);
    }

    private Sql Connect()
    {
        SqliteConnection connection = new(_connectTo);
        try
        {
            connection.Open();
            Prepare(connection, _writable);
            if (_writable)
            {
                using SqliteCommand room = Sql.Command(connection, FormattableString.Invariant($"PRAGMA max_page_count = {MostPages ?? uint.MaxValue - 1}"));
                room.ExecuteNonQuery();
            }
            return new Sql(connection, About.Location);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw SqliteFailure.Of(failure, About.Location);
        }
    }

    private static string ConnectTo(string file, StoreAccess access, TimeSpan patience) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = access switch { StoreAccess.Read => SqliteOpenMode.ReadOnly, StoreAccess.Write => SqliteOpenMode.ReadWrite, _ => SqliteOpenMode.ReadWriteCreate },
        ForeignKeys = true,
        DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
    }.ConnectionString;

    private static void Prepare(SqliteConnection connection, bool writable)
    {
        // Larger pages hold several packed reports each. The settings of the file itself count when it is made.
        using SqliteCommand command = Sql.Command(connection, writable
            ? "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF"
            : "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
        command.ExecuteNonQuery();
    }
}
