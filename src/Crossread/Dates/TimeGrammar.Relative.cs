// The grammar's relative part: yesterday, last week, this morning, two years ago, a day earlier.
namespace Crossread.Dates;

internal sealed partial class TimeGrammar
{
    /// <summary>A word that points (last, this, next, that), and what it points to; and the named days.</summary>
    private Hit Directed(int i)
    {
        if (W(i) == TimeWord.NamedDay)
            return NamedDay(i);
        if (W(i) == TimeWord.Tonight)
            return new Hit(i + 1, new TimeMention(default, TimexType.Time) { Form = TimeForm.Shift, Shift = 0, TimeOfDay = "TNI" });
        if (W(i) == TimeWord.Overnight)
            return new Hit(i + 1, new TimeMention(default, TimexType.Time) { Form = TimeForm.Shift, Shift = 0, FromEarlier = true, TimeOfDay = "TNI" });
        if (W(i) == TimeWord.The && (Is(i + 1, "day") && W(i + 2) is TimeWord.Before or TimeWord.After || W(i + 1) is TimeWord.Unit && W(i + 2) is TimeWord.Before or TimeWord.After && Ends(i + 3)))
            return DayBefore(i);
        if (Is(i, "day") && W(i + 1) is TimeWord.Before or TimeWord.After)
            return DayBefore(i - 1) is { Mention: { FromEarlier: false } } day ? day : default;
        int k = W(i) is TimeWord.The or TimeWord.Possessive ? i + 1 : i;
        TimeDirection way;
        bool earlier = false;
        bool past = false;
        switch (W(k))
        {
            case TimeWord.Last:
                (way, earlier) = (TimeDirection.Past, false);
                break;
            case TimeWord.Past:
                (way, past) = (TimeDirection.Past, true);
                break;
            case TimeWord.Previous:
                (way, earlier) = (TimeDirection.Past, true);
                break;
            case TimeWord.Next:
                (way, earlier) = (TimeDirection.Future, k > i);
                break;
            case TimeWord.Coming:
                way = TimeDirection.Future;
                break;
            case TimeWord.Following:
                (way, earlier) = (TimeDirection.Future, true);
                break;
            case TimeWord.This or TimeWord.Current when k == i || W(k) == TimeWord.Current:
                way = TimeDirection.Same;
                if (W(k + 1) is TimeWord.Coming or TimeWord.Past or TimeWord.Last && W(k) == TimeWord.This)
                {
                    way = W(k + 1) == TimeWord.Coming ? TimeDirection.Future : TimeDirection.Past;
                    k++;
                }
                break;
            case TimeWord.That when k == i:
                (way, earlier) = (TimeDirection.Same, true);
                if (W(k + 1) == TimeWord.Same)
                    k++;
                break;
            case TimeWord.Same when k > i:
                (way, earlier) = (TimeDirection.Same, true);
                break;
            case TimeWord.Latest when k > i:
                (way, earlier) = (TimeDirection.Same, true);
                break;
            default:
                return default;
        }
        int at = k + 1;
        if (W(at) == TimeWord.Fiscal && W(at + 1) is TimeWord.Unit)
            at++;
        switch (W(at))
        {
            case TimeWord.Unit:
                return Pointed(at, way, earlier, past);
            case TimeWord.Part:
                int days = way == TimeDirection.Past ? -1 : way == TimeDirection.Future ? 1 : 0;
                return new Hit(at + 1, new TimeMention(default, TimexType.Time)
                {
                    Form = TimeForm.Shift,
                    Shift = days,
                    FromEarlier = earlier,
                    TimeOfDay = PartsOfDay[V(at)],
                    Direction = way,
                });
            case TimeWord.Weekday when Capital(at):
                Hit day = WeekdayAt(at);
                return day with { Mention = day.Mention! with { Direction = way, FromEarlier = earlier } };
            case TimeWord.Month or TimeWord.MonthLike or TimeWord.MonthAbbreviation when MonthWord(at):
                Hit month = MonthAt(at);
                return month.Mention is null ? default : month with { Mention = month.Mention with { Direction = way, FromEarlier = earlier } };
            case TimeWord.Season:
                return new Hit(at + 1, Date with { Unit = TimeUnit.Season, Part = Seasons[V(at)], Direction = way, FromEarlier = earlier });
            case TimeWord.Ordinal when QuarterAt(at, out int quarter, out int end):
                return Tailed(end, Date with { Unit = TimeUnit.Quarter, Part = "Q" + (char)('0' + quarter), Direction = way });
            case TimeWord.None:
                Hit feast = Festival(at);
                return feast.Mention is null ? default : feast with { Mention = feast.Mention with { Direction = way } };
            default:
                return default;
        }
    }

