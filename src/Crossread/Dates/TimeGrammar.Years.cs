// The grammar's years and their parts: years, decades, centuries, quarters, halves, seasons.
namespace Crossread.Dates;

internal sealed partial class TimeGrammar
{
    private Hit YearAt(int i)
    {
        if (W(i) != TimeWord.Digits)
            return default;
        if (N(i) == NumberForm.Plural)
        {
            if (words[i].Length >= 5 && V(i) is >= 1000 and <= 2990 && V(i) % 10 == 0)
                return new Hit(i + 1, Date with { Unit = TimeUnit.Decade, Year = V(i) });
            return V(i) is >= 10 and <= 90 && V(i) % 10 == 0 && W(i - 1) is TimeWord.The or TimeWord.Late or TimeWord.Early && W(i - 2) != TimeWord.Possessive
                ? new Hit(i + 1, Date with { Unit = TimeUnit.Decade, Year = 1900 + V(i) }) : default;
        }
        if (!PlainNumber(i, 1000, 2999) || words[i].Length != 4)
            return default;
        if (W(i + 1) == TimeWord.ForeignEra)
            return new Hit(i + 2, Date with { Form = TimeForm.Left, Unit = TimeUnit.Year, Problem = "a year of another calendar than the Gregorian is left as it stands" });
        if (!YearAllowed(i))
            return default;
        TimeMention m = Date with { Unit = TimeUnit.Year, Year = V(i) };
        if (W(i + 1) is TimeWord.Hyphen or TimeWord.Slash && Touches(i + 1) && Touches(i + 2) && W(i + 2) == TimeWord.Digits && N(i + 2) == NumberForm.Plain)
        {
            int end = words[i + 2].Length == 2 ? V(i) / 100 * 100 + V(i + 2) : V(i + 2);
            if (end > V(i) && end - V(i) < 200)
                return new Hit(i + 3, m with { EndYear = end });
        }
        int part = Join(i + 1);
        if (QuarterAt(part, out int q, out int after))
            return new Hit(after, m with { Unit = TimeUnit.Quarter, Part = "Q" + (char)('0' + q) });
        return new Hit(i + 1, m);
    }

    /// <summary>A number of four figures is a year unless its neighbours count or price something with it.</summary>
    private bool YearAllowed(int i)
    {
        if (W(i - 1) is TimeWord.Currency or TimeWord.Digits or TimeWord.Than or TimeWord.Number or TimeWord.Multiple || Is(i - 1, "No") || Is(i - 1, "number"))
            return false;
        if (W(i - 1) is TimeWord.Period or TimeWord.Comma && Touches(i) && W(i - 2) != TimeWord.Quote && i >= 2 && Touches(i - 1) && W(i - 2) == TimeWord.Digits)
            return false;
        if (W(i + 1) is TimeWord.Percent or TimeWord.Units or TimeWord.Multiple or TimeWord.AmPm or TimeWord.Zone || W(i + 1) == TimeWord.Colon && Touches(i + 1) && W(i + 2) == TimeWord.Digits)
            return false;
        if (W(i + 1) == TimeWord.Hyphen && Touches(i + 1) && W(i + 2) is TimeWord.Unit or TimeWord.Units)
            return false;
        bool led = W(i - 1) is TimeWord.In or TimeWord.Of or TimeWord.Since or TimeWord.Until or TimeWord.By or TimeWord.From or TimeWord.Before
            or TimeWord.After or TimeWord.Early or TimeWord.Late or TimeWord.Mid or TimeWord.Open or TimeWord.Approximately or TimeWord.To or TimeWord.For or TimeWord.The or TimeWord.Fiscal or TimeWord.Comma or TimeWord.And or TimeWord.Hyphen;
        if (V(i) is < 1800 or > 2099)
            return W(i - 1) is TimeWord.In or TimeWord.Since or TimeWord.By or TimeWord.Until or TimeWord.Fiscal && !PluralNoun(i + 1);
        return (led && W(i - 1) is not (TimeWord.To or TimeWord.For or TimeWord.The or TimeWord.And or TimeWord.Of or TimeWord.Approximately)) || !PluralNoun(i + 1);
    }

    private bool PluralNoun(int i) =>
        i < words.Count && W(i) == TimeWord.None && Form(i) is var f && f.Length > 3 && char.IsLower(f[0])
        && (f[^1] == 's' && f[^2] is not ('s' or 'u' or 'i') || Is(i, "people") || Is(i, "men") || Is(i, "women") || Is(i, "children"));

