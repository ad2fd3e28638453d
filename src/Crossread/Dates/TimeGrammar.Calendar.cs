// The grammar's calendar part: weekdays, months, days, years, decades, quarters, seasons, feasts, dates in figures.
namespace Crossread.Dates;

internal sealed partial class TimeGrammar
{
    private static readonly string[] Seasons = ["", "SP", "SU", "FA", "WI"];
    private static readonly string[] PartsOfDay = ["", "TMO", "TAF", "TEV", "TNI", "TDT"];

    private Hit Calendar(int i)
    {
        switch (W(i))
        {
            case TimeWord.Weekday:
                return Capital(i) ? WeekdayAt(i) : default;
            case TimeWord.WeekdayAbbreviation:
                int date = W(i + 1) is TimeWord.Period or TimeWord.Comma ? i + 2 : i + 1;
                Hit day = Capital(i) && date > i + 1 ? MonthAt(W(date) == TimeWord.Comma ? date + 1 : date) : default;
                return day.Mention is { Day: not null } m ? new Hit(day.End, m with { Weekday = V(i) }) : default;
            case TimeWord.Month or TimeWord.MonthAbbreviation or TimeWord.MonthLike:
                return Hit.Longer(MonthAt(i), Festival(i));
            case TimeWord.Digits when PlainNumber(i, 1, 31) && W(i + 1) == TimeWord.ForeignMonth:
                return Foreign(i + 1);
            case TimeWord.ForeignEra when V(i) == 1 && Capital(i) && W(i + 1) == TimeWord.Digits:
                return new Hit(i + 2, Date with { Form = TimeForm.Left, Unit = TimeUnit.Year, Problem = "a year of another calendar than the Gregorian is left as it stands" });
            case TimeWord.Digits:
                return Hit.Longer(Figures(i), Hit.Longer(DayMonth(i), Hit.Longer(YearAt(i), OrdinalAt(i))));
            case TimeWord.Quote:
                return ShortYear(i);
            case TimeWord.Number:
                return WordYear(i);
            case TimeWord.Ordinal:
                return OrdinalAt(i);
            case TimeWord.Fiscal:
                return FiscalYear(i);
            case TimeWord.Season:
                return SeasonAllowed(i) ? SeasonAt(i) : default;
            case TimeWord.ForeignMonth:
                return Foreign(i);
            case TimeWord.The or TimeWord.Possessive:
                return Definite(i);
            case TimeWord.Unit when V(i) == (int)TimeUnit.Year && (Is(Join(i + 1), "earlier") || Is(Join(i + 1), "ago")) && Join(i + 1) > i + 1:
                return YearEarlier(i);
            case TimeWord.None:
                return Festival(i);
            default:
                return default;
        }
    }

    private Hit WeekdayAt(int i)
    {
        TimeMention m = Date with { Weekday = V(i) };
        int k = i + 1;
        if (W(k) == TimeWord.Part)
        {
            m = m with { Type = TimexType.Time, TimeOfDay = PartsOfDay[V(k)] };
            k++;
        }
        else if (W(k) is TimeWord.ClockName && W(k - 1) == TimeWord.Weekday)
        {
            m = m with { Type = TimexType.Time, TimeOfDay = ClockText(V(k) / 100, 0) };
            k++;
        }
        bool open = W(k) == TimeWord.Open;
        int date = open || W(k) == TimeWord.Comma ? k + 1 : k;
        Hit day = W(date) == TimeWord.The ? default : Hit.Longer(MonthAt(date), W(date) == TimeWord.Digits ? DayMonth(date) : default);
        if (day.Mention is { Day: not null, EndDay: null } d && (!open || W(day.End) == TimeWord.Close))
            return new Hit(open ? day.End + 1 : day.End, d with { Weekday = m.Weekday, Type = m.Type, TimeOfDay = m.TimeOfDay });
        if (W(k) == TimeWord.The && W(k + 1) == TimeWord.Digits && N(k + 1) == NumberForm.Ordinal && V(k + 1) is >= 1 and <= 31)
            return new Hit(k + 2, m with { Day = V(k + 1) });
        // "Monday last week", "Friday of this week".
        Hit week = Directed(W(k) == TimeWord.Of ? k + 1 : k);
        if (week.Mention is { Form: TimeForm.Shift, Unit: TimeUnit.Week, Shift: int weeks, FromEarlier: false })
            return new Hit(week.End, m with { Shift = weeks });
        return new Hit(k, m);
    }

