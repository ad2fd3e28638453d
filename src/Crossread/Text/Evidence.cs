// Which words of which report a derived record rests on.
namespace Crossread.Text;

/// <summary>The words a record rests on: the id of a report and a span of its clean text.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Span">The words, in the report's clean text.</param>
public readonly record struct Evidence(string Report, TextSpan Span) : IComparable<Evidence>
{
    /// <summary>Orders by report id (ordinal), then by place in the text.</summary>
    public int CompareTo(Evidence other) =>
        string.CompareOrdinal(Report, other.Report) is var order && order != 0 ? order : Span.CompareTo(other.Span);

    /// <summary>True if the left stands before the right.</summary>
    public static bool operator <(Evidence left, Evidence right) => left.CompareTo(right) < 0;

    /// <summary>True if the left stands before the right or is the same.</summary>
    public static bool operator <=(Evidence left, Evidence right) => left.CompareTo(right) <= 0;

    /// <summary>True if the left stands after the right.</summary>
    public static bool operator >(Evidence left, Evidence right) => left.CompareTo(right) > 0;

    /// <summary>True if the left stands after the right or is the same.</summary>
    public static bool operator >=(Evidence left, Evidence right) => left.CompareTo(right) >= 0;
}
