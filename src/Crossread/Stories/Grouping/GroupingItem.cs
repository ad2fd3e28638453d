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
        Of(report.Title, report.Text, report.Published?.Edtf, reader);

    /// <summary>Reads a headline, a text and a date as stated.</summary>
    public static GroupingItem Of(string? title, string text, string? published, FeatureReader reader) =>
        new(ContentOf(title, text), DayOf(published), reader.Read(title, text));

    /// <summary>Key of title and text.</summary>
    public static ulong ContentOf(Report report) => ContentOf(report.Title, report.Text);

    private static ulong ContentOf(string? title, string text) => TermKey.Of(TermKey.Of(title), TermKey.Of(text));

    internal static int? DayOf(string? edtf) =>
        edtf is { Length: >= 10 } && DateOnly.TryParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber : null;
}
