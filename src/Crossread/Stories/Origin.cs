// Reports that come from one text.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories;

/// <summary>One text that one or more reports come from: a report of its own, or agency copy that several carry.</summary>
/// <param name="Id">Id, derived from its reports.</param>
/// <param name="Reports">Ids of the reports, ordinal.</param>
/// <param name="Because">Why they are one origin, in words.</param>
/// <param name="Passages">Pairs of passages that come from one text; empty for a single report.</param>
public sealed record Origin(string Id, ImmutableArray<string> Reports, string Because, ImmutableArray<SharedPassage> Passages);

/// <summary>A passage of one report and its like in another.</summary>
/// <param name="Passage">The words in one.</param>
/// <param name="Like">The words in the other.</param>
public sealed record SharedPassage(Evidence Passage, Evidence Like);
