// A text with its sentences and words.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Language;

/// <summary>A text with its sentences, words, tags and heads. Immutable; safe to share between threads.</summary>
public sealed class AnnotatedText
{
    /// <summary>Gathers a text and its analysis.</summary>
    public AnnotatedText(string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
    }

    /// <summary>The text that all spans count in.</summary>
    public string Text { get; }

    /// <summary>All words in the order of the text.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>All sentences in the order of the text, none overlapping.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>The letters of a word.</summary>
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Span.Of(Text);

    /// <summary>Index of the first token that ends after this offset; <c>Tokens.Length</c> if there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Index of the sentence that holds the token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such token.</exception>
    public int SentenceOf(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, Tokens.Length);
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Sentences[middle].FirstToken <= token)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The span from the first letter of one token to the last of another.</summary>
    public TextSpan SpanOf(int firstToken, int lastToken) => new(Tokens[firstToken].Span.Start, Tokens[lastToken].Span.End);
}