    private bool MonthWord(int i) => W(i) switch
    {
        TimeWord.Month or TimeWord.MonthLike => Capital(i),
        TimeWord.MonthAbbreviation => Capital(i) && (W(i + 1) == TimeWord.Period || W(i + 1) == TimeWord.Digits || W(i + 1) == TimeWord.Hyphen),
        _ => false,
    };

    private Hit MonthAt(int i)
    {
        if (!MonthWord(i))
            return default;
        bool shortened = W(i) == TimeWord.MonthAbbreviation || V(i) == 9 && Is(i, "sept");
        int k = shortened && W(i + 1) == TimeWord.Period && Touches(i + 1) ? i + 2 : i + 1;
        TimeMention m = Date with { Month = V(i), Unit = TimeUnit.Day };
        int? day = DayNumber(k);
        if (day is int d)
        {
            k++;
            m = m with { Day = d };
            if ((W(k) == TimeWord.Hyphen || W(k) == TimeWord.To && !Is(k, "through") || Is(k, "through")) && DayNumber(k + 1) is int last && last > d
                && (W(k) == TimeWord.Hyphen || !CountsSomething(k + 2)))
            {
                m = m with { EndDay = last };
                k += 2;
            }
            else if (W(k) is TimeWord.Hyphen && MonthWord(k + 1)
                && (W(k + 2) == TimeWord.Period ? k + 3 : k + 2) is int to && DayNumber(to) is int second)
            {
                m = m with { EndMonth = V(k + 1), EndDay = second };
                k = to + 1;
            }
            int year = W(k) == TimeWord.Comma ? k + 1 : k;
            if (PlainNumber(year, 1000, 2999) && words[year].Length == 4)
                return Checked(year + 1, m with { Year = V(year) });
            if (Year(year) is { Mention: not null } spelt && W(year) == TimeWord.Number)
                return Checked(spelt.End, m with { Year = spelt.Mention.Year });
            Hit of = YearTail(k, m);
            return Checked(of.Mention is null ? k : of.End, of.Mention ?? m);
        }
        m = m with { Unit = TimeUnit.Month };
        if (W(k) == TimeWord.Digits && N(k) is NumberForm.Plain or NumberForm.Ordinal && V(k) is > 31 and < 100 && words[k].Length == 2 && W(k - 1) != TimeWord.Month)
            return default;
        if (W(k) == TimeWord.Hyphen && Touches(k) && Touches(k + 1) && MonthWord(k + 1) && V(k + 1) > m.Month)
        {
            m = m with { EndMonth = V(k + 1) };
            k += 2;
        }
        Hit tail = YearTail(k, m);
        if (tail.Mention is not null)
            return tail;
        return MonthAlone(i) ? new Hit(k > i + 1 && W(k - 1) == TimeWord.Period ? k - 1 : k, m) : default;
    }

    /// <summary>A month without day and year; May and March, April and June are also other things.</summary>
    private bool MonthAlone(int i)
    {
        bool led = W(i - 1) is TimeWord.In or TimeWord.Of or TimeWord.Since or TimeWord.Until or TimeWord.By or TimeWord.From or TimeWord.To
            or TimeWord.For or TimeWord.Early or TimeWord.Late or TimeWord.Mid or TimeWord.Last or TimeWord.Next or TimeWord.This or TimeWord.Past
            or TimeWord.Before or TimeWord.After or TimeWord.Every or TimeWord.Coming or TimeWord.Following or TimeWord.Previous or TimeWord.That
            || W(i - 1) == TimeWord.Hyphen && W(i - 2) is TimeWord.Mid or TimeWord.Early or TimeWord.Late
            || W(i - 1) is TimeWord.And or TimeWord.Or or TimeWord.Comma && W(i - 2) is TimeWord.Month or TimeWord.MonthLike or TimeWord.MonthAbbreviation;
        bool named = W(i + 1) == TimeWord.None && Capital(i + 1) || W(i - 1) == TimeWord.None && Capital(i - 1);
        bool person = V(i) is 4 or 6 or 8 && named && W(i - 1) is not (TimeWord.In or TimeWord.Since or TimeWord.Until or TimeWord.Early or TimeWord.Late or TimeWord.Last or TimeWord.Next or TimeWord.This);
        return !person && (led || W(i) == TimeWord.Month);
    }

