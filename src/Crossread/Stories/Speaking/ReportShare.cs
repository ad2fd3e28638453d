// What one report adds that no other has.
using System.Collections.Immutable;

namespace Crossread.Stories.Speaking;

/// <summary>What one report adds that no report of another origin has.</summary>
/// <param name="Report">Index in <see cref="Story.Reports"/>.</param>
/// <param name="Utterances">Indices of utterances that reports of its origin alone tell.</param>
/// <param name="Voices">Indices in <see cref="VoiceTable.Voices"/> of those whom reports of its origin alone let speak.</param>
public sealed record ReportShare(int Report, ImmutableArray<int> Utterances, ImmutableArray<int> Voices);
