// The day that a date names.
using System.Globalization;

namespace Crossread.Stories.Utterances;

/// <summary>The day that a date names.</summary>
internal static class Days
{
    /// <summary>The day number of an EDTF date of a day or a time of day; null for any other.</summary>
    public static int? Of(string? edtf) =>
        edtf is { Length: >= 10 } && (edtf.Length == 10 || edtf[10] == 'T')
        && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber : null;
}