    /// <summary>'89, '90s.</summary>
    private Hit ShortYear(int i)
    {
        if (!Touches(i + 1) || W(i + 1) != TimeWord.Digits || words[i + 1].Length is < 2 or > 4 || text[words[i + 1].Start + 1] is < '0' or > '9')
            return default;
        if (N(i + 1) == NumberForm.Plural && V(i + 1) is >= 10 and <= 90 && V(i + 1) % 10 == 0)
            return new Hit(i + 2, Date with { Unit = TimeUnit.Decade, Year = V(i + 1) == 10 ? 2010 : 1900 + V(i + 1) });
        return N(i + 1) == NumberForm.Plain && words[i + 1].Length == 2 && W(i - 1) is TimeWord.In or TimeWord.Since or TimeWord.Of or TimeWord.By or TimeWord.Until or TimeWord.From or TimeWord.Fiscal
            ? new Hit(i + 2, Date with { Unit = TimeUnit.Year, Year = Century(V(i + 1)) }) : default;
    }

    private Hit Year(int i) => W(i) == TimeWord.Number ? WordYear(i) : YearAt(i);

    /// <summary>nineteen ninety-six, two thousand and three.</summary>
    private Hit WordYear(int i)
    {
        int century = V(i);
        if (century is 18 or 19 or 20 && W(Join(i + 1)) == TimeWord.Number && V(Join(i + 1)) is >= 10 and <= 90 and var tens)
        {
            int k = Join(i + 1) + 1;
            if (tens >= 20 && W(Join(k)) == TimeWord.Number && V(Join(k)) is >= 1 and <= 9 and var ones)
                return new Hit(Join(k) + 1, Date with { Unit = TimeUnit.Year, Year = century * 100 + tens + ones });
            return tens >= 20 && CountsSomething(k) ? default : new Hit(k, Date with { Unit = TimeUnit.Year, Year = century * 100 + tens });
        }
        if (century == 2 && Is(i + 1, "thousand") && (W(i - 1) is TimeWord.In or TimeWord.Since or TimeWord.By or TimeWord.Until || Is(i - 1, "year")))
        {
            int k = W(i + 2) == TimeWord.And ? i + 3 : i + 2;
            return W(k) == TimeWord.Number && V(k) < 20
                ? new Hit(k + 1, Date with { Unit = TimeUnit.Year, Year = 2000 + V(k) })
                : PluralNoun(i + 2) || CountsSomething(i + 2) ? default : new Hit(i + 2, Date with { Unit = TimeUnit.Year, Year = 2000 });
        }
        return default;
    }

    private Hit FiscalYear(int i)
    {
        int k = Is(i + 1, "year") ? i + 2 : i + 1;
        if (Year(k).Mention is { Unit: TimeUnit.Year, Year: int year } && W(k) != TimeWord.Quote)
            return new Hit(Year(k).End, Date with { Unit = TimeUnit.Year, Year = year });
        if (ShortYear(k) is { Mention: not null } two)
            return two;
        return QuarterAt(Join(i + 1), out int q, out int end) ? Tailed(end, Date with { Unit = TimeUnit.Quarter, Part = "Q" + (char)('0' + q) }) : default;
    }

    private bool QuarterAt(int i, out int quarter, out int end)
    {
        quarter = W(i) == TimeWord.Ordinal || W(i) == TimeWord.Digits && N(i) == NumberForm.Ordinal ? V(i) : 0;
        int unit = Join(i + 1);
        end = unit + 1;
        return quarter is >= 1 and <= 4 && (W(unit) == TimeWord.Unit && V(unit) == (int)TimeUnit.Quarter);
    }

    private Hit Tailed(int end, TimeMention m) => YearTail(end, m) is { Mention: not null } tail ? tail : new Hit(end, m);