    /// <summary>last week, next year's first quarter, the past decade.</summary>
    private Hit Pointed(int unit, TimeDirection way, bool earlier, bool past)
    {
        TimeUnit u = (TimeUnit)V(unit);
        if (u < TimeUnit.Day)
            return default;
        int shift = way switch { TimeDirection.Past => -1, TimeDirection.Future => 1, _ => 0 };
        if (past && u is not (TimeUnit.Year or TimeUnit.Weekend or TimeUnit.Quarter))
            return new Hit(unit + 1, Length with { Fixed = Span(1, false, false, null, u) });
        if (u == TimeUnit.Year && W(unit + 1) == TimeWord.PossessiveEnding && W(unit + 2) is TimeWord.Ordinal or TimeWord.Fiscal
            && QuarterAt(W(unit + 2) == TimeWord.Fiscal ? Join(unit + 3) : unit + 2, out int q, out int end))
        {
            return new Hit(end, Date with { Unit = TimeUnit.Quarter, Part = "Q" + (char)('0' + q), YearShift = shift });
        }

        if (u == TimeUnit.Year && W(unit + 1) == TimeWord.PossessiveEnding && W(unit + 2) == TimeWord.Unit && V(unit + 2) == (int)TimeUnit.Quarter)
            return new Hit(unit + 3, Date with { Unit = TimeUnit.Quarter, YearShift = shift, FromEarlier = true });
        if (u == TimeUnit.Year && W(unit + 1) == TimeWord.PossessiveEnding && W(unit + 2) == TimeWord.EndOf)
            return new Hit(unit + 3, Date with { Form = TimeForm.Shift, Unit = u, Shift = shift, Modifier = "END" });
        int more = unit + 1;
        if (shift == 1 && W(more) == TimeWord.Or && W(more + 1) == TimeWord.So)
            more += 2;
        return new Hit(more, Date with { Form = TimeForm.Shift, Unit = u, Shift = shift, Direction = way, FromEarlier = earlier });
    }

    private Hit NamedDay(int i)
    {
        TimeMention m = Date with { Form = TimeForm.Shift, Shift = V(i) };
        if (W(i + 1) == TimeWord.Part)
            return new Hit(i + 2, m with { Type = TimexType.Time, TimeOfDay = PartsOfDay[V(i + 1)] });
        return new Hit(i + 1, m);
    }

    /// <summary>the day before, the day before yesterday, the day after tomorrow, the week after.</summary>
    private Hit DayBefore(int i)
    {
        int sign = W(i + 2) == TimeWord.Before ? -1 : 1;
        if (W(i + 3) == TimeWord.NamedDay && V(i + 3) != 0)
            return new Hit(i + 4, Date with { Form = TimeForm.Shift, Shift = V(i + 3) + sign });
        if (V(i + 1) == (int)TimeUnit.Day && Directed(i + 3) is { Mention: { Weekday: not null } weekday } last)
            return new Hit(last.End, weekday with { DaysOff = sign });
        return Ends(i + 3) && V(i + 1) >= (int)TimeUnit.Day
            ? new Hit(i + 3, Date with { Form = TimeForm.Shift, Unit = (TimeUnit)V(i + 1), Shift = sign, FromEarlier = true }) : default;
    }

