// The main path: read → clean → analyse → find → compare. Everything Crossread does, on one screen.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Documents;
using Crossread.Events;
using Crossread.Events.Ties;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;

namespace Crossread;

/// <summary>Reads reports and lays them side by side. Without state; safe to use from many threads.</summary>
public static class Crossreader
{
    /// <summary>Reports that are read and compared at most, as all of them are held in memory; what comes after them becomes a problem.</summary>
    public const int MostReports = 10_000;

    /// <summary>Reads every report of a story: files, folders, feeds, archives, in any order.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told how many reports of how many are analysed, from any thread; or null.</param>
    /// <param name="cancel">Stops the work between two reports.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Story Read(IEnumerable<string> paths, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Read(paths.Order(StringComparer.Ordinal).SelectMany(DocumentReader.Read), NameDecisions.None, progress, cancel);
    }

    /// <summary>Reads every report of a story out of documents that are at hand. The same bytes twice are one report.</summary>
    /// <param name="documents">The documents, or why there are none.</param>
    /// <param name="progress">Told how many reports of how many are analysed, from any thread; or null.</param>
    /// <param name="cancel">Stops the work between two reports.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Story Read(IEnumerable<DocumentResult> documents, Action<int, int>? progress = null, CancellationToken cancel = default) =>
        Read(documents, NameDecisions.None, progress, cancel);

    /// <summary>Reads every report of a story as above, and obeys what a reader decided on names before every rule.</summary>
    /// <param name="documents">The documents, or why there are none.</param>
    /// <param name="decisions">Which names are one and which are two.</param>
    /// <param name="progress">Told how many reports of how many are analysed, from any thread; or null.</param>
    /// <param name="cancel">Stops the work between two reports.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Story Read(IEnumerable<DocumentResult> documents, NameDecisions decisions, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        (Reading[] readings, ImmutableArray<Problem> problems) = Readings(documents, decisions, progress, cancel);
        return StoryBuilder.Build(readings, decisions) with { Problems = problems };
    }

    /// <summary>Reads a pile of reports of one or more stories and lays each story side by side. The same bytes twice are one report.</summary>
    /// <param name="documents">The documents, or why there are none.</param>
    /// <param name="oneStory">True to take all as one story, however little they share.</param>
    /// <param name="decisions">A reader's decisions on names, obeyed before every rule; null is none.</param>
    /// <param name="progress">Told how many reports of how many are analysed, from any thread; or null.</param>
    /// <param name="cancel">Stops the work between two reports.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static StoryPile ReadPile(IEnumerable<DocumentResult> documents, bool oneStory = false, NameDecisions? decisions = null, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        (Reading[] readings, ImmutableArray<Problem> problems) = Readings(documents, decisions ?? NameDecisions.None, progress, cancel);
        return StoryPile.Build(readings, problems, oneStory, decisions);
    }

    private static (Reading[] Readings, ImmutableArray<Problem> Problems) Readings(IEnumerable<DocumentResult> documents, NameDecisions decisions, Action<int, int>? progress, CancellationToken cancel)
    {
        List<Problem> problems = [];
        ImmutableArray<Report> reports = [.. Cleaner.CleanInBatches(Held(DocumentReader.WithoutCopies(documents), problems))];
        Task warm = Task.Run(NameFinder.Prepare, cancel);
        Reading[] readings = new Reading[reports.Length];
        int done = 0;
        Parallel.For(0, reports.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            readings[i] = Analyse(reports[i], decisions);
            progress?.Invoke(Interlocked.Increment(ref done), reports.Length);
        });
        warm.Wait(cancel);
        return (readings, [.. problems, .. reports.Select(ReportCheck.Of).OfType<Problem>()]);
    }

    // Cleaned in batches, so that the pages themselves are not held; no more of them than can be compared.
    private static IEnumerable<Document> Held(IEnumerable<DocumentResult> results, List<Problem> problems)
    {
        int held = 0;
        foreach (DocumentResult result in results)
        {
            problems.AddRange(result.Problems);
            if (result.Document is not { } document)
                continue;
            if (++held > MostReports)
            {
                problems.Add(new Problem(document.File, null, string.Create(CultureInfo.InvariantCulture, $"it and what comes after it was not read: {MostReports:N0} reports are compared at most"),
                    "part the pile with `crossread group` and read its stories one by one, or keep it with `crossread add`"));
                yield break;
            }
            yield return document;
        }
    }

    /// <summary>Analyses one report by itself. A report that is not English, or longer than any report is, gets an empty analysis.</summary>
    public static Reading Analyse(Report report) => Analyse(report, NameDecisions.None);

    /// <summary>Analyses one report by itself, and obeys what a reader decided on names before every rule.</summary>
    public static Reading Analyse(Report report, NameDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(report);
        AnnotatedText words = report.Language == "en" && report.Text.Length <= ReportCheck.LongestAnalysed ? LanguageReader.Read(report.Text, report.Passages) : new AnnotatedText(report.Text, [], []);
        return Analyse(report, words, decisions);
    }

    /// <summary>Analyses one report whose words are given.</summary>
    public static Reading Analyse(Report report, AnnotatedText words) => Analyse(report, words, NameDecisions.None);

    /// <summary>Analyses one report whose words are given, and obeys what a reader decided on names before every rule.</summary>
    public static Reading Analyse(Report report, AnnotatedText words, NameDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ReportNames names = NameResolver.Resolve(words, NameFinder.Find(words, report.Passages), decisions);
        ImmutableArray<TimeMention> times = TimeFinder.Find(words, report.Passages);
        ImmutableArray<Statement> statements = StatementFinder.Find(words, report.Passages, names, times);
        ImmutableArray<Event> events = EventFinder.Find(words, names, times, statements);
        return new Reading
        {
            Report = report,
            Words = words,
            Names = names,
            Times = times,
            Statements = statements,
            Events = events,
            Ties = TieFinder.Find(words, names, times, statements, events),
        };
    }
}
