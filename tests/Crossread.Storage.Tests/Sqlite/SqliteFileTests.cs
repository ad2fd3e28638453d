// What can be wrong with a store's file, and how that is told.
using Crossread.Storage.Checking;
using Crossread.Storage.Decisions;
using Crossread.Storage.Sqlite;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_that_is_not_there_is_not_made_by_reading_it()
    {
        Assert.Equal(StoreFailure.Missing, Assert.Throws<StoreException>(() => SqliteStore.Open(Store, StoreAccess.Read)).Failure);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void A_newer_store_is_refused_with_the_version_it_needs()
    {
        SqliteStore.Open(Store, StoreAccess.Create).Dispose();
        Run("PRAGMA user_version = 9999; UPDATE about SET value = '7.3.1' WHERE key = 'needs'");
        StoreException refused = Assert.Throws<StoreException>(() => SqliteStore.Open(Store, StoreAccess.Write));
        Assert.Equal(StoreFailure.Newer, refused.Failure);
        Assert.Contains("9999", refused.Problem.What, StringComparison.Ordinal);
        Assert.Contains("7.3.1", refused.Problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE mine(x)");
        byte[] before = File.ReadAllBytes(Store);
        Assert.Equal(StoreFailure.Foreign, Assert.Throws<StoreException>(() => SqliteStore.Open(Store, StoreAccess.Create)).Failure);
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(Store, new string('x', 100_000));
        Assert.Equal(StoreFailure.Damaged, Assert.Throws<StoreException>(() => SqliteStore.Open(Store, StoreAccess.Create)).Failure);
        Assert.Equal(new string('x', 100_000), File.ReadAllText(Store));
    }

    [Fact]
    public void A_writer_waits_its_turn_and_then_says_who_stands_in_the_way()
    {
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create, TimeSpan.FromSeconds(1));
        using SqliteConnection other = Connect();
        using SqliteTransaction held = other.BeginTransaction();
        StoreException refused = Assert.Throws<StoreException>(() => Pile.Add(store, Pile.Fire(1)));
        Assert.Equal(StoreFailure.InUse, refused.Failure);
        using IStoreReader reader = store.Read();
        Assert.Equal(0, reader.Count().Reports);
    }

    [Fact]
    public void A_store_that_is_opened_for_reading_cannot_be_written()
    {
        SqliteStore.Open(Store, StoreAccess.Create).Dispose();
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Read);
        Assert.Equal(StoreFailure.ReadOnly, Assert.Throws<StoreException>(() => Pile.Add(store, Pile.Fire(1))).Failure);
    }

    [Fact]
    public void An_older_store_is_brought_up_after_a_backup()
    {
        Make(form: 1);
        using (SqliteStore store = SqliteStore.Open(Store, StoreAccess.Read))
        {
            Assert.Equal(Migrations.Newest, store.About.Format);
            using IStoreReader reader = store.Read();
            Assert.Empty(reader.Decisions());
        }
        Assert.Equal(1L, Ask("PRAGMA user_version", Store + ".form1.bak"));
        Assert.Equal((long)Migrations.Newest, Ask("PRAGMA user_version", Store));
    }

    [Fact]
    public void A_store_without_room_says_so_and_stays_whole()
    {
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create);
        Pile.Add(store, Pile.Fire(1));
        store.MostPages = Ask("PRAGMA page_count", Store) + 2;
        StoreException full = Assert.Throws<StoreException>(() => Pile.Add(store, Enumerable.Range(2, 200).Select(Pile.Fire)));
        Assert.Equal(StoreFailure.Full, full.Failure);
        store.MostPages = null;
        Assert.Empty(StoreCheck.Run(store, cancel: TestContext.Current.CancellationToken));
        Assert.Equal(5, Pile.Add(store, Enumerable.Range(1, 5).Select(Pile.Fire)) is var again ? again.Added + again.Held : 0);
    }

    [Fact]
    public void A_damaged_store_says_so_and_what_is_whole_is_saved_into_a_new_one()
    {
        using (SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create))
        {
            Pile.Add(store, Enumerable.Range(1, 120).Select(Pile.Fire));
            store.Write(w => w.Decide(new NewDecision(DateTimeOffset.UnixEpoch, "Ines Marr", "", new NoteDecision("x", "y"))));
        }
        byte[] bytes = File.ReadAllBytes(Store);
        // Pages in the middle are overwritten, as a failing disk does it.
        for (int at = bytes.Length / 2; at < bytes.Length / 2 + (6 * 16384); at++)
            bytes[at] = 0x5A;
        File.WriteAllBytes(Store, bytes);
        using (SqliteStore damaged = SqliteStore.Open(Store, StoreAccess.Read))
            Assert.NotEmpty(StoreCheck.Run(damaged, cancel: TestContext.Current.CancellationToken));
        using SqliteStore into = SqliteStore.Open(_folder.File("saved.db"), StoreAccess.Create);
        (int saved, IReadOnlyList<Documents.Problem> lost) = SqliteRescue.Save(Store, into, cancel: TestContext.Current.CancellationToken);
        Assert.InRange(saved, 1, 120);
        Assert.True(saved + lost.Count >= 100, $"{saved} saved, {lost.Count} lost");
        Assert.Empty(StoreCheck.Run(into, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_changed_byte_in_an_original_is_found()
    {
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create);
        Pile.Add(store, Pile.Fire(1), Pile.Fire(2));
        Run("UPDATE original SET bytes = CAST(replace(bytes, substr(bytes, 40, 2), x'0000') AS BLOB) WHERE id = 1");
        Assert.NotEmpty(StoreCheck.Run(store, cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Decisions_cannot_be_changed_or_taken_out()
    {
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create);
        store.Write(w => w.Decide(new NewDecision(DateTimeOffset.UnixEpoch, "Ines Marr", "", new NoteDecision("x", "y"))));
        Assert.Throws<SqliteException>(() => Run("UPDATE decision SET who = 'somebody'"));
        Assert.Throws<SqliteException>(() => Run("DELETE FROM decision"));
    }

    [Fact]
    public void A_backup_is_a_whole_store_and_overwrites_nothing()
    {
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Create);
        Pile.Add(store, Pile.Fire(1));
        store.Backup(_folder.File("copy.db"));
        using SqliteStore copy = SqliteStore.Open(_folder.File("copy.db"), StoreAccess.Read);
        Assert.Empty(StoreCheck.Run(copy, cancel: TestContext.Current.CancellationToken));
        Assert.Throws<StoreException>(() => store.Backup(_folder.File("copy.db")));
    }

    private void Make(int form)
    {
        using SqliteConnection connection = Connect();
        Migrations.Apply(connection, Store, readOnly: false, upTo: form);
    }

    private static long Ask(string sql, string file)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = Sql.Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Connect()
    {
        _ = SqliteEngine.Source;
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Store, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = Sql.Command(connection, sql);
        command.ExecuteNonQuery();
    }
}
