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
internal sealed record Quantity(int Report, string Thing, long Low, long? High, TextSpan Words, TextSpan Clause, DateOnly? Day)
{
    /// <summary>True if both can hold at once.</summary>
    public bool Fits(Quantity other) => Low <= (other.High ?? long.MaxValue) && other.Low <= (High ?? long.MaxValue);
}
