// The days over which a group of reports was published.
namespace Crossread.Stories.Grouping;

/// <summary>The days over which a group of reports was published; empty if none states a day.</summary>
/// <param name="First">First day, or null.</param>
/// <param name="Last">Last day, or null.</param>
internal readonly record struct DayRange(int? First, int? Last)
{
    /// <summary>The range of both.</summary>
    public DayRange With(DayRange other) => First is null ? other : other.First is null ? this
        : new(Math.Min(First.Value, other.First.Value), Math.Max(Last!.Value, other.Last!.Value));

    /// <summary>Days that lie between the two; 0 if they touch or one is unknown.</summary>
    public int DaysTo(DayRange other) => First is null || other.First is null ? 0
        : Math.Max(0, Math.Max(other.First.Value - Last!.Value, First.Value - other.Last!.Value));
}
