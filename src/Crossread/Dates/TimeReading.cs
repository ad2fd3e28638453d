// One pass over a report's time expressions with one publication day.
using System.Globalization;

namespace Crossread.Dates;

/// <summary>Values the expressions of one report in their order, and remembers what later ones count from.</summary>
internal sealed partial class TimeReading(string text, int? published)
{
    private const int SameTopic = 1500;
    private const int AlmostAYear = 325;
    private const int PresentLeans = 60;
    private const int AtHandAhead = 40;
    private const int AtHandBehind = 14;

    private DateValue? _day;
    private DateValue? _told;
    private DateValue? _past;
    private DateValue? _date;
    private DateValue? _quarter;
    private int _dayAt = int.MinValue;

    internal TimeValue Read(TimeMention m)
    {
        switch (m.Form)
        {
            case TimeForm.Fixed:
                return new TimeValue(m.Fixed!, null, m.Type switch
                {
                    TimexType.Duration => "a length of time",
                    TimexType.Set => "a recurring time",
                    _ => m.Fixed switch { "PRESENT_REF" => "the present, without a date", "PAST_REF" => "the past, without a date", _ => "the future, without a date" },
                });
            case TimeForm.Left:
                return new TimeValue(m.Unit == TimeUnit.Year ? "XXXX" : "XXXX-XX-XX", null, m.Problem ?? "left as it stands");
        }
        (DateValue? value, string because) = m.Form == TimeForm.Shift ? Shifted(m) : Named(m);
        if (value is not { } date)
            return Open(m, because);
        if (m.DaysOff != 0)
            (date, because) = (date.Plus(m.DaysOff), $"the day {(m.DaysOff < 0 ? "before" : "after")} {date.Timex}: {because}");
        if (!date.Writable)
            return new TimeValue("XXXX", null, "the year lies outside 1 to 9998");
        Remember(m, date);
        return Written(m, date, because);
    }

    private void Remember(TimeMention m, DateValue date)
    {
        if (date.Unit <= TimeUnit.Day)
        {
            (_day, _dayAt) = (date, m.Span.Start);
            // What is quoted does not move the report's own story on.
            if (!m.Quoted)
                _told = date;
            if (!m.Quoted && published is int today && date.Start <= today)
                _past = date;
        }
        if (date.Unit == TimeUnit.Quarter && m is { Part: not null, YearShift: null } && (published is not int day || date.End < day))
            _quarter = date;
        _date = date;
    }

    private TimeValue Written(TimeMention m, DateValue date, string because)
    {
        string timex = date.Timex + m.TimeOfDay;
        string edtf = m.TimeOfDay is { Length: > 3 } clock ? Clock(date, clock) : date.Edtf;
        if (End(m, date) is { } end)
        {
            timex = edtf = $"{date.Timex}/{end.Timex}";
            _date = end;
        }
        else if (m is { Form: TimeForm.Calendar, Problem: not null, Month: int month, Day: int day, Year: int year })
        {
            string other = DateValue.OfDay(CalendarMath.ToDay(year, day, month)).Timex;
            edtf = string.CompareOrdinal(timex, other) < 0 ? $"[{timex},{other}]" : $"[{other},{timex}]";
            because = m.Problem;
        }
        if (m.Modifier == "APPROX" && date.Unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Day && m.TimeOfDay is null)
            edtf += "~";
        return new TimeValue(timex, edtf, m.Modifier switch
        {
            "START" => because + "; early in it",
            "MID" => because + "; in the middle of it",
            "END" => because + "; late in it",
            _ => because,
        });
    }

    private static string Clock(DateValue date, string clock)
    {
        int hour = int.Parse(clock.AsSpan(1, 2), CultureInfo.InvariantCulture);
        return hour == 24 ? date.Timex : $"{date.Timex}{clock}:00";
    }

    private static DateValue? End(TimeMention m, DateValue start)
    {
        if (m.EndYear is int year && m.Unit == TimeUnit.Year)
            return DateValue.OfYear(year);
        if (m.EndMonth is int month && m.EndDay is null)
            return DateValue.OfMonth(month < m.Month ? start.Year + 1 : start.Year, month);
        if (m.EndDay is not int day)
            return null;
        (int y, int first, _) = CalendarMath.FromDay(start.Start);
        int last = m.EndMonth ?? first;
        if (last < first)
            y++;
        return DateValue.OfDay(CalendarMath.ToDay(y, last, Math.Min(day, CalendarMath.DaysInMonth(y, last))));
    }