    /// <summary>third quarter, third-quarter, first half of 1990, 19th century.</summary>
    private Hit OrdinalAt(int i)
    {
        if (QuarterAt(i, out int q, out int end))
            return Tailed(end, Date with { Unit = TimeUnit.Quarter, Part = "Q" + (char)('0' + q) });
        int n = W(i) == TimeWord.Ordinal || W(i) == TimeWord.Digits && N(i) == NumberForm.Ordinal ? V(i) : W(i) == TimeWord.Last ? 2 : 0;
        int unit = Join(i + 1);
        if (n is 1 or 2 && W(unit) == TimeWord.Half)
            return W(unit + 1) == TimeWord.Of ? YearTail(unit + 1, Date with { Unit = TimeUnit.Half, Part = n == 1 ? "H1" : "H2" }) : default;
        if (n is >= 1 and <= 21 && W(unit) == TimeWord.Unit && V(unit) == (int)TimeUnit.Century)
            return new Hit(unit + 1, Date with { Unit = TimeUnit.Century, Year = (n - 1) * 100 });
        // "on the 16th": its month stands elsewhere.
        if (W(i) == TimeWord.Digits && N(i) == NumberForm.Ordinal && V(i) is >= 1 and <= 31 && W(i - 1) == TimeWord.The && W(i - 2) is TimeWord.On or TimeWord.By or TimeWord.Until or TimeWord.Since
            && (i + 1 >= words.Count || W(i + 1) is not TimeWord.None and not TimeWord.Hyphen and not TimeWord.Unit))
        {
            return new Hit(i + 1, Date with { Day = V(i) });
        }

        return default;
    }

    // "Q3", "H1": a quarter or half in the letters of business pages.
    private bool IsCode(int i) =>
        Form(i) is "Q" or "H" && Touches(i + 1) && PlainNumber(i + 1, 1, Is(i, "Q") ? 4 : 2) && words[i + 1].Length == 1
        && !Touches(i) && (i + 2 >= words.Count || !Touches(i + 2) || W(i + 2) is TimeWord.Comma or TimeWord.Period or TimeWord.PossessiveEnding or TimeWord.Close or TimeWord.Hyphen or TimeWord.Slash);

    /// <summary>"Q3 2025", "H1 of 2024", "Q3".</summary>
    private Hit Code(int i)
    {
        if (W(i) != TimeWord.None || !IsCode(i))
            return default;
        TimeMention m = Date with { Unit = Is(i, "Q") ? TimeUnit.Quarter : TimeUnit.Half, Part = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Form(i)[0]}{V(i + 1)}") };
        return Tailed(i + 2, m);
    }

    private bool SeasonAllowed(int i) =>
        W(i - 1) is TimeWord.In or TimeWord.Since or TimeWord.By or TimeWord.Until or TimeWord.Early or TimeWord.Late or TimeWord.This or TimeWord.Last or TimeWord.Next or TimeWord.Coming or TimeWord.Past
        || W(i - 1) == TimeWord.Hyphen && W(i - 2) == TimeWord.Mid
        || W(i - 1) == TimeWord.The && W(i - 2) is TimeWord.In or TimeWord.Since or TimeWord.By or TimeWord.Until or TimeWord.For or TimeWord.Over && W(i + 1) != TimeWord.Of
        || PlainNumber(i + 1, 1900, 2099) || W(i + 1) == TimeWord.Of && PlainNumber(i + 2, 1800, 2099)
        || W(i + 1) == TimeWord.Of && Year(i + 2).Mention is { Unit: TimeUnit.Year };

    private Hit SeasonAt(int i)
    {
        TimeMention m = Date with { Unit = TimeUnit.Season, Part = Seasons[V(i)] };
        return Tailed(i + 1, m);
    }

    private Hit PartAlone(int i)
    {
        TimeMention part = new(default, TimexType.Time) { Form = TimeForm.Shift, Shift = 0, FromEarlier = true, TimeOfDay = PartsOfDay[V(i)] };
        if (W(i + 1) == TimeWord.NamedDay)
            return new Hit(i + 2, part with { Shift = V(i + 1), FromEarlier = false });
        if (W(i + 1) == TimeWord.Weekday && Capital(i + 1))
            return new Hit(i + 2, part with { Form = TimeForm.Calendar, Shift = null, FromEarlier = false, Weekday = V(i + 1) });
        return new Hit(i + 1, part);
    }

    /// <summary>year-earlier and year-ago: a year before what the text compares.</summary>
    private Hit YearEarlier(int i) =>
        new(Join(i + 1) + 1, Date with { Form = TimeForm.Shift, Unit = TimeUnit.Year, Shift = -1, FromEarlier = true });

