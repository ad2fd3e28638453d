// The grammar's lengths and recurring times: three days, a year and a half, $5 a year, every two weeks, daily.
using System.Globalization;

namespace Crossread.Dates;

internal sealed partial class TimeGrammar
{
    /// <summary>How many: a whole number, perhaps with a half; or vague; or only an article.</summary>
    private readonly record struct Quantity(int End, int Whole, bool Half, bool Vague, bool One, string? Exact, bool Range)
    {
        internal bool Found => End > 0;
    }

    private Quantity Count(int i)
    {
        Quantity n = CountOnce(i);
        // two to three weeks, 10-12 days: no one number.
        if (n.Found && !n.Vague && !n.One && W(n.End) is TimeWord.To or TimeWord.Or or TimeWord.Hyphen
            && CountOnce(n.End + 1) is { Found: true, One: false, Vague: false } second && second.Whole > n.Whole && (W(second.End) == TimeWord.Units || W(Join(second.End)) is TimeWord.Unit))
        {
            return second with { Range = true };
        }

        return n;
    }

    private Quantity CountOnce(int i)
    {
        switch (W(i))
        {
            case TimeWord.Article:
                if (W(i + 1) == TimeWord.Vague && V(i + 1) == 0 && Is(i + 1, "few"))
                    return new Quantity(i + 2, 0, false, true, false, null, false);
                if (W(i + 1) is TimeWord.Couple)
                    return Count2(i + 1);
                if (W(i + 1) == TimeWord.Half)
                    return new Quantity(i + 2, 0, true, false, false, null, false);
                if (W(i + 1) == TimeWord.Multiple)
                    return new Quantity(i + 2, V(i + 1), false, false, false, null, false);
                if (Is(i + 1, "good") && Is(i + 2, "part"))
                    return default;
                return new Quantity(i + 1, 1, false, false, true, null, false);
            case TimeWord.Half:
                return W(i + 1) == TimeWord.Article ? new Quantity(i + 2, 0, true, false, false, null, false)
                    : Join(i + 1) > i + 1 ? new Quantity(i + 1, 0, true, false, false, null, false) : default;
            case TimeWord.Vague:
                return new Quantity(i + 1, 0, false, true, false, null, false);
            case TimeWord.Couple:
                return Count2(i);
            case TimeWord.Multiple when W(i - 1) is TimeWord.Vague or TimeWord.Past or TimeWord.Last or TimeWord.Next:
                return new Quantity(i + 1, V(i), false, false, false, null, false);
            case TimeWord.Digits:
                return Figures2(i);
            case TimeWord.Number:
                return Spelt(i);
            default:
                return default;
        }

        Quantity Count2(int k) => W(k + 1) == TimeWord.Of ? new Quantity(k + 2, 2, false, false, false, null, false) : new Quantity(k + 1, 2, false, false, false, null, false);
    }

    private Quantity Figures2(int i)
    {
        if (N(i) is not (NumberForm.Plain or NumberForm.Grouped or NumberForm.Decimal) || W(i - 1) is TimeWord.Currency)
            return default;
        if (N(i) == NumberForm.Decimal)
            return new Quantity(i + 1, V(i), false, false, false, Form(i).ToString(), false);
        if (W(i + 1) == TimeWord.Digits && N(i + 1) == NumberForm.Fraction)
            return new Quantity(i + 2, V(i), true, false, false, null, false);
        if (Join(i + 1) > i + 1 && W(i + 2) == TimeWord.Digits && N(i + 2) == NumberForm.Fraction)
            return new Quantity(i + 3, V(i), true, false, false, null, false);
        if (W(i + 1) == TimeWord.And && W(i + 2) == TimeWord.Article && W(i + 3) == TimeWord.Half)
            return new Quantity(i + 4, V(i), true, false, false, null, false);
        return W(i + 1) == TimeWord.Multiple && V(i) < 1000 && V(i + 1) <= 1000 ? new Quantity(i + 2, V(i) * V(i + 1), false, false, false, null, false)
            : new Quantity(i + 1, V(i), false, false, false, null, false);
    }

