// Finds events in one report.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Events;

/// <summary>
/// Finds who did what to whom: verbs and event nouns of <c>frames.tsv</c> with their arguments from the dependency tree.
/// Types are those of PLOVER 0.5b; as there, what an actor says it will do for somebody is AGREE, what it says it will do against somebody THREATEN,
/// and what somebody says another must do DEMAND. Statements and denials are no events; they stand in the statement layer.
/// </summary>
public static class EventFinder
{
    /// <summary>All events in the order of their triggers.</summary>
    /// <exception cref="ArgumentNullException">Text or names are missing.</exception>
    public static ImmutableArray<Event> Find(
        AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        if (text.Tokens.IsEmpty)
            return [];
        EventReader reader = new(text, names, times, statements);
        ImmutableArray<Event>.Builder found = ImmutableArray.CreateBuilder<Event>();
        for (int token = 0; token < text.Tokens.Length; token++)
        {
            if (reader.Read(token) is { } named)
                found.Add(named);
        }
        return found.ToImmutable();
    }
}
