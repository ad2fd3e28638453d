// Everything that can be changed in a store.
using Crossread.Stories;

namespace Crossread.Storage;

/// <summary>The store inside one write: sees its own changes; all of them are kept together or not at all.</summary>
public interface IStoreWriter : IStoreReader
{
    /// <summary>Keeps a report with its original and its analysis.</summary>
    /// <param name="report">The report; no report of the same bytes may be held.</param>
    /// <param name="placement">Its story, and the stories that become one with it.</param>
    /// <returns>The report as it is held; its id may be longer than it was if another report has the same.</returns>
    HeldReport Keep(NewReport report, Placement placement);
}
