// Everything that can be changed in a store.
using Crossread.Storage.Decisions;
using Crossread.Storage.Watching;
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

    /// <summary>Puts a new analysis of a held report in the place of the one that is kept. The report keeps its id, its story and its bytes.</summary>
    /// <param name="report">The report with its new analysis; one of the same bytes must be held.</param>
    /// <returns>The report as it is held now.</returns>
    HeldReport Renew(NewReport report);

    /// <summary>Puts a decision at the end of the log. No decision is ever changed or taken out.</summary>
    /// <param name="decision">What is decided.</param>
    /// <returns>The decision with its number.</returns>
    Decision Decide(NewDecision decision);

    /// <summary>Keeps a watched feed, new or changed.</summary>
    void KeepFeed(WatchedFeed feed);

    /// <summary>Takes a feed off the watch list; false if it was not on it.</summary>
    bool ForgetFeed(string url);

    /// <summary>Keeps what is new.</summary>
    /// <param name="news">What is new.</param>
    /// <param name="mark">Number of the last report whose news these are.</param>
    /// <returns>The same with their numbers.</returns>
    IReadOnlyList<News> KeepNews(IReadOnlyList<News> news, long mark);
}
