// The store in one SQLite file: all that every store does.
using Crossread.Storage.Sqlite;

namespace Crossread.Storage.Tests.Sqlite;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryFolder _folder = new();

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    protected override IStore Open() => SqliteStore.Open(_folder.File("store.db"), StoreAccess.Create);
}