    /// <summary>the eve of Sunday's vote, the eve of the vote on 12 May; of a vote whose day is not named the eve stays open.</summary>
    private Hit EveAt(int i)
    {
        const int LongestEvent = 5;
        int of = W(i) == TimeWord.The ? i + 2 : i + 1;
        if (!Is(of - 1, "eve") || W(of) != TimeWord.Of)
            return default;
        for (int k = of + 1; k <= of + LongestEvent && k < words.Count && W(k) is not (TimeWord.Punctuation or TimeWord.Comma or TimeWord.Period); k++)
        {
            if (k > of + 1 && W(k - 1) is not TimeWord.On)
                continue;
            Hit day = Hit.Longer(Calendar(k), Directed(k));
            if (day.Mention is { Type: TimexType.Date, Unit: TimeUnit.Day } named && (named.Weekday is not null || named.Day is not null || named.Festival is not null || named is { Form: TimeForm.Shift, Shift: not null }))
                return new Hit(day.End, named with { DaysOff = -1 });
        }
        return W(i) == TimeWord.The && W(i - 1) == TimeWord.On
            ? new Hit(of, Date with { Form = TimeForm.Left, Problem = "the day before an event of which these words name no date" }) : default;
    }

    /// <summary>True if a phrase ends before this lexeme: a mark, the end, or a word that begins another phrase.</summary>
    private bool Ends(int i) => i >= words.Count
        || W(i) is TimeWord.Punctuation or TimeWord.Comma or TimeWord.Period or TimeWord.Colon or TimeWord.Close or TimeWord.Hyphen or TimeWord.Quote
            or TimeWord.In or TimeWord.On or TimeWord.And or TimeWord.By or TimeWord.At or TimeWord.That;

    /// <summary>A count of units: two years ago, a day earlier, three days, 10-year, the past two months, the first nine months.</summary>
    private Hit Counted(int i)
    {
        int k = i;
        bool framed = false;
        TimeDirection way = TimeDirection.None;
        if (W(k) is TimeWord.The or TimeWord.These or TimeWord.Possessive or TimeWord.This)
            k++;
        if (W(k) == TimeWord.Unit && Join(k + 1) > k + 1 && W(Join(k + 1)) is TimeWord.Earlier or TimeWord.Ago && k > i)
            (framed, k) = (true, Join(k + 1) + 1);
        if (W(k) is TimeWord.Last or TimeWord.Past or TimeWord.Next or TimeWord.Previous or TimeWord.Coming or TimeWord.Following or TimeWord.Latest or TimeWord.Ordinal && W(k + 1) is not (TimeWord.Hyphen or TimeWord.Unit))
        {
            way = W(k) is TimeWord.Next or TimeWord.Coming or TimeWord.Following ? TimeDirection.Future : W(k) == TimeWord.Ordinal ? TimeDirection.None : TimeDirection.Past;
            framed = true;
            k++;
        }
        if (framed && W(k) == TimeWord.Units && k > i + 1)
            return V(k) >= (int)TimeUnit.Hour && W(i) == TimeWord.The ? new Hit(k + 1, Length with { Fixed = Span(0, false, true, null, (TimeUnit)V(k)) }) : default;
        Quantity n = Count(k);
        if (!n.Found)
            return default;
        if (k > i && !framed && W(k) == TimeWord.Article)
            return default;
        int unit = n.End;
        if (n.One && W(unit) == TimeWord.Unit && Join(unit + 1) > unit + 1)
            return default;
        bool joined = W(unit) == TimeWord.Hyphen && Join(unit) > unit;
        unit = Join(unit);
        while (W(unit) is TimeWord.MoreWord or TimeWord.More or TimeWord.Fiscal or TimeWord.Calendar or TimeWord.LongWord && unit < n.End + 3)
            unit++;
        bool half = n.Half;
        if (W(unit) == TimeWord.And && W(unit + 1) == TimeWord.Article && W(unit + 2) == TimeWord.Half)
            (half, unit) = (true, unit + 3);
        if (W(unit) is not (TimeWord.Unit or TimeWord.Units or TimeWord.Long) || V(unit) == (int)TimeUnit.Weekend || Capital(unit) && !Capital(i))
            return default;
        TimeUnit u = (TimeUnit)V(unit);
        if (W(unit) == TimeWord.Unit && !joined && !n.One && !(n.Whole == 1 || half || W(k) is TimeWord.Digits or TimeWord.Number))
            return default;
        int end = unit + 1;
        if (n.One && u is TimeUnit.Quarter or TimeUnit.Second)
            return default;
        bool range = n.Range;
        if (n.One && W(end) == TimeWord.Or && W(end + 1) == TimeWord.Number && Ends(end + 2))
            (range, end) = (true, end + 2);
        else if (W(end) == TimeWord.Or && W(end + 1) == TimeWord.So && W(end + 2) is TimeWord.Ago || W(end) == TimeWord.Or && W(end + 1) == TimeWord.So)
            end += 2;
        else if (W(end) is TimeWord.Or or TimeWord.And && W(end + 1) == TimeWord.Units && n.Vague)
            end += 2;
        else if (W(end) == TimeWord.And && W(end + 1) == TimeWord.Article && W(end + 2) == TimeWord.Half)
            (half, end) = (true, end + 3);
        if (!framed && !joined && Shifted(end, n, half, u) is { Mention: not null } shifted)
            return shifted;
        if (joined)
        {
            int old = Join(end);
            // An age is not a time of the story; neither is an article a part of "the two-year plan".
            if (k > i || old > end && W(old) is TimeWord.Old)
                return default;
            if (old > end && W(old) is TimeWord.LongWord)
                end = old + 1;
            else if (W(end) == TimeWord.Period2 && W(i) == TimeWord.Article)
                end++;
        }
        else if (W(end) == TimeWord.Old || (Join(end) > end && W(Join(end)) == TimeWord.Old))
        {
            return default;
        }
        else if (n.One && Rate(i, k, u) is { Mention: not null } rate)
        {
            return rate;
        }
        return new Hit(end, Length with { Fixed = Span(n.Whole, half, n.Vague || range, n.Exact, u), Direction = way });
    }

