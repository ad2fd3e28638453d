// Gives time expressions their values, once the publication date is known.
using System.Collections.Immutable;

using Crossread.Language;

namespace Crossread.Dates;

/// <summary>Gives time expressions their values from publication day, tense, weekday and earlier expressions.</summary>
public static class TimeResolver
{
    /// <summary>One value for each mention, in the same order.</summary>
    public static ImmutableArray<TimeValue> Resolve(AnnotatedText text, ImmutableArray<TimeMention> mentions, Publication published) => [];
}