    private Quantity Spelt(int i)
    {
        int total = 0, part = 0, k = i, steps = 0;
        while (steps++ < 8)
        {
            int next = k > i ? Join(k) : k;
            if (W(next) == TimeWord.Number && part % 10 == 0 && (part == 0 || part % 100 is >= 20 or 0))
            {
                (part, k) = (part + V(next), next + 1);
            }
            else if (W(next) == TimeWord.Multiple && k > i && V(next) <= 1000)
            {
                if (V(next) == 1000)
                    (total, part) = ((total + Math.Max(part, 1)) * 1000, 0);
                else
                    part = Math.Max(part, 1) * V(next);
                k = next + 1;
            }
            else
            {
                break;
            }
        }
        bool half = W(k) == TimeWord.And && W(k + 1) == TimeWord.Article && W(k + 2) == TimeWord.Half;
        return new Quantity(half ? k + 3 : k, total + part, half, false, false, null, false);
    }

    /// <summary>TIMEX3 duration.</summary>
    private static string Span(int whole, bool half, bool vague, string? exact, TimeUnit unit)
    {
        string n = vague ? "X" : exact ?? whole.ToString(CultureInfo.InvariantCulture);
        bool round = !half && !vague && exact is null;
        switch (unit)
        {
            case TimeUnit.Decade when round || half:
                return Years(whole * 10L + (half ? 5 : 0));
            case TimeUnit.Century when round || half:
                return Years(whole * 100L + (half ? 50 : 0));
            case TimeUnit.Millennium when round || half:
                return Years(whole * 1000L + (half ? 500 : 0));
            case TimeUnit.Year when half:
                return whole == 0 ? "P6M" : $"P{n}Y6M";
            case TimeUnit.Month when half:
                return whole == 0 ? "P15D" : $"P{n}M15D";
            case TimeUnit.Week when half:
                return whole == 0 ? "P3D" : $"P{n}W3D";
            case TimeUnit.Day when half:
                return whole == 0 ? "PT12H" : $"P{n}DT12H";
            case TimeUnit.Hour when half:
                return whole == 0 ? "PT30M" : $"PT{n}H30M";
            case TimeUnit.Minute when half:
                return whole == 0 ? "PT30S" : $"PT{n}M30S";
        }
        return unit switch
        {
            TimeUnit.Second => $"PT{n}S",
            TimeUnit.Minute => $"PT{n}M",
            TimeUnit.Hour => $"PT{n}H",
            TimeUnit.Day => $"P{n}D",
            TimeUnit.Weekend => $"P{n}WE",
            TimeUnit.Week => $"P{n}W",
            TimeUnit.Month => $"P{n}M",
            TimeUnit.Season => $"P{n}S",
            TimeUnit.Quarter => $"P{n}Q",
            TimeUnit.Decade => $"P{n}E",
            TimeUnit.Century => $"P{n}C",
            TimeUnit.Millennium => $"P{n}L",
            _ => $"P{n}Y",
        };

        static string Years(long years) => string.Create(CultureInfo.InvariantCulture, $"P{years}Y");
    }

    /// <summary>"a year" that says how often or how much: $5 a year, twice a week, four flights a day.</summary>
    private Hit Rate(int i, int article, TimeUnit unit)
    {
        if (W(article) != TimeWord.Article || article != i)
            return default;
        bool rate = false;
        if (W(i - 1) is TimeWord.Times or TimeWord.TimesWord or TimeWord.Percent or TimeWord.Multiple or TimeWord.Digits)
        {
            rate = true;
        }
        else if (W(i - 1) == TimeWord.None && i > 0)
        {
            for (int k = i - 1; k >= Math.Max(0, i - 5) && !rate; k--)
            {
                if (W(k) is TimeWord.Digits or TimeWord.Number or TimeWord.Multiple or TimeWord.Currency or TimeWord.Vague)
                    rate = true;
                else if (W(k) != TimeWord.None)
                    break;
            }
        }
        return rate ? new Hit(i + 2, new TimeMention(default, TimexType.Set) { Form = TimeForm.Fixed, Unit = unit, Fixed = Span(1, false, false, null, unit) }) : default;
    }

