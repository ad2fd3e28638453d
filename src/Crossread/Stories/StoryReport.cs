// A report in its story: its own reading, with what the other reports add to it.
using System.Collections.Immutable;

using Crossread.Dates;

namespace Crossread.Stories;

/// <summary>A report in its story. Arrays run parallel to those of <see cref="Reading"/>.</summary>
public sealed record StoryReport
{
    /// <summary>What was found in the report by itself.</summary>
    public required Reading Reading { get; init; }

    /// <summary>When it was published.</summary>
    public required Publication Published { get; init; }

    /// <summary>For each time expression its value.</summary>
    public required ImmutableArray<TimeValue> TimeValues { get; init; }

    /// <summary>For each statement when it was made (EDTF), or null.</summary>
    public required ImmutableArray<string?> StatementDates { get; init; }

    /// <summary>For each event when it happened (EDTF), or null.</summary>
    public required ImmutableArray<string?> EventDates { get; init; }

    /// <summary>For each local entity its index in <see cref="Story.Entities"/>.</summary>
    public required ImmutableArray<int> EntityOf { get; init; }

    /// <summary>For each link the id of the report of the pile that it leads to, or null.</summary>
    public required ImmutableArray<string?> LinkTargets { get; init; }

    /// <summary>Index of its origin in <see cref="Story.Origins"/>.</summary>
    public required int Origin { get; init; }

    /// <summary>Id of the report.</summary>
    public string Id => Reading.Report.Id;
}
