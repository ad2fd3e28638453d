// The same words of one speaker, told in one or more reports.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Something one speaker said once, as one or more reports tell it.</summary>
/// <param name="Id">Id, derived from its statements.</param>
/// <param name="Speaker">Index of the speaker in <see cref="Story.Entities"/>, or null.</param>
/// <param name="Statements">The statements that tell it, in order of reports and statements.</param>
/// <param name="Wordings">The words of each, in the same order.</param>
public sealed record Utterance(string Id, int? Speaker, ImmutableArray<StatementRef> Statements, ImmutableArray<Evidence> Wordings);

/// <summary>A statement of a report.</summary>
/// <param name="Report">Index of the report in <see cref="Story.Reports"/>.</param>
/// <param name="Statement">Index of the statement in its reading.</param>
public readonly record struct StatementRef(int Report, int Statement);
