// The day that a date as stated begins with.
using System.Globalization;

namespace Crossread.Storage;

/// <summary>Days out of EDTF.</summary>
internal static class EdtfDay
{
    /// <summary>The day of a date that states one (<c>2026-03-14</c>, <c>2026-03-14T08:00:00Z</c>), else null.</summary>
    public static DateOnly? Of(string? edtf) =>
        edtf is { Length: >= 10 } && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
