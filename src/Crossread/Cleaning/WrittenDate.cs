// Dates as they are written, in many languages: the words of months and how a line is read.
using System.Globalization;

using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Reads a date out of a metadata value or a short line. Only a whole date counts: day, month and year.</summary>
internal static class WrittenDate
{
    private static readonly Lazy<Dictionary<string, int>> _months = new(Load);

    /// <summary>The date in a value or a short line as EDTF (a day, or a time with its zone), or null.</summary>
    public static string? Read(string value, NumberOrder order = NumberOrder.Unknown)
    {
        if (value.Length is < 6 or > 300)
            return null;
        return Iso(value) ?? Parts(value, order);
    }

    /// <summary>The order of day and month that the readers of a page in this language (an IETF tag such as en-US) use.</summary>
    public static NumberOrder OrderOf(string? language)
    {
        string tag = language?.Trim().Replace('_', '-').ToLowerInvariant() ?? "";
        if (tag.Length < 2 || tag == "en")
            return NumberOrder.Unknown; // English is read on both sides of the ocean
        return tag is "en-us" ? NumberOrder.MonthFirst : NumberOrder.DayFirst;
    }

    /// <summary>The date that a text begins with, if a border stands behind it: "(21 May 2031) The …", "21.05.2031 – The …"; else null.</summary>
    public static string? AtStart(string text, NumberOrder order)
    {
        bool bracket = text.Length > 0 && text[0] is '(' or '[';
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, 70));
        int end = bracket ? head.IndexOfAny(')', ']') : head.IndexOfAny(_borders);
        if (end < 6)
            return null;
        string before = text[(bracket ? 1 : 0)..end].Trim();
        // Little more than the date: "Press release of 25 January 2031".
        return StoryLine.CountWords(before) <= 7 && !before.Contains('"', StringComparison.Ordinal) ? Read(before, order) : null;
    }

    private static readonly System.Buffers.SearchValues<char> _borders = System.Buffers.SearchValues.Create("\u2013\u2014|\u201E\u201C\u00BB\u00AB");

    /// <summary>A date in an address, as in /2019/04/09/ or 2019-04-09, or null.</summary>
    public static string? FromUrl(string url)
    {
        // An archive's address holds the page's own address behind the archive's time stamp.
        int inner = url.LastIndexOf("/http", StringComparison.Ordinal);
        if (inner > 0)
            url = url[(inner + 1)..];
        string[] parts = url.Split('/');
        for (int i = 3; i + 2 < parts.Length; i++)
        {
            if (parts[i].Length == 4 && Year(parts[i]) is { } y and >= 1990 && Small(parts[i + 1]) is { } first && Small(parts[i + 2]) is { } second && Make(y, first, second) is { } date)
                return date;
        }
        for (int i = 0; i + 8 <= url.Length; i++)
        {
            if (i > 0 && char.IsDigit(url[i - 1]))
                continue;
            char sign = i + 4 < url.Length ? url[i + 4] : ' ';
            if (sign is not ('/' or '-' or '_' or '.'))
                sign = '\0';
            int month = i + (sign == '\0' ? 4 : 5);
            if (Digits(url, i, 4) is not { } year || year is < 1990 or > 2100 || Digits(url, month, 2) is not { } m)
                continue;
            int day = month + (sign == '\0' ? 2 : 3);
            if (sign != '\0' && (month + 2 >= url.Length || url[month + 2] != sign))
                continue;
            if (Digits(url, day, 2) is { } d && (day + 2 >= url.Length || !char.IsDigit(url[day + 2])) && Make(year, m, d) is { } found)
                return found;
        }
        return null;
    }

    // 2019-04-09, 2019-04-09T10:00:00+03:00, 20190409
    private static string? Iso(string value)
    {
        for (int i = 0; i + 8 <= value.Length; i++)
        {
            if ((i > 0 && char.IsLetterOrDigit(value[i - 1])) || Digits(value, i, 4) is not { } year || year is < 1900 or > 2100)
                continue;
            char sign = value[i + 4];
            if (char.IsDigit(sign))
            {
                if (Digits(value, i + 4, 2) is { } mm && Digits(value, i + 6, 2) is { } dd && (i + 8 == value.Length || !char.IsDigit(value[i + 8]) || (value.Length - i >= 14 && Digits(value, i + 8, 6) is not null)) && Make(year, mm, dd) is { } packed)
                    return PackedTime(value, i + 8, packed) ?? packed;
                continue;
            }
            if (sign is not ('-' or '/' or '.'))
                continue;
            int at = i + 5;
            int? month = Number(value, ref at);
            if (month is null || at >= value.Length || value[at] != sign)
                continue;
            at++;
            int? day = Number(value, ref at);
            if (day is null || Make(year, month.Value, day.Value) is not { } date)
                continue;
            return Zoned(value, at, date) ?? date;
        }
        return null;
    }

    // ISO 8601's basic format: 20190409T100000+0300.
    private static string? PackedTime(string value, int at, string date)
    {
        if (at >= value.Length || value[at] is not ('T' or 't') || Digits(value, at + 1, 4) is null)
            return null;
        int after = Digits(value, at + 5, 2) is null ? at + 5 : at + 7;
        string seconds = after == at + 7 ? ":" + value[(at + 5)..after] : "";
        return Zoned($"T{value[(at + 1)..(at + 3)]}:{value[(at + 3)..(at + 5)]}{seconds}{value[after..]}", 0, date);
    }

    // A time counts only with its zone.
    private static string? Zoned(string value, int at, string date)
    {
        if (at >= value.Length || value[at] is not ('T' or 't' or ' '))
            return null;
        at++;
        if (Digits(value, at, 2) is not { } hour || hour > 23 || at + 5 > value.Length || value[at + 2] != ':' || Digits(value, at + 3, 2) is not { } minute || minute > 59)
            return null;
        at += 5;
        int second = 0;
        if (at < value.Length && value[at] == ':' && Digits(value, at + 1, 2) is { } s && s < 60)
            (second, at) = (s, at + 3);
        if (at < value.Length && value[at] == '.')
        {
            at++;
            while (at < value.Length && char.IsAsciiDigit(value[at]))
                at++;
        }
        while (at < value.Length && value[at] == ' ')
            at++;
        string time = string.Create(CultureInfo.InvariantCulture, $"{date}T{hour:00}:{minute:00}:{second:00}");
        if ((at < value.Length && value[at] is 'Z' or 'z') || value.AsSpan(at).StartsWith("GMT", StringComparison.Ordinal) || value.AsSpan(at).StartsWith("UTC", StringComparison.Ordinal))
            return time + "Z";
        if (at + 2 < value.Length && value[at] is '+' or '-' && Digits(value, at + 1, 2) is { } offset && offset < 15)
        {
            int minutes = Digits(value, at + 3, 2) ?? (at + 3 < value.Length && value[at + 3] == ':' ? Digits(value, at + 4, 2) : null) ?? 0;
            return string.Create(CultureInfo.InvariantCulture, $"{time}{value[at]}{offset:00}:{minutes:00}");
        }
        return null;
    }

    // April 09, 2019 · 9 April 2019 · 9. April 2019 · Tue, 09 Apr 2019 10:00:00 +0300 · 09.04.2019 · 4/9/2019 only if one reading is possible
    private static string? Parts(string value, NumberOrder order)
    {
        List<(string Word, int At, int End)> words = [];
        for (int i = 0; i < value.Length && words.Count < 60;)
        {
            if (!char.IsLetterOrDigit(value[i]))
            {
                i++;
                continue;
            }
            int start = i;
            bool digits = char.IsAsciiDigit(value[i]);
            while (i < value.Length && (digits ? char.IsAsciiDigit(value[i]) : char.IsLetter(value[i]) || char.GetUnicodeCategory(value[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                i++;
            if (i == start)
                i++;
            words.Add((value[start..i].ToLowerInvariant(), start, i));
        }
        for (int i = 0; i < words.Count; i++)
        {
            if (_months.Value.TryGetValue(words[i].Word, out int month))
            {
                int next = i + 1;
                // "9 de abril de 2019", "9th of April, 2019"
                int before = i - 1;
                while (before > 0 && words[before].Word is "de" or "of" or "th" or "st" or "nd" or "rd" or "den")
                    before--;
                int after = next;
                while (after < words.Count && words[after].Word is "de" or "del" or "of" or "th" or "st" or "nd" or "rd")
                    after++;
                int? day = before >= 0 ? Small(words[before].Word) : null;
                int? year = after < words.Count ? Year(words[after].Word) : null;
                if (day is { } d && year is { } y && Make(y, month, d) is { } date)
                    return words.Count > after + 2 ? Zoned(value, Skip(value, words[after].End), date) ?? date : date;
                int? dayAfter = next < words.Count ? Small(words[next].Word) : null;
                int yearAt = next + 1;
                while (yearAt < words.Count && words[yearAt].Word is "th" or "st" or "nd" or "rd" or "de")
                    yearAt++;
                if (dayAfter is { } da && yearAt < words.Count && Year(words[yearAt].Word) is { } ya && Make(ya, month, da) is { } american)
                    return american;
                if (year is { } yz && after + 1 < words.Count && before >= 0 && Small(words[before].Word) is { } dz && Make(yz, month, dz) is { } other)
                    return other;
            }
            else if (i + 2 < words.Count && Small(words[i].Word) is { } first && Small(words[i + 1].Word) is { } second && value[words[i].End] is '.' or '/' or '-' && words[i + 1].At - words[i].End <= 2 && words[i + 2].At - words[i + 1].End <= 2
                && value[words[i].End] == value[words[i + 1].End] && (i == 0 || words[i].At - words[i - 1].End > 1 || value[words[i].At - 1] != value[words[i].End]))
            {
                char sign = value[words[i].End];
                int? year = Year(words[i + 2].Word) ?? (sign == '.' && words[i + 2].Word.Length == 2 && int.TryParse(words[i + 2].Word, NumberStyles.None, CultureInfo.InvariantCulture, out int two) ? two < 60 ? 2000 + two : 1900 + two : null);
                if (year is not { } y)
                    continue;
                if (sign == '/' && order == NumberOrder.MonthFirst && Make(y, first, second) is { } local)
                    return local;
                if (sign != '/' || first > 12 || first == second || order == NumberOrder.DayFirst)
                {
                    if (Make(y, second, first) is { } european)
                        return european;
                }
                if (second > 12 && Make(y, first, second) is { } american)
                    return american;
            }
        }
        return null;
    }

    private static int Skip(string value, int at)
    {
        while (at < value.Length && value[at] == ' ' && at + 1 < value.Length && !char.IsAsciiDigit(value[at + 1]))
            at++;
        return at;
    }

    private static int? Small(string word) => word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 31 ? n : null;

    private static int? Year(string word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1900 and <= 2100 ? n : null;

    private static int? Number(string value, ref int at)
    {
        int start = at;
        while (at < value.Length && at - start < 2 && char.IsAsciiDigit(value[at]))
            at++;
        return at == start ? null : int.Parse(value.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static int? Digits(string value, int at, int count)
    {
        if (at < 0 || at + count > value.Length)
            return null;
        int number = 0;
        for (int i = at; i < at + count; i++)
        {
            if (!char.IsAsciiDigit(value[i]))
                return null;
            number = number * 10 + value[i] - '0';
        }
        return number;
    }

    private static string? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : null;

    private static Dictionary<string, int> Load()
    {
        Dictionary<string, int> months = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Cleaning/months.tsv"))
        {
            int number = int.Parse(row[0], NumberStyles.None, CultureInfo.InvariantCulture);
            foreach (string name in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                months.TryAdd(name, number);
        }
        return months;
    }
}
