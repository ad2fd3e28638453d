// News text for the benchmarks: the sentences of our own sample reports, shuffled and repeated.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Language;

namespace Crossread.Benchmarks;

/// <summary>Makes clean news text of any length from the project's samples. The same length gives the same text.</summary>
internal static class NewsText
{
    /// <summary>Text of at least so many words, a paragraph of three to five sentences each.</summary>
    public static (string Text, ImmutableArray<Passage> Passages) Make(int words, string? samples = null)
    {
        string folder = samples ?? FindSamples();
        Document[] documents = [.. DocumentReader.Read(folder).Select(r => r.Document).OfType<Document>()];
        List<string> sentences = [.. Cleaner.Clean([.. documents]).SelectMany(r => LanguageReader.Read(r.Text, r.Passages).Sentences.Where(s => s.TokenCount > 5).Select(s => s.Span.Cut(r.Text)))];
        Random random = new(7);
        System.Text.StringBuilder text = new();
        ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();
        for (int made = 0; made < words;)
        {
            int start = text.Length;
            for (int k = random.Next(3, 6); k > 0; k--)
            {
                string sentence = sentences[random.Next(sentences.Count)];
                made += sentence.Count(c => c == ' ') + 1;
                text.Append(sentence).Append(k > 1 ? " " : "");
            }
            passages.Add(new Passage(new Text.TextSpan(start, text.Length), PassageKind.Paragraph));
            text.Append('\n');
        }
        return (text.ToString(), passages.ToImmutable());
    }

    private static string FindSamples()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string samples = Path.Combine(folder.FullName, "samples");
            if (Directory.Exists(samples))
                return samples;
        }
        throw new DirectoryNotFoundException("No folder samples above the benchmarks: run them from the project's tree.");
    }
}