    private Hit Recurring(int i)
    {
        TimeMention set = new(default, TimexType.Set) { Form = TimeForm.Fixed };
        switch (W(i))
        {
            case TimeWord.Frequency when W(i - 1) is TimeWord.The && i + 1 < words.Count && Capital(i + 1):
                return default; // "the daily El Farol": a paper
            case TimeWord.Frequency:
                return new Hit(i + 1, set with { Fixed = V(i) == (int)TimeUnit.Quarter ? "P3M" : Span(1, false, false, null, (TimeUnit)V(i)) });
            case TimeWord.Weekdays when Capital(i):
                return new Hit(i + 1, set with { Fixed = $"XXXX-WXX-{V(i)}" });
            case TimeWord.Weekday when Capital(i) && W(i + 1) == TimeWord.Parts:
                return new Hit(i + 2, set with { Fixed = $"XXXX-WXX-{V(i)}{PartsOfDay[V(i + 1)]}" });
            case TimeWord.Every:
                return Every(i, set);
            case TimeWord.Units when V(i) == (int)TimeUnit.Weekend:
                return new Hit(i + 1, set with { Fixed = "XXXX-WXX-WE" });
            case TimeWord.Units:
                return Bare(i);
            case TimeWord.Long:
                return new Hit(i + 1, Length with { Fixed = Span(1, false, false, null, (TimeUnit)V(i)) });
            case TimeWord.Unit when Join(i + 1) > i + 1 && W(Join(i + 1)) == TimeWord.LongWord:
                return new Hit(Join(i + 1) + 1, Length with { Fixed = Span(1, false, false, null, (TimeUnit)V(i)) });
            default:
                return default;
        }
    }

    private Hit Every(int i, TimeMention set)
    {
        int k = W(i + 1) is TimeWord.Other or TimeWord.MoreWord ? i + 2 : i + 1;
        int n = W(i + 1) == TimeWord.Other ? 2 : 1;
        if (W(k) == TimeWord.Of)
            return Counted(k + 1) is { Mention.Type: TimexType.Duration } years && W(k + 1) == TimeWord.The ? years : default;
        if (W(k) == TimeWord.Weekday && Capital(k))
        {
            string part = W(k + 1) == TimeWord.Part ? PartsOfDay[V(k + 1)] : "";
            return new Hit(part.Length > 0 ? k + 2 : k + 1, set with { Fixed = $"XXXX-WXX-{V(k)}{part}" });
        }
        if (MonthWord(k))
            return new Hit(k + 1, set with { Fixed = string.Create(CultureInfo.InvariantCulture, $"XXXX-{V(k):00}") });
        if (W(k) == TimeWord.Season)
            return new Hit(k + 1, set with { Fixed = "XXXX-" + Seasons[V(k)] });
        if (W(k) == TimeWord.Part)
            return new Hit(k + 1, set with { Fixed = "XXXX-XX-XX" + PartsOfDay[V(k)] });
        if (W(k) == TimeWord.Unit && V(k) > 0)
            return new Hit(k + 1, set with { Fixed = Span(n, false, false, null, (TimeUnit)V(k)) });
        Quantity count = CountOnce(k);
        return count.Found && !count.One && W(count.End) == TimeWord.Units
            ? new Hit(count.End + 1, set with { Fixed = Span(count.Whole, count.Half, count.Vague, null, (TimeUnit)V(count.End)) }) : default;
    }

    /// <summary>Units without a count: for years, weeks or months, years ago, decades-long.</summary>
    private Hit Bare(int i)
    {
        TimeUnit unit = (TimeUnit)V(i);
        string value = Span(0, false, true, null, unit);
        int hyphen = Join(i + 1);
        if (hyphen > i + 1 && W(hyphen) is TimeWord.LongWord)
            return new Hit(hyphen + 1, Length with { Fixed = value });
        if (unit < TimeUnit.Hour)
            return default;
        int end = W(i + 1) is TimeWord.Or or TimeWord.And && W(i + 2) == TimeWord.Units ? i + 3 : i + 1;
        if (W(end) is TimeWord.Ago or TimeWord.Earlier or TimeWord.Later && unit >= TimeUnit.Day)
        {
            bool past = W(end) != TimeWord.Later;
            return new Hit(end + 1, Date with { Form = TimeForm.Shift, Unit = unit, Direction = past ? TimeDirection.Past : TimeDirection.Future, FromEarlier = W(end) != TimeWord.Ago });
        }
        return end > i + 1 || W(i - 1) is TimeWord.For or TimeWord.In or TimeWord.Takes or TimeWord.Over || W(i - 1) == TimeWord.After && W(end) is not TimeWord.Of || W(end) is TimeWord.Before or TimeWord.After
            ? new Hit(end, Length with { Fixed = value }) : default;
    }
}
