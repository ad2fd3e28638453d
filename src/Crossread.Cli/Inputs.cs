// Paths in, clean reports out; work that runs in parallel and comes back in order.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using Crossread.Cleaning;
using Crossread.Cli.Fetching;
using Crossread.Documents;
using Crossread.Events.Actors;
using Crossread.Stories;

namespace Crossread.Cli;

/// <summary>Reads what the user names: files, folders, standard input, addresses.</summary>
/// <param name="fetcher">Gets addresses.</param>
/// <param name="cancel">Stops a fetch.</param>
/// <param name="bytesRead">Told how many more bytes of files were read, or null.</param>
internal sealed class Inputs(IFetcher fetcher, CancellationToken cancel, Action<long>? bytesRead = null)
{
    /// <summary>The clean reports of all paths, in order; what could not be read is added to the problems.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Takes what could not be read.</param>
    /// <param name="toAnalyse">True to say also which reports cannot be analysed, and why.</param>
    public IEnumerable<Report> Reports(IEnumerable<string> paths, List<Problem> problems, bool toAnalyse)
    {
        foreach (Report report in Cleaner.CleanInBatches(Readable(paths, problems)))
        {
            if (toAnalyse && ReportCheck.Of(report) is { } problem)
                problems.Add(problem);
            yield return report;
        }
    }

    private IEnumerable<Document> Readable(IEnumerable<string> paths, List<Problem> problems)
    {
        foreach (DocumentResult result in Documents(paths))
        {
            problems.AddRange(result.Problems);
            if (result.Document is { } document)
                yield return document;
        }
    }

    /// <summary>The documents of all paths, in order; <c>-</c> is standard input.</summary>
    public IEnumerable<DocumentResult> Documents(IEnumerable<string> paths, ReadingLimits? limits = null) =>
        paths.SelectMany(path => path == "-" ? DocumentReader.Read(Console.OpenStandardInput(), NameOf(path), limits ?? ReadingLimits.Default)
            : IsAddress(path, out Uri? address) ? Fetch(address, limits ?? ReadingLimits.Default) : DocumentReader.Read(path, limits ?? ReadingLimits.Default, bytesRead));

    /// <summary>True if a path is an http or https address.</summary>
    public static bool IsAddress(string path, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && Uri.TryCreate(path, UriKind.Absolute, out address);
    }

    private IEnumerable<DocumentResult> Fetch(Uri address, ReadingLimits limits)
    {
        Fetched fetched = fetcher.FetchAsync(address, null, cancel).GetAwaiter().GetResult();
        if (fetched.Problem is { } problem)
            return [new DocumentResult(null, [problem])];
        return DocumentReader.Read(fetched.Bytes, address.OriginalString, limits, fetched.Encoding).Select(result => result.Document is { } document
            ? result with { Document = document with { Metadata = document.Metadata.Add(new Metadatum("fetch:url", fetched.Address.AbsoluteUri, 0)) } }
            : result);
    }

    /// <summary>Bytes of all files and folders that are named, or 0 if an input's size is not known before it is read.</summary>
    public static long BytesOf(IEnumerable<string> paths)
    {
        long bytes = 0;
        foreach (string path in paths)
        {
            try
            {
                if (File.Exists(path))
                    bytes += new FileInfo(path).Length;
                else if (Directory.Exists(path))
                    bytes += new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(f => f.Length);
                else
                    return 0;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return 0;
            }
        }
        return bytes;
    }

    /// <summary>The stories of a pile with their parties coded by the user's actor file, if one is named.</summary>
    public static StoryPile Coded(StoryPile pile, string? actorFile)
    {
        if (actorFile is null)
            return pile;
        List<Problem> problems = [];
        ImmutableArray<ActorEntry> actors = ActorFile.Read(actorFile, problems);
        return pile with { Stories = [.. pile.Stories.Select(s => StoryBuilder.Coded(s, actors))], Problems = [.. pile.Problems, .. problems] };
    }

    /// <summary>The story with its parties coded by the user's actor file, if one is named; what is wrong in the file is added to the problems.</summary>
    public static Story Coded(Story story, string? actorFile)
    {
        if (actorFile is null)
            return story;
        List<Problem> problems = [];
        ImmutableArray<ActorEntry> actors = ActorFile.Read(actorFile, problems);
        return StoryBuilder.Coded(story, actors) with { Problems = [.. story.Problems, .. problems] };
    }

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
