// One entry of the timeline.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Something that happened, was said or is due.</summary>
/// <param name="Edtf">When (EDTF).</param>
/// <param name="Label">What, in the words of a report.</param>
/// <param name="Evidence">The words it rests on, in order.</param>
public sealed record TimelineEntry(string Edtf, string Label, ImmutableArray<Evidence> Evidence);
