// Paths in, clean reports out; work that runs in parallel and comes back in order.
using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Cli;

/// <summary>Reads what the user names.</summary>
internal static class Inputs
{
    /// <summary>The clean reports of all paths, in order; what could not be read is added to the problems.</summary>
    public static IEnumerable<Report> Reports(IEnumerable<string> paths, List<Problem> problems)
    {
        List<Document> pile = [];
        foreach (DocumentResult result in paths.SelectMany(Crossreader.Open))
        {
            problems.AddRange(result.Problems);
            if (result.Document is { } document)
                pile.Add(document);
        }
        return Cleaner.Clean(pile);
    }

    /// <summary>Works on many items at once and gives the results in the order of the items.</summary>
    public static IEnumerable<TOut> InOrder<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, CancellationToken cancel) =>
        items.AsParallel().AsOrdered().WithCancellation(cancel).WithMergeOptions(ParallelMergeOptions.AutoBuffered).Select(work);
}
