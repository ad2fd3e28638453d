// Days out of EDTF strings, for comparing when two readings hold.
using System.Globalization;

namespace Crossread.Stories.Differences;

/// <summary>Comparison of dates that may be sets or intervals.</summary>
internal static class Days
{
    /// <summary>The one day that an EDTF string names, or null if it names none or more than one.</summary>
    public static DateOnly? One(string? edtf) =>
        edtf is { Length: >= 10 } && edtf[0] != '[' && !edtf.Contains('/', StringComparison.Ordinal)
        && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
