// Finds names in a text.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;

namespace Crossread.Names;

/// <summary>Finds the names of people, organisations, places and other things.</summary>
public static class NameFinder
{
    /// <summary>All names in the order of the text, none overlapping.</summary>
    public static ImmutableArray<Mention> Find(AnnotatedText text, ImmutableArray<Passage> passages) => [];
}