    /// <summary>ago, earlier, later, from now behind a count.</summary>
    private Hit Shifted(int end, Quantity n, bool half, TimeUnit unit)
    {
        int sign;
        bool earlier;
        int after = end + 1;
        switch (W(end))
        {
            case TimeWord.Ago:
                (sign, earlier) = (-1, false);
                break;
            case TimeWord.Earlier:
                (sign, earlier) = (-1, true);
                break;
            case TimeWord.Previous when Is(end, "previously"):
                (sign, earlier) = (-1, true);
                break;
            case TimeWord.Before when Ends(end + 1):
                (sign, earlier) = (-1, true);
                break;
            case TimeWord.Later:
                (sign, earlier) = (1, true);
                break;
            case TimeWord.Hence:
                (sign, earlier) = (1, false);
                break;
            case TimeWord.From when W(end + 1) == TimeWord.Now || W(end + 1) == TimeWord.NamedDay && V(end + 1) == 0:
                (sign, earlier, after) = (1, false, end + 2);
                break;
            default:
                return default;
        }
        if (n.Vague && unit >= TimeUnit.Day)
            return new Hit(after, Date with { Form = TimeForm.Shift, Unit = unit, Shift = null, Direction = sign < 0 ? TimeDirection.Past : TimeDirection.Future, FromEarlier = earlier });
        int count = Math.Min(n.Whole, 100_000);
        if (half && unit == TimeUnit.Year)
            (count, unit) = (count * 12 + 6, TimeUnit.Month);
        if (unit == TimeUnit.Decade)
            (count, unit) = (count * 10, TimeUnit.Year);
        else if (unit == TimeUnit.Century)
            (count, unit) = (count * 100, TimeUnit.Year);
        TimeMention m = Date with { Form = TimeForm.Shift, Unit = unit, Shift = sign * count, FromEarlier = earlier };
        return new Hit(after, unit < TimeUnit.Day ? m with { Type = TimexType.Time } : m);
    }
}
