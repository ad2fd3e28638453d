// Dates as they are written: in data, in words, in numbers.
using System.Buffers;
using System.Globalization;

namespace Crossread.Cleaning;

/// <summary>Reads a date out of a metadata value or a short line. Only a whole date counts: day, month and year.</summary>
internal static class WrittenDate
{
    private static readonly SearchValues<char> _borders = SearchValues.Create("\u2013\u2014|\u201E\u201C\u00BB\u00AB");

    /// <summary>A date in a text.</summary>
    /// <param name="Edtf">A day, or a time with its zone.</param>
    /// <param name="Start">Where its first number or word stands.</param>
    /// <param name="End">Where its last one ends; a time may follow.</param>
    internal readonly record struct Found(string Edtf, int Start, int End);

    /// <summary>The date in a value or a short line as EDTF (a day, or a time with its zone), or null.</summary>
    public static string? Read(string value, NumberOrder order = NumberOrder.Unknown) => Find(value, order)?.Edtf;

    /// <summary>The dates of a short line in their order, four at most.</summary>
    public static List<Found> ReadAll(string line, NumberOrder order)
    {
        List<Found> all = [];
        int from = 0;
        while (all.Count < 4 && Find(line[from..], order) is { } found)
        {
            all.Add(found with { Start = found.Start + from, End = found.End + from });
            from += found.End;
        }
        return all;
    }

    /// <summary>The order of day, month and year that the readers of a page in this language (an IETF tag such as en-US) use.</summary>
    public static NumberOrder OrderOf(string? language)
    {
        string tag = language?.Trim().Replace('_', '-').ToLowerInvariant() ?? "";
        if (tag.Length < 2 || tag == "en")
            return NumberOrder.Unknown; // English is read on both sides of the ocean
        return tag == "en-us" ? NumberOrder.MonthFirst
            : tag.Split('-')[0] is "zh" or "ja" or "ko" or "hu" or "lt" or "mn" ? NumberOrder.YearFirst
            : NumberOrder.DayFirst;
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

    private static Found? Find(string value, NumberOrder order)
    {
        if (value.Length is < 6 or > 300)
            return null;
        value = DateNumbers.Western(value);
        return Iso(value) ?? DateInWords.Find(value, order);
    }

    // 2019-04-09, 2019-04-09T10:00:00+03:00, 20190409
    private static Found? Iso(string value)
    {
        for (int i = 0; i + 8 <= value.Length; i++)
        {
            if ((i > 0 && char.IsLetterOrDigit(value[i - 1])) || DateNumbers.At(value, i, 4) is not { } year || year is < 1900 or > 2100)
                continue;
            char sign = value[i + 4];
            if (char.IsDigit(sign))
            {
                if (DateNumbers.At(value, i + 4, 2) is { } mm && DateNumbers.At(value, i + 6, 2) is { } dd && (i + 8 == value.Length || !char.IsDigit(value[i + 8]) || (value.Length - i >= 14 && DateNumbers.At(value, i + 8, 6) is not null)) && DateNumbers.Make(year, mm, dd) is { } packed)
                    return new Found(PackedTime(value, i + 8, packed) ?? packed, i, i + 8);
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
            if (day is null || DateNumbers.Make(year, month.Value, day.Value) is not { } date)
                continue;
            return new Found(Zoned(value, at, date) ?? date, i, at);
        }
        return null;
    }

    // ISO 8601's basic format: 20190409T100000+0300.
    private static string? PackedTime(string value, int at, string date)
    {
        if (at >= value.Length || value[at] is not ('T' or 't') || DateNumbers.At(value, at + 1, 4) is null)
            return null;
        int after = DateNumbers.At(value, at + 5, 2) is null ? at + 5 : at + 7;
        string seconds = after == at + 7 ? ":" + value[(at + 5)..after] : "";
        return Zoned($"T{value[(at + 1)..(at + 3)]}:{value[(at + 3)..(at + 5)]}{seconds}{value[after..]}", 0, date);
    }

    /// <summary>The date with the time that stands behind it; a time counts only with its zone, else null.</summary>
    internal static string? Zoned(string value, int at, string date)
    {
        if (at >= value.Length || value[at] is not ('T' or 't' or ' '))
            return null;
        at++;
        if (DateNumbers.At(value, at, 2) is not { } hour || hour > 23 || at + 5 > value.Length || value[at + 2] != ':' || DateNumbers.At(value, at + 3, 2) is not { } minute || minute > 59)
            return null;
        at += 5;
        int second = 0;
        if (at < value.Length && value[at] == ':' && DateNumbers.At(value, at + 1, 2) is { } s && s < 60)
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
        if (at + 2 < value.Length && value[at] is '+' or '-' && DateNumbers.At(value, at + 1, 2) is { } offset && offset < 15)
        {
            int minutes = DateNumbers.At(value, at + 3, 2) ?? (at + 3 < value.Length && value[at + 3] == ':' ? DateNumbers.At(value, at + 4, 2) : null) ?? 0;
            return string.Create(CultureInfo.InvariantCulture, $"{time}{value[at]}{offset:00}:{minutes:00}");
        }
        return null;
    }

    private static int? Number(string value, ref int at)
    {
        int start = at;
        while (at < value.Length && at - start < 2 && char.IsAsciiDigit(value[at]))
            at++;
        return at == start ? null : int.Parse(value.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
