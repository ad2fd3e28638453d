// What a time expression says, before it has a value.
namespace Crossread.Dates;

/// <summary>How the value of a time expression is found.</summary>
public enum TimeForm : byte
{
    /// <summary>A date by its names and numbers: year, month, day, weekday, quarter, season; what is missing comes from the anchor.</summary>
    Calendar,

    /// <summary>So many units before or after the anchor (<c>yesterday</c>, <c>last week</c>, <c>two years ago</c>).</summary>
    Shift,

    /// <summary>A value of its own (<c>two days</c>, <c>now</c>, <c>every week</c>).</summary>
    Fixed,

    /// <summary>Left without a value; <see cref="TimeMention.Problem"/> says why.</summary>
    Left,
}

/// <summary>Sizes of dates and lengths of time, smallest first.</summary>
public enum TimeUnit : byte
{
#pragma warning disable CS1591 // Plain English names.
    Second, Minute, Hour, Day, Weekend, Week, Month, Season, Quarter, Half, Year, Decade, Century, Millennium,
#pragma warning restore CS1591
}

/// <summary>Which way a time expression points by its own words.</summary>
public enum TimeDirection : byte
{
    /// <summary>The words do not say.</summary>
    None,

    /// <summary><c>last</c>, <c>past</c>, <c>previous</c>.</summary>
    Past,

    /// <summary><c>this</c>, <c>the current</c>.</summary>
    Same,

    /// <summary><c>next</c>, <c>coming</c>, <c>following</c>.</summary>
    Future,
}

/// <summary>Tense of a clause, as far as it tells on which side of publication a date lies.</summary>
public enum ClauseTense : byte
{
    /// <summary>No finite verb, or no analysis.</summary>
    Unknown,

    /// <summary>Past or perfect.</summary>
    Past,

    /// <summary>Present.</summary>
    Present,

    /// <summary>Future, planned, called for.</summary>
    Future,
}
