// A count of something in one report.
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>A count as a report gives it: <c>at least 14 dead</c>, <c>dozens injured</c>.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Thing">What is counted: a line of <c>quantities.tsv</c>.</param>
/// <param name="Low">The lowest value that the words allow.</param>
/// <param name="High">The highest, or null if they set none (<c>at least</c>, <c>hundreds</c>).</param>
/// <param name="Words">The number's words.</param>
/// <param name="Clause">The clause that holds it.</param>
/// <param name="Day">The day for which it is given, or null.</param>
/// <param name="Period">The year or month that it is of, if that is not the story's own time (<c>2017</c>), or an empty string.</param>
/// <param name="Statement">Index of the statement that gives it, or null for the report's own voice.</param>
/// <param name="Lead">True if it stands in the headline.</param>
internal sealed record Quantity(int Report, string Thing, long Low, long? High, TextSpan Words, TextSpan Clause, DateOnly? Day, string Period, int? Statement, bool Lead)
{
    /// <summary>True if both can hold at once.</summary>
    public bool Fits(Quantity other) => Low <= (other.High ?? long.MaxValue) && other.Low <= (High ?? long.MaxValue);
}
