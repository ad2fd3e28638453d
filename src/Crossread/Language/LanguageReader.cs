// The language layer's front door: text in, sentences, words, tags and heads out.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

using Crossread.Cleaning;
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Reads English: sentences, words, tags, lemmas and heads by the conventions of Universal Dependencies, version 2.</summary>
public static class LanguageReader
{
    [ThreadStatic]
    private static SentenceReader? _reader;

    private static SentenceReader Reader => _reader ??= new SentenceReader(LanguageModels.Default);

    /// <summary>Reads a text whose blocks are known. No sentence crosses the border of a block.</summary>
    /// <param name="text">Any text; what is no word is passed over.</param>
    /// <param name="passages">The blocks in order; if there are none, empty lines and unwrapped line breaks part the blocks.</param>
    public static AnnotatedText Read(string text, ImmutableArray<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        (List<TextSpan> words, List<int> ends) = Cut(text, passages);
        return Annotate(text, words, ends, Reader);
    }

    /// <summary>The words of a text, and for each sentence one past the index of its last word.</summary>
    internal static (List<TextSpan> Words, List<int> Ends) Cut(string text, ImmutableArray<Passage> passages)
    {
        List<TextSpan> words = new(text.Length / 5 + 8);
        List<int> ends = [];
        foreach (TextSpan block in Blocks.Of(text, passages))
        {
            int first = words.Count;
            Tokenizer.Cut(text, block, words);
            int head = Dateline.EndOf(text, block);
            if (head > block.Start)
            {
                while (first < words.Count && words[first].Start < head)
                    first++;
                ends.Add(first);
            }
            SentenceSplitter.Split(text, words, first, ends);
        }
        return (words, ends);
    }

    /// <summary>Reads words and sentences that are given, and only these. The text is made of the words.</summary>
    /// <param name="sentences">The words of each sentence; an empty sentence is passed over.</param>
    public static AnnotatedText ReadWords(IReadOnlyList<IReadOnlyList<GivenWord>> sentences) => ReadWords(sentences, Reader);

    /// <summary>Reads given words by models that need not be those that ship.</summary>
    internal static AnnotatedText ReadWords(IReadOnlyList<IReadOnlyList<GivenWord>> sentences, SentenceReader reader)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        StringBuilder text = new();
        List<TextSpan> words = [];
        List<int> ends = [];
        foreach (IReadOnlyList<GivenWord> sentence in sentences)
        {
            foreach (GivenWord word in sentence)
            {
                words.Add(new TextSpan(text.Length, text.Length + word.Form.Length));
                text.Append(word.Form);
                if (word.SpaceAfter)
                    text.Append(' ');
            }
            if (sentence.Count > 0)
                ends.Add(words.Count);
        }
        return Annotate(text.ToString(), words, ends, reader);
    }

    private static AnnotatedText Annotate(string text, List<TextSpan> words, List<int> ends, SentenceReader reader)
    {
        ReadOnlySpan<TextSpan> spans = CollectionsMarshal.AsSpan(words);
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>(words.Count);
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>(ends.Count);
        reader.Read(text, spans, CollectionsMarshal.AsSpan(ends), tokens);
        int first = 0;
        foreach (int end in ends)
        {
            sentences.Add(new Sentence(new TextSpan(spans[first].Start, spans[end - 1].End), first, end - first));
            first = end;
        }
        return new AnnotatedText(text, tokens.MoveToImmutable(), sentences.MoveToImmutable());
    }
}
