// EDTF dates in plain English.
using System.Globalization;

namespace Crossread.Pages;

/// <summary>Writes dates of EDTF (ISO 8601-2, level 1, and one-of sets) in words; what it does not know it leaves as it stands.</summary>
public static class DateWords
{
    /// <summary><c>11 March 2024</c>, <c>20–22 March 2024</c>, <c>13, 20 or 27 March 2024</c>, <c>March 2024</c>; empty for null.</summary>
    /// <param name="edtf">The date, or null.</param>
    /// <param name="year">False to leave the year out of days and months.</param>
    /// <param name="time">True to show the time of day, where there is one.</param>
    public static string Of(string? edtf, bool year = true, bool time = false)
    {
        if (string.IsNullOrEmpty(edtf))
            return "";
        if (edtf.Length > 2 && edtf[0] is '[' or '{')
            return Set(edtf[1..^1].Split(','), edtf[0] == '[' ? "or" : "and", year);
        int slash = edtf.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
            return Interval(edtf[..slash], edtf[(slash + 1)..], year);
        (string plain, string doubt) = Qualifier(edtf);
        return doubt + One(plain, year) + (time && plain.Length >= 16 && plain[10] == 'T' && Day(plain) is not null ? ", " + plain[11..16] : "");
    }

    /// <summary>The day of the week of a plain day (<c>Monday</c>), or empty.</summary>
    public static string Weekday(string? edtf) =>
        Day(edtf) is { } day && edtf!.Length is 10 or > 15 && !edtf.Contains('/', StringComparison.Ordinal) ? day.DayOfWeek.ToString() : "";

    /// <summary>The first day that the date allows, or null.</summary>
    public static DateOnly? First(string? edtf) => Ends(edtf) is var (first, _) ? first : null;

    /// <summary>The last day that the date allows, or null.</summary>
    public static DateOnly? Last(string? edtf) => Ends(edtf) is var (_, last) ? last : null;

    /// <summary>Every day of a one-of set, or the one day; empty for anything else.</summary>
    public static IEnumerable<DateOnly> Days(string? edtf)
    {
        if (edtf is null || edtf.Contains('/', StringComparison.Ordinal))
            yield break;
        foreach (string part in edtf.Trim('[', ']', '{', '}').Split(','))
        {
            if (Day(part) is { } day)
                yield return day;
        }
    }

    private static (DateOnly, DateOnly)? Ends(string? edtf)
    {
        if (string.IsNullOrEmpty(edtf))
            return null;
        string[] parts = edtf.Trim('[', ']', '{', '}').Split(['/', ',']);
        (DateOnly, DateOnly)? first = Range(parts[0]), last = Range(parts[^1]);
        if (first is null && last is null)
            return null;
        return ((first ?? last)!.Value.Item1, (last ?? first)!.Value.Item2);
    }

    private static (DateOnly, DateOnly)? Range(string part)
    {
        string plain = Qualifier(part).Plain;
        if (Day(plain) is { } day)
            return (day, day);
        if (plain.Length == 7 && Number(plain, 0, 4) is > 0 and var y && plain[4] == '-' && Number(plain, 5, 2) is >= 1 and <= 12 and var m)
            return (new DateOnly(y, m, 1), new DateOnly(y, m, DateTime.DaysInMonth(y, m)));
        if (plain.Length == 4 && Number(plain, 0, 4) is > 0 and var only)
            return (new DateOnly(only, 1, 1), new DateOnly(only, 12, 31));
        return null;
    }

    private static string Interval(string from, string to, bool year)
    {
        if (from is "" or "..")
            return "until " + Of(to, year);
        if (to is "" or "..")
            return "from " + Of(from, year);
        if (Day(from) is { } a && Day(to) is { } b && a.Year == b.Year)
        {
            return a.Month == b.Month
                ? string.Create(CultureInfo.InvariantCulture, $"{a.Day}–{One(to, year)}")
                : One(from, false) + " – " + One(to, year);
        }
        return Of(from, year) + " – " + Of(to, year);
    }

    private static string Set(string[] parts, string word, bool year)
    {
        const int manyDays = 4;
        if (parts.Length >= manyDays && word == "or" && parts.Zip(parts.Skip(1)).All(p => Day(p.First) is { } a && p.First.Length == 10 && a.AddDays(1) == Day(p.Second)))
            return "one day of " + Interval(parts[0], parts[^1], year);
        List<string> said = [];
        for (int i = 0; i < parts.Length; i++)
        {
            bool last = i == parts.Length - 1;
            bool sameMonth = !last && Day(parts[i]) is { } a && Day(parts[i + 1]) is { } b && a.Year == b.Year && a.Month == b.Month;
            bool sameYear = !last && Day(parts[i])?.Year == Day(parts[i + 1])?.Year;
            said.Add(sameMonth ? Day(parts[i])!.Value.Day.ToString(CultureInfo.InvariantCulture) : One(parts[i].Trim(), year && !sameYear));
        }
        return said.Count < 2 ? string.Concat(said) : string.Join(", ", said.Take(said.Count - 1)) + " " + word + " " + said[^1];
    }

    private static string One(string plain, bool year)
    {
        if (Day(plain) is { } day)
            return day.ToString(year ? "d MMMM yyyy" : "d MMMM", CultureInfo.InvariantCulture);
        if (Range(plain) is var (first, _) && plain.Length == 7)
            return first.ToString(year ? "MMMM yyyy" : "MMMM", CultureInfo.InvariantCulture);
        return plain;
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static int? Number(string text, int at, int length) =>
        int.TryParse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static (string Plain, string Doubt) Qualifier(string text) => text.Length == 0 ? (text, "") : text[^1] switch
    {
        '~' => (text[..^1], "about "),
        '?' => (text[..^1], "perhaps "),
        '%' => (text[..^1], "perhaps about "),
        _ => (text, ""),
    };
}
