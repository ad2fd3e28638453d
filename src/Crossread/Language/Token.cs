// One word of a text, with its grammar.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>One syntactic word in the sense of Universal Dependencies: <c>don't</c> is two, <c>do</c> and <c>n't</c>, each with its own span.</summary>
/// <param name="Span">Its letters in the text.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag (<c>VBD</c>, <c>NNP</c>, …), an interned string.</param>
/// <param name="Lemma">Dictionary form; lower case but for proper nouns.</param>
/// <param name="Head">Index of the head in <see cref="AnnotatedText.Tokens"/>, or -1 for the root of a sentence.</param>
/// <param name="Relation">Relation to the head.</param>
public readonly record struct Token(TextSpan Span, Upos Upos, string Xpos, string Lemma, int Head, Relation Relation);
