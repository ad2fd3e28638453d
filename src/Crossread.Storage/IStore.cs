// A place that keeps reports and what was made of them. The one interface of every store.
namespace Crossread.Storage;

/// <summary>
/// Keeps originals, reports, analyses, stories, decisions and watched feeds. Safe to use from many threads; any number of readers, one writer at a
/// time, also across processes. Every member throws <see cref="StoreException"/> if the store fails.
/// </summary>
public interface IStore : IDisposable
{
    /// <summary>What and where the store is.</summary>
    StoreAbout About { get; }

    /// <summary>Opens a view of the store as it is now; later writes do not change it. Dispose it soon: it holds resources.</summary>
    IStoreReader Read();

    /// <summary>Does all that <paramref name="work"/> does, or nothing: it is kept when this returns, and undone if it throws.</summary>
    T Write<T>(Func<IStoreWriter, T> work);

    /// <summary>Writes a whole copy of the store as it is now, while others use it. The file appears when it is whole.</summary>
    /// <param name="file">Where to; it must not be there yet.</param>
    void Backup(string file);
}
