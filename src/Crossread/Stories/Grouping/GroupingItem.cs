// A report, as far as grouping needs it.
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Grouping;

/// <summary>A report, as far as grouping needs it.</summary>
/// <param name="Content">Key of title and text: equal content, equal key.</param>
/// <param name="Day">Day of publication as a day number, or null.</param>
/// <param name="Features">Its features, ordered by key.</param>
internal sealed record GroupingItem(ulong Content, int? Day, Feature[] Features)
{
    /// <summary>Reads a report.</summary>
    public static GroupingItem Of(Report report, FeatureReader reader) =>
        new(ContentOf(report), DayOf(report.Published?.Edtf), reader.Read(report));

    /// <summary>Key of title and text.</summary>
    public static ulong ContentOf(Report report) => TermKey.Of(TermKey.Of(report.Title), TermKey.Of(report.Text));

    private static int? DayOf(string? edtf) =>
        edtf is { Length: >= 10 } && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber : null;
}
