// Documents in, reports out: which blocks are the story.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Tells the story's own text from the furniture around it.</summary>
public static class Cleaner
{
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
