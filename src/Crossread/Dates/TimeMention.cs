// A time expression where it stands, before and after it has a value.
using Crossread.Text;

namespace Crossread.Dates;

/// <summary>Kinds of time expression, as TIMEX3 (ISO 24617-1) has them.</summary>
public enum TimexType : byte
{
    /// <summary>A calendar date of any size.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>
/// A time expression of one report, found but not yet valued: what it says and which way it points.
/// Its value needs the publication date, which may come from other reports.
/// </summary>
/// <param name="Span">Its words.</param>
/// <param name="Type">What it is.</param>
public sealed record TimeMention(TextSpan Span, TimexType Type);

/// <summary>The value of a time expression.</summary>
/// <param name="Timex">TIMEX3 value (<c>2019-04-05</c>, <c>P2D</c>, <c>XXXX-WXX-5</c>).</param>
/// <param name="Edtf">EDTF (ISO 8601-2) value: a day, month, year, interval or one-of set; null for durations and sets.</param>
/// <param name="Because">How it was found, in words.</param>
public sealed record TimeValue(string Timex, string? Edtf, string Because);
