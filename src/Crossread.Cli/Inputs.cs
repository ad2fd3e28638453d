// Paths in, clean reports out; work that runs in parallel and comes back in order.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Cli;

/// <summary>Reads what the user names.</summary>
internal static class Inputs
{
    /// <summary>The clean reports of all paths, in order; what could not be read is added to the problems.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Takes what could not be read.</param>
    /// <param name="toAnalyse">True to say also which reports cannot be analysed, and why.</param>
    public static IEnumerable<Report> Reports(IEnumerable<string> paths, List<Problem> problems, bool toAnalyse)
    {
        List<Document> pile = [];
        foreach (DocumentResult result in Documents(paths))
        {
            problems.AddRange(result.Problems);
            if (result.Document is { } document)
                pile.Add(document);
        }
        ImmutableArray<Report> reports = Cleaner.Clean(pile);
        if (toAnalyse)
            problems.AddRange(reports.Select(ReportCheck.Of).OfType<Problem>());
        return reports;
    }

    /// <summary>The documents of all paths, in order; <c>-</c> is standard input.</summary>
    public static IEnumerable<DocumentResult> Documents(IEnumerable<string> paths, ReadingLimits? limits = null) => paths.SelectMany(path =>
        path == "-" ? DocumentReader.Read(Console.OpenStandardInput(), NameOf(path), limits ?? ReadingLimits.Default) : DocumentReader.Read(path, limits ?? ReadingLimits.Default));

    /// <summary>What messages call the input of a path.</summary>
    public static string NameOf(string path) => path == "-" ? "standard input" : path;

    /// <summary>Opens a file of UTF-8 lines, or standard input for <c>-</c>; null, with a problem added, if it cannot be opened.</summary>
    public static TextReader? OpenText(string path, List<Problem> problems)
    {
        try
        {
            return new StreamReader(path == "-" ? Console.OpenStandardInput() : File.OpenRead(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(NameOf(path), null, error.Message, "check the path and its rights"));
            return null;
        }
    }

    /// <summary>Works on many items at once and gives the results in the order of the items.</summary>
    public static IEnumerable<TOut> InOrder<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, CancellationToken cancel) =>
        items.AsParallel().AsOrdered().WithCancellation(cancel).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(work);
}
