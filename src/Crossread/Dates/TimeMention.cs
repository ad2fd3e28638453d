// A time expression where it stands, before it has a value.
using Crossread.Text;

namespace Crossread.Dates;

/// <summary>
/// A time expression of one report, found but not yet valued: what it says and which way it points.
/// Its value needs the publication date, which may come from other reports.
/// </summary>
/// <param name="Span">Its words.</param>
/// <param name="Type">What it is.</param>
public sealed record TimeMention(TextSpan Span, TimexType Type)
{
    /// <summary>How its value is found.</summary>
    public TimeForm Form { get; init; }

    /// <summary>The size of the date that it names, or the unit that it counts in.</summary>
    public TimeUnit Unit { get; init; } = TimeUnit.Day;

    /// <summary>The year, the first year of the decade or century, or null if it is not said.</summary>
    public int? Year { get; init; }

    /// <summary>Years to add to the anchor's year if the year is given so (<c>last year's third quarter</c>: -1), or null.</summary>
    public int? YearShift { get; init; }

    /// <summary>Month, 1 to 12, or null.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month, 1 to 31, or null.</summary>
    public int? Day { get; init; }

    /// <summary>Day of the week by ISO 8601, Monday 1 to Sunday 7, or null.</summary>
    public int? Weekday { get; init; }

    /// <summary>Part of the year by TIMEX3: <c>Q1</c> to <c>Q4</c>, <c>H1</c>, <c>H2</c>, <c>SP</c>, <c>SU</c>, <c>FA</c>, <c>WI</c>; or null.</summary>
    public string? Part { get; init; }

    /// <summary>The last day of an interval of days; null if it is none.</summary>
    public int? EndDay { get; init; }

    /// <summary>The month of <see cref="EndDay"/>, or of the end of an interval of months; null if it is the same month or there is no interval.</summary>
    public int? EndMonth { get; init; }

    /// <summary>The year in which an interval ends, or null if it is the same year or there is no interval.</summary>
    public int? EndYear { get; init; }

    /// <summary>A feast whose date follows from its year, by its rule in <c>festivals.tsv</c>; or null.</summary>
    public string? Festival { get; init; }

    /// <summary>Which way the words point (<c>last</c>, <c>this</c>, <c>next</c>).</summary>
    public TimeDirection Direction { get; init; }

    /// <summary>Units to add to the anchor (<c>two years ago</c>: -2), or null if the words do not say how many.</summary>
    public int? Shift { get; init; }

    /// <summary>Days before or after the day that the rest of it names: <c>the eve of Sunday's vote</c>, <c>the day before last Friday</c>.</summary>
    public int DaysOff { get; init; }

    /// <summary>True if it counts from a date named before it (<c>a day earlier</c>, <c>that year</c>), not from publication.</summary>
    public bool FromEarlier { get; init; }

    /// <summary>Time of day by TIMEX3 (<c>TMO</c>, <c>TNI</c>, <c>T22:00</c>), or null.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>The TIMEX3 value of an expression that needs no anchor (<c>P2D</c>, <c>PRESENT_REF</c>), or null.</summary>
    public string? Fixed { get; init; }

    /// <summary>TIMEX3 modifier (<c>START</c>, <c>MID</c>, <c>END</c>, <c>APPROX</c>, <c>MORE_THAN</c>, …), or null.</summary>
    public string? Modifier { get; init; }

    /// <summary>Tense of the clause that it stands in.</summary>
    public ClauseTense Tense { get; init; }

    /// <summary>True if it stands inside quotation marks.</summary>
    public bool Quoted { get; init; }

    /// <summary>Why it can have no value, in words (<c>February has no day 31</c>); or null.</summary>
    public string? Problem { get; init; }
}
