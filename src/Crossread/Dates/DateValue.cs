// A date of some size on the calendar, and how TIMEX3 and EDTF write it.
using System.Globalization;

namespace Crossread.Dates;

/// <summary>A stretch of whole days that a date of some size covers.</summary>
/// <param name="Unit">Its size.</param>
/// <param name="Start">Its first day (days from 1970-01-01).</param>
/// <param name="Part">Quarter, half or season by TIMEX3, or null.</param>
internal readonly record struct DateValue(TimeUnit Unit, int Start, string? Part = null)
{
    internal int Year => CalendarMath.FromDay(Start).Year;

    internal static DateValue OfDay(int day) => new(TimeUnit.Day, day);

    internal static DateValue OfMonth(int year, int month)
    {
        int months = year * 12 + month - 1;
        return new(TimeUnit.Month, CalendarMath.ToDay(Floor(months, 12), Mod(months, 12) + 1, 1));
    }

    internal static DateValue OfYear(int year) => new(TimeUnit.Year, CalendarMath.ToDay(year, 1, 1));

    internal static DateValue OfPart(int year, string part) => part[0] switch
    {
        'Q' => new(TimeUnit.Quarter, CalendarMath.ToDay(year, (part[1] - '1') * 3 + 1, 1), part),
        'H' => new(TimeUnit.Half, CalendarMath.ToDay(year, (part[1] - '1') * 6 + 1, 1), part),
        _ => new(TimeUnit.Season, CalendarMath.ToDay(year, part switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1), part),
    };

    /// <summary>The date of this size that holds the day.</summary>
    internal static DateValue Holding(TimeUnit unit, int day)
    {
        (int year, int month, _) = CalendarMath.FromDay(day);
        return unit switch
        {
            TimeUnit.Week => new(unit, CalendarMath.Monday(day)),
            TimeUnit.Weekend => new(unit, CalendarMath.Monday(day) + 5),
            TimeUnit.Month => OfMonth(year, month),
            TimeUnit.Quarter => OfPart(year, "Q" + (char)('1' + (month - 1) / 3)),
            TimeUnit.Half => OfPart(year, month <= 6 ? "H1" : "H2"),
            TimeUnit.Year => OfYear(year),
            TimeUnit.Decade => new(unit, CalendarMath.ToDay(Floor(year, 10) * 10, 1, 1)),
            TimeUnit.Century => new(unit, CalendarMath.ToDay(Floor(year, 100) * 100, 1, 1)),
            TimeUnit.Millennium => new(unit, CalendarMath.ToDay(Floor(year, 1000) * 1000, 1, 1)),
            _ => OfDay(day),
        };
    }

    /// <summary>So many of its units later.</summary>
    internal DateValue Plus(int count)
    {
        (int year, int month, _) = CalendarMath.FromDay(Start);
        return Unit switch
        {
            TimeUnit.Week or TimeUnit.Weekend => this with { Start = Start + 7 * count },
            TimeUnit.Month => OfMonth(year, month + count),
            TimeUnit.Quarter => Holding(Unit, OfMonth(year, month + 3 * count).Start),
            TimeUnit.Half => Holding(Unit, OfMonth(year, month + 6 * count).Start),
            TimeUnit.Season => OfPart(year + count, Part!),
            TimeUnit.Year => OfYear(year + count),
            TimeUnit.Decade => Holding(Unit, OfYear(year + 10 * count).Start),
            TimeUnit.Century => Holding(Unit, OfYear(year + 100 * count).Start),
            TimeUnit.Millennium => Holding(Unit, OfYear(year + 1000 * count).Start),
            _ => this with { Start = Start + count },
        };
    }

    /// <summary>Its last day.</summary>
    internal int End => Unit switch
    {
        TimeUnit.Weekend => Start + 1,
        TimeUnit.Season => Holding(TimeUnit.Month, Start).Plus(3).Start - 1,
        <= TimeUnit.Day => Start,
        _ => Plus(1).Start - 1,
    };

    /// <summary>True if it lies in the years that TIMEX3 and EDTF write with four figures.</summary>
    internal bool Writable => Year is >= 1 and <= 9998;

    internal string Timex
    {
        get
        {
            (int year, int month, int day) = CalendarMath.FromDay(Start);
            return Unit switch
            {
                TimeUnit.Week => Week(Start, ""),
                TimeUnit.Weekend => Week(Start, "-WE"),
                TimeUnit.Month => Invariant($"{year:0000}-{month:00}"),
                TimeUnit.Season or TimeUnit.Quarter or TimeUnit.Half => Invariant($"{year:0000}-{Part}"),
                TimeUnit.Year => Invariant($"{year:0000}"),
                TimeUnit.Decade => Invariant($"{year / 10:000}"),
                TimeUnit.Century => Invariant($"{year / 100:00}"),
                TimeUnit.Millennium => Invariant($"{year / 1000:0}"),
                _ => Invariant($"{year:0000}-{month:00}-{day:00}"),
            };
        }
    }

    internal string Edtf
    {
        get
        {
            (int year, _, _) = CalendarMath.FromDay(Start);
            return Unit switch
            {
                TimeUnit.Week or TimeUnit.Weekend => $"{OfDay(Start).Timex}/{OfDay(End).Timex}",
                TimeUnit.Season => Invariant($"{year:0000}-{Part switch { "SP" => 21, "SU" => 22, "FA" => 23, _ => 24 }}"),
                TimeUnit.Quarter or TimeUnit.Half => $"{Holding(TimeUnit.Month, Start).Timex}/{Holding(TimeUnit.Month, End).Timex}",
                TimeUnit.Decade => Invariant($"{year / 10:000}X"),
                TimeUnit.Century => Invariant($"{year / 100:00}XX"),
                TimeUnit.Millennium => Invariant($"{year / 1000:0}000/{year / 1000:0}999"),
                _ => Timex,
            };
        }
    }

    private static string Week(int day, string suffix)
    {
        (int year, int week) = CalendarMath.IsoWeek(day);
        return Invariant($"{year:0000}-W{week:00}{suffix}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static int Floor(int a, int b) => a >= 0 ? a / b : (a - b + 1) / b;

    private static int Mod(int a, int b) => a - Floor(a, b) * b;
}