    /// <summary>What can be said without the publication day.</summary>
    private static TimeValue Open(TimeMention m, string because)
    {
        string timex;
        string? edtf = null;
        // "Weeks later he wrote": behind what was told before, and no future of the reader's.
        if (m is { Form: TimeForm.Shift, Shift: null, FromEarlier: true, Direction: TimeDirection.Future, Tense: not ClauseTense.Future })
            return new TimeValue(m.Unit switch { TimeUnit.Week => "XXXX-WXX", TimeUnit.Month => "XXXX-XX", TimeUnit.Day => "XXXX-XX-XX", _ => "XXXX" }, null, because + " what is told before it");
        if (m is { Form: TimeForm.Shift, Shift: null, Unit: not TimeUnit.Weekend })
            return new TimeValue(m.Direction == TimeDirection.Past ? "PAST_REF" : "FUTURE_REF", null, because);
        if (m is { Month: int month, Day: int day })
        {
            timex = edtf = string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}");
            if (m.EndDay is int end)
                timex = edtf += string.Create(CultureInfo.InvariantCulture, $"/XXXX-{m.EndMonth ?? month:00}-{end:00}");
        }
        else if (m.Month is int alone)
        {
            timex = edtf = string.Create(CultureInfo.InvariantCulture, $"XXXX-{alone:00}");
        }
        else if (m.Weekday is int weekday)
        {
            timex = $"XXXX-WXX-{weekday}";
        }
        else if (m.Part is not null)
        {
            timex = "XXXX-" + m.Part;
        }
        else
        {
            timex = m.Unit switch { TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century => "XXXX", TimeUnit.Month => "XXXX-XX", TimeUnit.Week => "XXXX-WXX", TimeUnit.Weekend => "XXXX-WXX-WE", TimeUnit.Quarter => "XXXX-QX", _ => "XXXX-XX-XX" };
        }

        return new TimeValue(timex + m.TimeOfDay, edtf, because);
    }

    private const string NoPublication = "it depends on the publication date, which is not known";

    private (DateValue?, string) Shifted(TimeMention m)
    {
        if (m is { Shift: null, Unit: not TimeUnit.Weekend })
            return (null, m.Direction == TimeDirection.Past ? "some time before" : "some time after");
        // What the text compares by quarters, a year earlier is the same quarter.
        if (m is { Unit: TimeUnit.Year, Shift: int years } && m.Direction == TimeDirection.None && _quarter is { } quarter && years == -1)
            return (quarter.Plus(-4), $"a year before the quarter that the text compares with, {quarter.Timex}");
        int? anchor = published;
        string from = published is int p ? $"publication on {EdtfDays.Day(p)}" : "";
        if (m.FromEarlier)
        {
            bool fine = m.Unit <= TimeUnit.Day;
            DateValue? before = fine || m.Unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month && _day is not null && _dayAt >= m.Span.Start - SameTopic ? (m.Quoted ? _day : _told ?? _day) : _date;
            // "an inquiry will open on Thursday into a warning issued two days earlier": what lies ahead is nothing that the past counts from.
            if (fine && m is { Shift: < 0, Tense: not ClauseTense.Future } && published is int today && before?.Start > today)
                before = _past;
            if (fine && m.TimeOfDay is not null && Border(m.Span.Start))
                before = null;
            if (before is { } b && (!fine || _dayAt >= m.Span.Start - SameTopic))
                (anchor, from) = (b.Start, $"the date named before it, {b.Timex}");
        }
        if (anchor is not int day)
            return (null, NoPublication);
        if (m.Unit == TimeUnit.Weekend && m.Shift is null)
            return Weekend(m, day);
        // "marched this weekend" in Monday's paper: the one that is over.
        if (m is { Unit: TimeUnit.Weekend, Shift: 0, Direction: TimeDirection.Same, Tense: ClauseTense.Past } && DateValue.Holding(TimeUnit.Weekend, day).Start > day)
            return (DateValue.Holding(TimeUnit.Weekend, day).Plus(-1), "the last weekend before publication: the clause is in the past");
        if (m.Unit is TimeUnit.Season or TimeUnit.Half)
            return (DateValue.Holding(m.Unit, day).Plus(m.Shift ?? 0), "from " + from);
        int shift = Math.Clamp(m.Shift ?? 0, -100_000, 100_000);
        DateValue value = DateValue.Holding(m.Unit < TimeUnit.Day ? TimeUnit.Day : m.Unit, day);
        if (m.Unit < TimeUnit.Day)
            shift = 0;
        return (value.Plus(shift), shift switch
        {
            0 => $"the {Name(value.Unit)} of {from}",
            _ => $"{Math.Abs(shift)} {Name(value.Unit)}{(Math.Abs(shift) == 1 ? "" : "s")} {(shift < 0 ? "before" : "after")} {from}",
        });
    }

    /// <summary>True if a paragraph border lies between the last day named and here.</summary>
    private bool Border(int start) =>
        _dayAt < 0 || start - _dayAt > SameTopic || text.AsSpan(_dayAt, start - _dayAt).Contains("\n\n", StringComparison.Ordinal);

    private static (DateValue?, string) Weekend(TimeMention m, int day)
    {
        DateValue own = DateValue.Holding(TimeUnit.Weekend, day);
        return own.Start <= day || m.Tense == ClauseTense.Future
            ? (own, "the weekend of the week of publication") : (own.Plus(-1), "the last weekend before publication");
    }

    private static string Name(TimeUnit unit) => unit switch
    {
        TimeUnit.Weekend => "weekend",
        TimeUnit.Week => "week",
        TimeUnit.Month => "month",
        TimeUnit.Season => "season",
        TimeUnit.Quarter => "quarter",
        TimeUnit.Half => "half-year",
        TimeUnit.Year => "year",
        TimeUnit.Decade => "decade",
        TimeUnit.Century => "century",
        _ => "day",
    };
}
