// Values of dates by their names and numbers: a weekday, a month, a quarter, a feast without its year.
using System.Globalization;

namespace Crossread.Dates;

internal sealed partial class TimeReading
{
    private (DateValue?, string) Named(TimeMention m)
    {
        if (m.Year is not null && m.Unit is TimeUnit.Decade or TimeUnit.Century)
            return (new DateValue(m.Unit, CalendarMath.ToDay(m.Year.Value, 1, 1)), "as it stands");
        if (m.Year is int stated)
        {
            if (m.Festival is not null)
                return (DateValue.OfDay(CalendarMath.Feast(m.Festival, stated)), $"the feast's day in {stated}");
            if (m.Unit == TimeUnit.Quarter && m.Part is null)
                return LatestQuarter() is { } q ? (DateValue.OfPart(stated, q.Part!), "the quarter that the text compares with, in the year that it names") : (DateValue.OfYear(stated), "as it stands");
            return (InYear(m, stated), "as it stands");
        }
        if (m is { Unit: TimeUnit.Quarter, Part: null })
            return Quarter(m);
        if (m.YearShift is int shift)
        {
            int? from = m.FromEarlier && _date is { } before ? before.Year : published is int day ? CalendarMath.FromDay(day).Year : null;
            return from is int y ? (InYear(m, y + shift), shift == 0 ? "in the same year" : $"in the year {y + shift}") : (null, NoPublication);
        }
        if (m is { Weekday: int weekday, Day: null })
            return Weekday(m, weekday);
        if (m is { Day: int only, Month: null })
            return DayOfMonth(m, only);
        return Nearest(m);
    }

    private static DateValue InYear(TimeMention m, int year)
    {
        if (m.Festival is not null)
        {
            DateValue feast = DateValue.OfDay(CalendarMath.Feast(m.Festival, year));
            return m.Unit == TimeUnit.Week ? DateValue.Holding(TimeUnit.Week, feast.Start) : feast;
        }
        if (m.Part is not null)
            return DateValue.OfPart(year, m.Part);
        if (m.Month is not int month)
            return DateValue.OfYear(year);
        if (m.Day is not int day)
            return DateValue.OfMonth(year, month);
        DateValue date = DateValue.OfDay(CalendarMath.ToDay(year, month, Math.Min(day, CalendarMath.DaysInMonth(year, month))));
        return m.Unit == TimeUnit.Week ? DateValue.Holding(TimeUnit.Week, date.Start) : date;
    }

    private DateValue? LatestQuarter() => _quarter ?? (published is int day ? DateValue.Holding(TimeUnit.Quarter, day).Plus(-1) : null);

    private (DateValue?, string) Quarter(TimeMention m)
    {
        if (m is { Direction: TimeDirection.Same, FromEarlier: false } && published is int day)
            return (DateValue.Holding(TimeUnit.Quarter, day), "the quarter of publication");
        if ((m.Direction == TimeDirection.Same && published is int now ? DateValue.Holding(TimeUnit.Quarter, now).Plus(-1) : LatestQuarter()) is not { } quarter)
            return (null, NoPublication);
        return m.YearShift is int years
            ? (quarter.Plus(4 * years), $"a year from the quarter that the text compares with, {quarter.Timex}")
            : (quarter, _quarter is null ? "the last quarter that ended before publication" : $"the quarter named before it, {quarter.Timex}");
    }

    private (DateValue?, string) Weekday(TimeMention m, int weekday)
    {
        string name = CultureInfo.InvariantCulture.DateTimeFormat.DayNames[weekday % 7];
        if (m.FromEarlier && _day is { } before)
        {
            int gap = m.Direction == TimeDirection.Future ? (weekday - CalendarMath.Weekday(before.Start) + 6) % 7 + 1 : -((CalendarMath.Weekday(before.Start) - weekday + 6) % 7 + 1);
            return (DateValue.OfDay(before.Start + gap), $"the {name} {(gap < 0 ? "before" : "after")} the day named before it, {before.Timex}");
        }
        if (published is not int day)
            return (null, $"a {name}; the publication date, which would tell which, is not known");
        int own = CalendarMath.Weekday(day);
        if (m.Shift is int weeks)
            return (DateValue.OfDay(CalendarMath.Monday(day) + 7 * weeks + weekday - 1), $"the {name} of the week named");
        int back = (own - weekday + 7) % 7, ahead = (weekday - own + 7) % 7;
        string pub = EdtfDays.Day(day);
        switch (m.Direction)
        {
            case TimeDirection.Past:
                back = back == 0 ? 7 : back;
                return (DateValue.OfDay(day - back), $"the last {name} before publication on {pub}");
            case TimeDirection.Future:
                ahead = ahead == 0 ? 7 : ahead;
                return (DateValue.OfDay(day + ahead), $"the next {name} after publication on {pub}");
        }
        if (back == 0)
            return (DateValue.OfDay(day), $"published on a {name}, {pub}");
        return m.Tense == ClauseTense.Future
            ? (DateValue.OfDay(day + ahead), $"the next {name} after publication on {pub}: the clause looks ahead")
            : (DateValue.OfDay(day - back), $"the last {name} before publication on {pub}{(m.Tense == ClauseTense.Past ? ": the clause is in the past" : "")}");
    }

