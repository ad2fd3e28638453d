// What can be wrong with a store's file, and how that is told.
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
