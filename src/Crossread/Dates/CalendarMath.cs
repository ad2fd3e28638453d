// Arithmetic of the proleptic Gregorian calendar on day numbers; never throws.
namespace Crossread.Dates;

/// <summary>Days counted from 1970-01-01 (day 0); years may lie outside 1 to 9999.</summary>
internal static class CalendarMath
{
    internal static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    internal static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Day number of a date, by Howard Hinnant's days_from_civil.</summary>
    internal static int ToDay(int year, int month, int day)
    {
        int y = month <= 2 ? year - 1 : year;
        int era = (y >= 0 ? y : y - 399) / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146097 + (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear) - 719468;
    }

    internal static (int Year, int Month, int Day) FromDay(int number)
    {
        int z = number + 719468;
        int era = (z >= 0 ? z : z - 146096) / 146097;
        int dayOfEra = z - era * 146097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int mp = (5 * dayOfYear + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1);
    }

    /// <summary>Day of the week by ISO 8601: Monday 1 to Sunday 7.</summary>
    internal static int Weekday(int number) => ((number + 3) % 7 + 7) % 7 + 1;

    /// <summary>The Monday of the week that holds the day.</summary>
    internal static int Monday(int number) => number - (Weekday(number) - 1);

    /// <summary>Year and week by ISO 8601.</summary>
    internal static (int Year, int Week) IsoWeek(int number)
    {
        int thursday = Monday(number) + 3;
        int year = FromDay(thursday).Year;
        return (year, (thursday - ToDay(year, 1, 1)) / 7 + 1);
    }

    /// <summary>Western Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991).</summary>
    internal static int Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return ToDay(year, n / 31, n % 31 + 1);
    }

    /// <summary>The day of a feast in a year by its rule in festivals.tsv.</summary>
    internal static int Feast(string rule, int year)
    {
        System.Globalization.CultureInfo plain = System.Globalization.CultureInfo.InvariantCulture;
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return Easter(year) + int.Parse(rule.AsSpan(6), System.Globalization.NumberStyles.AllowLeadingSign, plain);
        int plus = rule.IndexOf('+', StringComparison.Ordinal);
        int add = plus < 0 ? 0 : int.Parse(rule.AsSpan(plus + 1), plain);
        string[] parts = (plus < 0 ? rule : rule[..plus]).Split('-');
        int month = int.Parse(parts[0], plain);
        if (parts.Length == 2)
            return ToDay(year, month, int.Parse(parts[1], plain));
        int weekday = int.Parse(parts[2], plain);
        if (parts[1] == "L")
        {
            int last = ToDay(year, month, DaysInMonth(year, month));
            return last - (Weekday(last) - weekday + 7) % 7 + add;
        }
        int first = ToDay(year, month, 1);
        return first + (weekday - Weekday(first) + 7) % 7 + 7 * (int.Parse(parts[1], plain) - 1) + add;
    }
}
