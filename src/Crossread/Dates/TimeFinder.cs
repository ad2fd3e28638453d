// Finds time expressions in a text.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;

namespace Crossread.Dates;

/// <summary>Finds time expressions, as TIMEX3 (ISO 24617-1) draws them.</summary>
public static class TimeFinder
{
    /// <summary>All time expressions in the order of the text, none overlapping.</summary>
    public static ImmutableArray<TimeMention> Find(AnnotatedText text, ImmutableArray<Passage> passages) => [];
}
