// The numbers of a date.
using System.Buffers;
using System.Globalization;

namespace Crossread.Cleaning;

/// <summary>Reads the numbers that a date is made of and puts them together.</summary>
internal static class DateNumbers
{
    // Every script's digits: ٣ and ३ are three.
    private static readonly SearchValues<char> _digits = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsDigit)]);
    private static readonly SearchValues<char> _foreignDigits = SearchValues.Create([.. Enumerable.Range(128, char.MaxValue - 127).Select(c => (char)c).Where(char.IsDigit)]);

    /// <summary>True if there is a digit of any script in the text.</summary>
    public static bool AnyIn(ReadOnlySpan<char> text) => text.ContainsAny(_digits);

    /// <summary>The text with the digits 0 to 9 in place of other scripts' digits; every place stays.</summary>
    public static string Western(string text)
    {
        if (!text.AsSpan().ContainsAny(_foreignDigits))
            return text;
        return string.Create(text.Length, text, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
                to[i] = char.IsDigit(from[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(from[i])) : from[i];
        });
    }

    /// <summary>A day or a month: one or two digits, 1 to 31; else null.</summary>
    public static int? Small(string word) => word.Length <= 2 && Number(word) is { } n and >= 1 and <= 31 ? n : null;

    /// <summary>Four digits, 1900 to 2100; else null.</summary>
    public static int? Year(string word) => word.Length == 4 && Number(word) is { } n and >= 1900 and <= 2100 ? n : null;

    /// <summary>The year that two digits stand for, 1960 to 2059; else null.</summary>
    public static int? ShortYear(string word) => word.Length == 2 && Number(word) is { } two ? two < 60 ? 2000 + two : 1900 + two : null;

    /// <summary>The number, or null.</summary>
    public static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The number that so many digits at a place make, or null.</summary>
    public static int? At(ReadOnlySpan<char> value, int at, int count)
    {
        if (at < 0 || at + count > value.Length)
            return null;
        int number = 0;
        foreach (char c in value.Slice(at, count))
        {
            if (!char.IsAsciiDigit(c))
                return null;
            number = number * 10 + c - '0';
        }
        return number;
    }

    /// <summary>The day as EDTF, or null if there is no such day.</summary>
    public static string? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : null;
}
