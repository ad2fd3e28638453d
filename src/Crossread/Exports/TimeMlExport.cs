// The reports with their time expressions, a TimeML document each.
using System.Globalization;

using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>TimeML 1.2 documents in a zip, one for each report, in the order of the story's reports.</summary>
public sealed class TimeMlExport : IStoryExport
{
    /// <inheritdoc/>
    public string Name => "timeml";

    /// <inheritdoc/>
    public string About => "the texts with their time expressions as TimeML, a file a report, zipped";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        ExportParts.Zip(stream, story.Reports.Select((report, i) => (string.Create(CultureInfo.InvariantCulture, $"{i + 1:0000}-{report.Id}.tml"), Document(report))));
    }

    private static string Document(StoryReport report)
    {
        using MemoryStream document = new();
        TimeMl.Write(document, report, null);
        return System.Text.Encoding.UTF8.GetString(document.ToArray());
    }
}
