// Everything found in one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Events;
using Crossread.Events.Ties;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Stories;

/// <summary>Everything that the stages found in one report, by itself. Made once; what other reports tell comes in <see cref="Story"/>.</summary>
public sealed record Reading
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>Its sentences and words; empty if its language is not analysed.</summary>
    public required AnnotatedText Words { get; init; }

    /// <summary>Its names and who is who.</summary>
    public required ReportNames Names { get; init; }

    /// <summary>Its time expressions, not yet valued.</summary>
    public required ImmutableArray<TimeMention> Times { get; init; }

    /// <summary>Its statements.</summary>
    public required ImmutableArray<Statement> Statements { get; init; }

    /// <summary>Its events.</summary>
    public required ImmutableArray<Event> Events { get; init; }

    /// <summary>The relations between actors that it tells.</summary>
    public ImmutableArray<Tie> Ties { get; init; } = [];
}
