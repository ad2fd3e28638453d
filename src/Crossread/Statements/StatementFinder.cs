// Finds attributions in one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;

namespace Crossread.Statements;

/// <summary>Finds who says what: source, cue and content of every attribution.</summary>
public static class StatementFinder
{
    /// <summary>All statements, ordered by the start of their content, then of their cue.</summary>
    public static ImmutableArray<Statement> Find(
        AnnotatedText text, ImmutableArray<Passage> passages, ReportNames names, ImmutableArray<TimeMention> times) => [];
}
