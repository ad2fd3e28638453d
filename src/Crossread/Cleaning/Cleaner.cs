// Documents in, reports out: which blocks are the story.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Tells the story's own text from the furniture around it.</summary>
public static class Cleaner
{
    private const int _batchDocuments = 512;
    private const long _batchCharacters = 32_000_000;

    /// <summary>Cleans a pile of documents; what repeats across the documents of one outlet is furniture. One report for each document, in the same order.</summary>
    public static ImmutableArray<Report> Clean(IReadOnlyList<Document> pile)
    {
        ArgumentNullException.ThrowIfNull(pile);
        StoryDraft[] drafts = new StoryDraft[pile.Count];
        Parallel.For(0, pile.Count, i => drafts[i] = new StoryDraft(pile[i]));
        Repetition repetition = Repetition.Find(drafts);
        Report[] reports = new Report[pile.Count];
        Parallel.For(0, pile.Count, i => reports[i] = drafts[i].Finish(line => repetition.Holds(i, line)));
        return [.. reports];
    }

    /// <summary>
    /// Cleans documents as they come, in memory that does not grow with their number: in batches of 512 documents or 32 million characters, in
    /// parallel inside a batch. What repeats across documents is sought inside a batch.
    /// </summary>
    public static IEnumerable<Report> CleanInBatches(IEnumerable<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Batches(documents);
    }

    private static IEnumerable<Report> Batches(IEnumerable<Document> documents)
    {
        List<Document> batch = [];
        long characters = 0;
        string? source = null;
        foreach (Document document in documents)
        {
            batch.Add(document);
            characters += ReferenceEquals(source, document.Source) ? 0 : document.Source.Length;
            source = document.Source;
            if (batch.Count < _batchDocuments && characters < _batchCharacters)
                continue;
            foreach (Report report in Clean(batch))
                yield return report;
            batch.Clear();
            characters = 0;
        }
        foreach (Report report in Clean(batch))
            yield return report;
    }

    /// <summary>Takes a text as it is: nothing removed, its lines are its passages.</summary>
    public static Report Keep(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        string text = document.Source;
        ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                passages.Add(new Passage(new TextSpan(start, end), PassageKind.Paragraph));
            start = end + 1;
        }
        return new Report
        {
            Id = "r" + document.Sha256[..10],
            File = document.File,
            Sha256 = document.Sha256,
            Language = LanguageIdentifier.Identify(text),
            Text = text,
            Passages = passages.ToImmutable(),
            Map = SourceMap.Identity(text.Length),
        };
    }
}