    private int? DayNumber(int i) => W(i) switch
    {
        TimeWord.Digits when N(i) is NumberForm.Plain or NumberForm.Ordinal && V(i) is >= 1 and <= 31 && words[i].Length <= 4
            && !(W(i + 1) == TimeWord.Colon && Touches(i + 1) && Touches(i + 2) && W(i + 2) == TimeWord.Digits) && W(i + 1) != TimeWord.Percent && W(i + 1) != TimeWord.AmPm => V(i),
        TimeWord.Ordinal when V(i) is >= 1 and <= 31 && W(i - 1) is TimeWord.Month or TimeWord.MonthLike && W(Join(i + 1)) is not (TimeWord.Unit or TimeWord.Units or TimeWord.Half) => V(i),
        TimeWord.Digits when N(i) == NumberForm.Plain && V(i) is > 31 and < 100 && words[i].Length == 2 && W(i - 1) == TimeWord.Month
            && W(i + 1) is TimeWord.Comma && PlainNumber(i + 2, 1000, 2999) => V(i),
        _ => null,
    };

    private bool CountsSomething(int i) => W(i) is TimeWord.Unit or TimeWord.Units or TimeWord.Percent or TimeWord.Multiple;

    /// <summary>A day that the month does not have is left with its reason.</summary>
    private static Hit Checked(int end, TimeMention m)
    {
        int days = m.Month is int month ? CalendarMath.DaysInMonth(m.Year ?? 2000, month) : 31;
        if (m.Day > days)
            m = m with { Form = TimeForm.Left, Problem = $"there is no day {m.Day} in month {m.Month}{(m.Year is int y ? $" of {y}" : "")}" };
        return new Hit(end, m);
    }

    /// <summary>What gives a month, quarter or season its year: 2019, of 2019, last year, a year ago.</summary>
    private Hit YearTail(int k, TimeMention m)
    {
        int i = W(k) is TimeWord.Comma or TimeWord.Of ? k + 1 : k;
        if (W(i) == TimeWord.Fiscal && i > k)
            i = Is(i + 1, "year") ? i + 2 : i + 1;
        if (PlainNumber(i, 1000, 2999) && words[i].Length == 4 && !(W(k) == TimeWord.Comma && CountsSomething(i + 1)))
            return new Hit(i + 1, m with { Year = V(i) });
        if (W(i) == TimeWord.Quote && Touches(i + 1) && PlainNumber(i + 1, 0, 99) && words[i + 1].Length == 2)
            return new Hit(i + 2, m with { Year = Century(V(i + 1)) });
        if (Year(i) is { Mention: not null } spelt && W(i) == TimeWord.Number)
            return new Hit(spelt.End, m with { Year = spelt.Mention.Year });
        if (W(k) == TimeWord.Comma)
            return default;
        int shift = W(i) switch { TimeWord.Last or TimeWord.Previous => -1, TimeWord.This or TimeWord.That => 0, TimeWord.Next => 1, _ => 9 };
        if (shift < 9 && Is(i + 1, "year"))
            return new Hit(i + 2, m with { YearShift = shift, FromEarlier = W(i) == TimeWord.That });
        if (i > k && W(i) == TimeWord.The && Is(i + 1, "year"))
            return new Hit(i + 2, m with { YearShift = 0 });
        if (W(i) == TimeWord.Article && Is(i + 1, "year") && W(i + 2) is TimeWord.Ago or TimeWord.Earlier)
            return new Hit(i + 3, m with { YearShift = -1 });
        return default;
    }

    private static int Century(int two) => two > 40 ? 1900 + two : 2000 + two;