    private (DateValue?, string) DayOfMonth(TimeMention m, int day)
    {
        int? anchor = _day?.Start ?? (_date is { Unit: TimeUnit.Month } month ? month.Start : published);
        if (anchor is not int at)
            return (null, NoPublication);
        (int y, int mo, _) = CalendarMath.FromDay(at);
        if (m.Weekday is int weekday)
        {
            for (int n = 0; n < 24; n++)
            {
                DateValue first = DateValue.OfMonth(y, mo).Plus(m.Tense == ClauseTense.Future ? n : -n);
                (int fy, int fm, _) = CalendarMath.FromDay(first.Start);
                if (day <= CalendarMath.DaysInMonth(fy, fm) && CalendarMath.Weekday(first.Start + day - 1) == weekday)
                    return (DateValue.OfDay(first.Start + day - 1), "the nearest month in which the day falls on that weekday");
            }
        }
        return (DateValue.OfDay(CalendarMath.ToDay(y, mo, Math.Min(day, CalendarMath.DaysInMonth(y, mo)))), "in the month of the date named before it");
    }

    /// <summary>A month, day of a month, quarter, season or feast without its year: the nearest one on the side that words and tense point to.</summary>
    private (DateValue?, string) Nearest(TimeMention m)
    {
        int? anchor = m.FromEarlier ? _date?.Start ?? published : published;
        if (anchor is not int day)
            return (null, "the year is not stated, and the publication date is not known");
        int year = CalendarMath.FromDay(day).Year;
        DateValue last = InYear(m, year), next;
        bool self = m.Direction is TimeDirection.None or TimeDirection.Same;
        if (last.Start > day || !self && m.Direction == TimeDirection.Past && last.End >= day)
            last = InYear(m, year - 1);
        next = InYear(m, CalendarMath.FromDay(last.Start).Year + (last.End >= day && self ? 0 : 1));
        if (!self && m.Direction == TimeDirection.Future && next.Start <= day)
            next = InYear(m, next.Year + 1);
        if (m is { Weekday: int weekday, Day: not null })
        {
            for (int n = 0; n < 12; n++)
            {
                DateValue a = InYear(m, year - n), b = InYear(m, year + n);
                DateValue first = m.Tense == ClauseTense.Future ? b : a, second = m.Tense == ClauseTense.Future ? a : b;
                if (CalendarMath.Weekday(first.Start) == weekday)
                    return (first, "the nearest year in which the day falls on that weekday");
                if (CalendarMath.Weekday(second.Start) == weekday)
                    return (second, "the nearest year in which the day falls on that weekday");
            }
        }
        string pub = EdtfDays.Day(day);
        // Nobody names a day of a year ago, or of a year ahead, without its year when its like is at hand.
        if (m is { Day: not null, Direction: TimeDirection.None })
        {
            if (day - last.Start >= AlmostAYear && next.Start - day <= AtHandAhead)
                return (next, $"the one nearest to publication on {pub}");
            if (next.Start - day >= AlmostAYear && day - last.Start <= AtHandBehind)
                return (last, $"the one nearest to publication on {pub}");
        }
        switch (m.Direction)
        {
            case TimeDirection.Past:
                return (last, $"the last one before {pub}");
            case TimeDirection.Future:
                return (next, $"the next one after {pub}");
            case TimeDirection.Same:
                return (InYear(m, year), $"in the year of {pub}");
        }
        if (m.Tense == ClauseTense.Future && (m.Unit != TimeUnit.Quarter || next.Start - day < day - last.End))
            return (next, $"the next one from publication on {pub}: the clause looks ahead");
        // "faces voters in November": what is over is not told in the present.
        if (m is { Tense: ClauseTense.Present, Month: not null, Day: null, Quoted: false } && next.Start - day <= day - last.End + PresentLeans)
            return (next, $"the next one from publication on {pub}: the clause is in the present");
        if (m.Tense == ClauseTense.Past || m.Unit == TimeUnit.Quarter || day - last.End <= next.Start - day)
            return (last, $"the last one before publication on {pub}{(m.Tense == ClauseTense.Past ? ": the clause is in the past" : "")}");
        return (next, $"the one nearest to publication on {pub}");
    }
}
