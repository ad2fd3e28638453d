// The state of things on a day.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Dates;

namespace Crossread.Stories.Relations;

/// <summary>Which relations held on a day, as far as the reports published by then tell.</summary>
public static class StateOnDay
{
    /// <summary>
    /// The relations that held on the day: begun by then and not ended before. What lasted but a moment (a meeting, a fight) counts on its days;
    /// a relation without a date counts as long as some report published by then tells it.
    /// </summary>
    /// <param name="story">A story of reports published by the day (<see cref="StoryBuilder.AsOf"/>).</param>
    /// <param name="day">The day, as in 2026-03-14.</param>
    /// <exception cref="FormatException">It is no day.</exception>
    public static ImmutableArray<ActorRelation> Of(Story story, string day)
    {
        ArgumentNullException.ThrowIfNull(story);
        int number = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        return [.. story.Relations.Where(r => (EdtfDays.Bounds(r.Since)?.Start ?? int.MinValue) <= number && (r.Until is null || (EdtfDays.Bounds(r.Until)?.End ?? int.MaxValue) >= number) && !(r.Ended && r.Until is null))];
    }
}
