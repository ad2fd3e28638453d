// Finds events in one report.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Events;

/// <summary>Finds who did what to whom.</summary>
public static class EventFinder
{
    /// <summary>All events in the order of their triggers.</summary>
    public static ImmutableArray<Event> Find(
        AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements) => [];
}