    /// <summary>Expressions behind an article or possessive: the third quarter, the 1988 period, the year-earlier quarter, the late 1980s, its fiscal year.</summary>
    private Hit Definite(int i)
    {
        int k = i + 1;
        TimeMention m = Date with { Unit = TimeUnit.Quarter };
        bool told = false;
        if (W(k) is TimeWord.Same && W(k + 1) == TimeWord.Fiscal)
            k++;
        if (W(k) == TimeWord.Fiscal)
            k = Join(k + 1);
        if (W(k) == TimeWord.Unit && V(k) == (int)TimeUnit.Year && Join(k + 1) > k + 1 && W(Join(k + 1)) is TimeWord.Earlier or TimeWord.Ago)
            (m, k, told) = (m with { YearShift = -1, FromEarlier = true }, Join(k + 1) + 1, true);
        else if (PlainNumber(k, 1900, 2099) && words[k].Length == 4)
            (m, k, told) = (m with { Year = V(k) }, k + 1, true);
        else if (W(k) is TimeWord.Latest or TimeWord.Current or TimeWord.Previous or TimeWord.Same)
            (m, k, told) = (m with { Direction = W(k) == TimeWord.Previous ? TimeDirection.Past : TimeDirection.Same, FromEarlier = W(k) == TimeWord.Latest }, k + 1, W(k) is TimeWord.Latest or TimeWord.Current);
        if (W(k) == TimeWord.Fiscal)
            k = Join(k + 1);
        bool joined = W(k + 1) == TimeWord.Hyphen;
        if (QuarterAt(k, out int q, out int end) && !(joined && k == i + 1) && W(i) == TimeWord.The)
            return Tailed(end, m with { Part = "Q" + (char)('0' + q), FromEarlier = false });
        if (W(k) == TimeWord.Unit && V(k) == (int)TimeUnit.Quarter && (told || W(i) == TimeWord.The))
            return Tailed(k + 1, m with { FromEarlier = m.FromEarlier || !told });
        if (W(k) == TimeWord.Period2 && told)
            return Tailed(k + 1, m with { FromEarlier = true });
        if (told || W(i) != TimeWord.The && W(k) is not (TimeWord.Ordinal or TimeWord.Fiscal))
            return default;
        if (W(i) == TimeWord.The)
        {
            if (W(k) == TimeWord.Season && SeasonAllowed(k))
                return SeasonAt(k);
            if (W(k) == TimeWord.DecadeName && !PluralNoun(k + 1))
                return new Hit(k + 1, Date with { Unit = TimeUnit.Decade, Year = V(k) });
            int year = W(k) == TimeWord.MoreWord ? k + 1 : k;
            if (W(year) == TimeWord.Unit && V(year) == (int)TimeUnit.Year && W(year + 1) == TimeWord.Ended)
                return new Hit(year + 1, Length with { Fixed = "P1Y" });
            if (W(year) == TimeWord.Unit && V(year) == (int)TimeUnit.Year && (W(i - 1) == TimeWord.For || year > i + 1 && W(i - 1) is TimeWord.In or TimeWord.For))
                return new Hit(year + 1, Date with { Form = TimeForm.Shift, Unit = TimeUnit.Year, Shift = 0 });
            if (Is(k, "year") && Year(k + 1) is { Mention.Unit: TimeUnit.Year } named)
                return named;
            Hit inner = W(k) switch
            {
                TimeWord.Quote => ShortYear(k),
                TimeWord.Digits when N(k) is NumberForm.Plural or NumberForm.Ordinal => Hit.Longer(YearAt(k), Hit.Longer(OrdinalAt(k), DayMonth(k))),
                TimeWord.Ordinal or TimeWord.Last => OrdinalAt(k),
                _ => default,
            };
            if (inner.Mention is not null)
                return inner;
            if (W(k) == TimeWord.Unit && V(k) == (int)TimeUnit.Week && (W(k + 1) is TimeWord.Of or TimeWord.Ended || Is(k + 1, "beginning") || Is(k + 1, "starting"))
                && Hit.Longer(MonthAt(k + 2), DayMonth(k + 2)) is { Mention.Day: not null } of)
            {
                return new Hit(of.End, of.Mention with { Unit = TimeUnit.Week });
            }
            if (W(k) == TimeWord.Unit && V(k) == (int)TimeUnit.Weekend)
                return new Hit(k + 1, Date with { Form = TimeForm.Shift, Unit = TimeUnit.Weekend });
        }
        return default;
    }
}
