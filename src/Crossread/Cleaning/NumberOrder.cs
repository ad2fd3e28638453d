// Which number of 3/4/2031 is the day?
namespace Crossread.Cleaning;

/// <summary>The order of day, month and year in dates that are written in numbers only.</summary>
internal enum NumberOrder
{
    /// <summary>Not known: such a date counts only if one order alone is possible.</summary>
    Unknown,

    /// <summary>The day stands first, as nearly everywhere.</summary>
    DayFirst,

    /// <summary>The month stands first, as in the United States.</summary>
    MonthFirst,

    /// <summary>The year stands first, as in East Asia and Hungary; where it stands last, the day stands first.</summary>
    YearFirst,
}