    /// <summary>5 April 2019, the 5th of April, 23-26 April.</summary>
    private Hit DayMonth(int i)
    {
        if (DayNumber(i) is not int day)
            return default;
        int k = i + 1;
        int? last = null;
        if ((W(k) == TimeWord.Hyphen || W(k) == TimeWord.To && W(i - 1) == TimeWord.From || W(k) == TimeWord.And && Is(i - 1, "between")) && DayNumber(k + 1) is int end && end > day)
            (last, k) = (end, k + 2);
        if (W(k) == TimeWord.Of && N(i) == NumberForm.Ordinal)
            k++;
        if (!MonthWord(k) || DayNumber(k + 1) is not null && W(k + 1) == TimeWord.Digits && V(k + 1) < 32 && N(i) == NumberForm.Plain && W(i - 1) is TimeWord.None)
            return default;
        int after = W(k) == TimeWord.MonthAbbreviation && W(k + 1) == TimeWord.Period ? k + 2 : k + 1;
        TimeMention m = Date with { Month = V(k), Day = last is null ? day : day, EndDay = last };
        int year = W(after) == TimeWord.Comma ? after + 1 : after;
        if (PlainNumber(year, 1000, 2999) && words[year].Length == 4)
            return Checked(year + 1, m with { Year = V(year) });
        Hit of = YearTail(after, m);
        return Checked(of.Mention is null ? k + 1 : of.End, of.Mention ?? m);
    }

    /// <summary>2019-04-05, 4/5/2019, 05.04.2019.</summary>
    private Hit Figures(int i)
    {
        TimeWord mark = W(i + 1);
        if (mark is not (TimeWord.Hyphen or TimeWord.Slash or TimeWord.Period) || W(i + 3) != mark || !Touches(i + 1) || !Touches(i + 2) || !Touches(i + 3) || !Touches(i + 4)
            || N(i) != NumberForm.Plain || !PlainNumber(i + 2, 0, 99) || !PlainNumber(i + 4, 0, 9999))
        {
            return default;
        }

        if (words[i].Length == 4 && words[i + 4].Length == 2)
            return InFigures(i, V(i), V(i + 2), V(i + 4));
        if (words[i].Length > 2 || words[i + 4].Length is not (2 or 4) || mark == TimeWord.Hyphen && words[i + 4].Length != 4)
            return default;
        int year = words[i + 4].Length == 4 ? V(i + 4) : Century(V(i + 4));
        int a = V(i), b = V(i + 2);
        if (mark == TimeWord.Period || a > 12)
            return InFigures(i, year, b, a);
        if (b > 12 || a == b)
            return InFigures(i, year, a, b);
        // Both orders are possible: the other one rides along as the end, for the resolver to show as a set.
        return new Hit(i + 5, Date with { Year = year, Month = a, Day = b, Problem = "day and month may stand in either order" });
    }

    private static Hit InFigures(int i, int year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Checked(i + 5, Date with { Year = year, Month = month, Day = day })
        : new Hit(i + 5, Date with { Form = TimeForm.Left, Problem = "there is no such day" });

    private Hit Foreign(int i)
    {
        int end = W(i + 1) == TimeWord.Digits ? i + 2 : W(i + 1) == TimeWord.Comma && PlainNumber(i + 2, 1000, 9999) ? i + 3 : i + 1;
        if (W(end) == TimeWord.ForeignEra)
            end++;
        // Many of these months are also people's names: those count only beside a figure.
        bool month = V(i) == 0 || end > i + 1 || PlainNumber(i - 1, 1, 31);
        return Capital(i) && month ? new Hit(end, Date with { Form = TimeForm.Left, Unit = TimeUnit.Month, Problem = "a date of another calendar than the Gregorian is left as it stands" }) : default;
    }

    private Hit Festival(int i)
    {
        if (i >= words.Count || !Capital(i) || !TimeVocabulary.Festivals.TryGetValue(Form(i), out TimeVocabulary.Phrase[]? feasts))
            return default;
        foreach (TimeVocabulary.Phrase feast in feasts)
        {
            int end = i + 1, n = 0;
            while (n < feast.Rest.Length)
            {
                if (Form(end).Equals(feast.Rest[n], StringComparison.OrdinalIgnoreCase) || feast.Rest[n] == "'s" && W(end) == TimeWord.PossessiveEnding)
                    (end, n) = (end + 1, n + 1);
                else
                    break;
            }
            if (n < feast.Rest.Length || feast.Rest.Length > 0 && !Capital(end - 1) || Named(end))
                continue;
            TimeMention m = Date with { Festival = feast.Value };
            if (feast.Rest.Length == 0 && W(end) == TimeWord.Unit && V(end) == (int)TimeUnit.Week)
                return new Hit(end + 1, m with { Unit = TimeUnit.Week });
            Hit year = YearTail(end, m);
            return year.Mention is null ? new Hit(end, m) : year;
        }
        return default;

        bool Named(int end) => W(end) == TimeWord.None && end < words.Count && Capital(end) && !Touches(end);
    }
}
