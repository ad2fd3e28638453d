// One sentence of a text.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>One sentence.</summary>
/// <param name="Span">From the first letter of its first word to the last of its last.</param>
/// <param name="FirstToken">Index of its first word in <see cref="AnnotatedText.Tokens"/>.</param>
/// <param name="TokenCount">Number of its words, 1 or more.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount)
{
    /// <summary>One past the index of its last word.</summary>
    public int EndToken => FirstToken + TokenCount;
}
