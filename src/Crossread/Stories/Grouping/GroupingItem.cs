// A report, as far as grouping needs it.
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Grouping;

/// <summary>A report, as far as grouping needs it.</summary>
/// <param name="content">Key of title and text.</param>
/// <param name="day">Day of publication as a day number, or null.</param>
/// <param name="features">Its features, ordered by key.</param>
internal sealed class GroupingItem(ulong content, int? day, Feature[] features)
{
    /// <summary>Key of title and text: equal content, equal key.</summary>
    public ulong Content { get; } = content;

    /// <summary>Day of publication as a day number, or null.</summary>
    public int? Day { get; } = day;

    /// <summary>Its features, ordered by key; none once they were let go.</summary>
    public Feature[] Features { get; private set; } = features;

    /// <summary>Lets the features go: in a large pile they are most of the memory.</summary>
    public void Release() => Features = [];

    /// <summary>Reads a report.</summary>
    public static GroupingItem Of(Report report, FeatureReader reader) =>
        new(ContentOf(report), DayOf(report.Published?.Edtf), reader.Read(report));

    /// <summary>Key of title and text.</summary>
    public static ulong ContentOf(Report report) => TermKey.Of(TermKey.Of(report.Title), TermKey.Of(report.Text));

    private static int? DayOf(string? edtf) =>
        edtf is { Length: >= 10 } && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber : null;
}
