// The days that an EDTF date stands for.
using System.Collections.Immutable;
using System.Globalization;

namespace Crossread.Dates;

/// <summary>Reads EDTF dates (ISO 8601-2 level 1, and one-of sets) as days.</summary>
public static class EdtfDays
{
    /// <summary>
    /// The days that an EDTF date may mean: one for a day, each of a one-of set, all of an interval or a month.
    /// Empty if it is null, not understood, or would be more than <paramref name="most"/> days.
    /// </summary>
    /// <param name="edtf">The date, or null.</param>
    /// <param name="most">The most days to give.</param>
    internal static ImmutableArray<int> Candidates(string? edtf, int most)
    {
        if (string.IsNullOrEmpty(edtf))
            return [];
        if (edtf[0] == '[' && edtf[^1] == ']')
        {
            ImmutableArray<int> all = [.. edtf[1..^1].Split(',').SelectMany(part => Candidates(part.Replace("..", "/", StringComparison.Ordinal), most)).Distinct().Order()];
            return all.Length <= most ? all : [];
        }
        return Bounds(edtf) is (int start, int end) && end - start < most ? [.. Enumerable.Range(start, end - start + 1)] : [];
    }

    /// <summary>First and last day of a date, interval or one-of set, counted from 1970-01-01; null if it is not understood.</summary>
    public static (int Start, int End)? Bounds(string? edtf)
    {
        if (string.IsNullOrEmpty(edtf))
            return null;
        if (edtf[0] == '[' && edtf[^1] == ']')
        {
            (int Start, int End)? all = null;
            foreach (string part in edtf[1..^1].Split(','))
            {
                if (Bounds(part.Replace("..", "/", StringComparison.Ordinal)) is not (int start, int end))
                    return null;
                all = all is (int s, int e) ? (Math.Min(s, start), Math.Max(e, end)) : (start, end);
            }
            return all;
        }
        int slash = edtf.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return Single(edtf);
        return Single(edtf[..slash]) is (int from, _) && Single(edtf[(slash + 1)..]) is (_, int to) && to >= from ? (from, to) : null;
    }

    /// <summary>The EDTF day of a day number.</summary>
    internal static string Day(int day) => DateValue.OfDay(day).Timex;

    private static (int Start, int End)? Single(string edtf)
    {
        string date = edtf.TrimEnd('~', '?', '%');
        int clock = date.IndexOf('T', StringComparison.Ordinal);
        if (clock > 0)
            date = date[..clock];
        if (date.Length == 4 && date.EndsWith('X'))
        {
            string low = date.Replace('X', '0'), high = date.Replace('X', '9');
            return Number(low, 0, 4) is int a && Number(high, 0, 4) is int b && a > 0 ? (CalendarMath.ToDay(a, 1, 1), CalendarMath.ToDay(b, 12, 31)) : null;
        }
        if (date.Length is not (4 or 7 or 10) || Number(date, 0, 4) is not int year || year == 0)
            return null;
        if (date.Length == 4)
            return (CalendarMath.ToDay(year, 1, 1), CalendarMath.ToDay(year, 12, 31));
        if (date[4] != '-' || Number(date, 5, 2) is not int month)
            return null;
        if (date.Length == 7 && month is >= 21 and <= 24)
        {
            DateValue season = DateValue.OfPart(year, month switch { 21 => "SP", 22 => "SU", 23 => "FA", _ => "WI" });
            return (season.Start, season.End);
        }
        if (month is < 1 or > 12)
            return null;
        if (date.Length == 7)
            return (CalendarMath.ToDay(year, month, 1), CalendarMath.ToDay(year, month, CalendarMath.DaysInMonth(year, month)));
        if (date[7] != '-' || Number(date, 8, 2) is not int day || day < 1 || day > CalendarMath.DaysInMonth(year, month))
            return null;
        return (CalendarMath.ToDay(year, month, day), CalendarMath.ToDay(year, month, day));
    }

    private static int? Number(string text, int at, int length) =>
        int.TryParse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
