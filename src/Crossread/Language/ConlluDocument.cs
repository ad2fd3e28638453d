// Words and sentences as a CoNLL-U file gives them.
using System.Collections.Immutable;

namespace Crossread.Language;

/// <summary>One document of a CoNLL-U file: its words, without their analysis.</summary>
/// <param name="Id">From <c># newdoc id</c>, or null.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record ConlluDocument(string? Id, ImmutableArray<ConlluSentence> Sentences);

/// <summary>One sentence of a CoNLL-U file.</summary>
/// <param name="Comments">Lines that begin with <c>#</c>, as they stand.</param>
/// <param name="Words">Its words; empty nodes are passed over.</param>
/// <param name="Ranges">Words written as one: index of the first, index of the last, and the letters.</param>
public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<GivenWord> Words, ImmutableArray<(int First, int Last, string Form)> Ranges);
