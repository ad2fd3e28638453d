// SQLite's error codes in words that help.
using Crossread.Documents;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>What went wrong with a store file, and what to do.</summary>
internal static class SqliteFailure
{
    // The result codes at sqlite.org/rescode.html.
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Disk = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <summary>The failure as the store tells it.</summary>
    public static StoreException Of(SqliteException failure, string location)
    {
        (StoreFailure kind, string what, string remedy) = failure.SqliteErrorCode switch
        {
            Busy or Locked => (StoreFailure.InUse, "another process is writing to the store and does not end", "wait for it, or stop it"),
            ReadOnly => (StoreFailure.ReadOnly, "the store may not be written", "check the rights of the file and of its folder"),
            Full => (StoreFailure.Full, "there is no room left for the store; what was kept before is whole", "free some space and do it again"),
            Corrupt or NoDatabase => (StoreFailure.Damaged, "the store's file is damaged", "crossread backup --rescue NEWFILE saves what can be read into a new store"),
            CannotOpen => (StoreFailure.Missing, "the store cannot be opened", "check that its folder exists and may be written"),
            Disk => (StoreFailure.Other, "the disk fails under the store (" + failure.Message + ")", "check the disk and its free space; crossread verify tells whether the store is whole"),
            NoMemory => (StoreFailure.Other, "there is not enough memory", "end other programs"),
            _ => (StoreFailure.Other, failure.Message, "crossread verify tells whether the store is whole"),
        };
        return new StoreException(kind, new Problem(location, null, what, remedy), failure);
    }
}
