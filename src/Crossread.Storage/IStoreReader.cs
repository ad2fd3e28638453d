// Everything that can be asked of a store.
using Crossread.Documents;
using Crossread.Storage.Decisions;
using Crossread.Storage.Searching;
using Crossread.Storage.Watching;

namespace Crossread.Storage;

/// <summary>A view of a store as it was when the view was opened. For one thread. Lists are in a settled order.</summary>
public interface IStoreReader : IDisposable
{
    /// <summary>How much there is.</summary>
    StoreCounts Count();

    /// <summary>True if a report of these bytes is held.</summary>
    /// <param name="sha256">SHA-256 of the report's own bytes, lower-case hexadecimal.</param>
    bool Holds(string sha256);

    /// <summary>The report with this id, or null.</summary>
    HeldReport? Report(string id);

    /// <summary>The report whose own bytes have this SHA-256, or null.</summary>
    /// <param name="sha256">SHA-256 of the report's own bytes, lower-case hexadecimal.</param>
    HeldReport? ReportOf(string sha256);

    /// <summary>The reports of a story, or of all, in the order in which they came.</summary>
    /// <param name="story">Id of the story; null for all.</param>
    /// <param name="page">Which of them.</param>
    IReadOnlyList<HeldReport> Reports(string? story, Page page);

    /// <summary>The original bytes whose SHA-256 this is, exactly as they came; null if they are not held.</summary>
    byte[]? Original(string sha256);

    /// <summary>What was found in a report, or null if there is no such report.</summary>
    /// <exception cref="InvalidDataException">What is kept of it is damaged, or of a form that this version does not know.</exception>
    HeldReading? Reading(string report);

    /// <summary>What was found in each report of a story, in the order in which they came; empty if there is no such story.</summary>
    /// <exception cref="InvalidDataException">What is kept of one is damaged, or of a form that this version does not know.</exception>
    IReadOnlyList<HeldReading> ReadingsOf(string story);

    /// <summary>Number of the last report that came; 0 if there is none.</summary>
    long LastArrival();

    /// <summary>Number of the last report before the latest so many; 0 if there are no more than those.</summary>
    /// <param name="latest">How many of the latest.</param>
    long ArrivalBefore(int latest);

    /// <summary>The reports that came after a number, as far as grouping needs them, in the order in which they came.</summary>
    /// <param name="after">Number of the last report that is not wanted; 0 for all.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<Arrival> Arrivals(long after, int most);

    /// <summary>The story with this id, or the story that it became a part of; null if there is none.</summary>
    HeldStory? Story(string id);

    /// <summary>The stories, the one with the latest report first.</summary>
    IReadOnlyList<HeldStory> Stories(Page page);

    /// <summary>What the words are found in, the best first; of very many hits the latest are ranked.</summary>
    SearchResult Search(SearchQuery query);

    /// <summary>The names of all reports that hold these words, or of all reports; those of most reports first.</summary>
    /// <param name="words">Words of the name, or null for all.</param>
    /// <param name="page">Which of them.</param>
    IReadOnlyList<HeldName> Names(SearchWords? words, Page page);

    /// <summary>SHA-256 of the originals, in the order in which they came.</summary>
    IReadOnlyList<string> Originals(Page page);

    /// <summary>The statements of a report, as search knows them.</summary>
    IReadOnlyList<SearchedStatement> StatementsOf(string report);

    /// <summary>Looks for damage in what only the engine knows: its file, its references, its indexes and counts.</summary>
    IReadOnlyList<Problem> CheckEngine();

    /// <summary>How many reports were analysed by each version, most first.</summary>
    IReadOnlyList<(Maker Maker, long Reports)> Makers();

    /// <summary>The reports with this address, in the order in which they came: the versions of one article.</summary>
    IReadOnlyList<HeldReport> ReportsAt(string url);

    /// <summary>The watched feeds, by address.</summary>
    IReadOnlyList<WatchedFeed> Feeds();

    /// <summary>What was new, in the order of finding.</summary>
    /// <param name="after">Number of the last one that is not wanted; 0 for all.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<News> News(long after, int most);

    /// <summary>Number of the last that was new; 0 if there is none.</summary>
    long LastNews();

    /// <summary>Number of the last report whose news were found; null if none ever were.</summary>
    long? NewsMark();

    /// <summary>All decisions in the order in which they were made, also those that were undone.</summary>
    IReadOnlyList<Decision> Decisions();

    /// <summary>Number of the last decision; 0 if there is none.</summary>
    long LastDecision();
}
