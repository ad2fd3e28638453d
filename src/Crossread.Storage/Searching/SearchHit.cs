// One hit of a search.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Storage.Searching;

/// <summary>One hit of a search: a report, or a statement of it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Text">Its clean text.</param>
/// <param name="Context">The stretch of the text to show.</param>
/// <param name="Words">The words that were found, in the order of the text; all of them in a report, those of the statement in a statement.</param>
/// <param name="Score">BM25 (Robertson and Zaragoza 2009), higher is better; 0 for a search without words, or for words that stand in most texts alone.</param>
public sealed record SearchHit(HeldReport Report, string Text, TextSpan Context, ImmutableArray<TextSpan> Words, double Score)
{
    /// <summary>The statement, or null if it is the report.</summary>
    public SearchedStatement? Statement { get; init; }
}

/// <summary>A statement that was found.</summary>
/// <param name="Number">Its index in the statements of the report's reading.</param>
/// <param name="Speaker">Name of its source, or null.</param>
/// <param name="Stance">What the source does by saying it.</param>
/// <param name="Span">Its content.</param>
public sealed record SearchedStatement(int Number, string? Speaker, Stance Stance, TextSpan Span);
