// The value of a time expression.
namespace Crossread.Dates;

/// <summary>The value of a time expression.</summary>
/// <param name="Timex">TIMEX3 value (<c>2019-04-05</c>, <c>P2D</c>, <c>XXXX-WXX-5</c>).</param>
/// <param name="Edtf">EDTF (ISO 8601-2) value: a day, month, year, interval or one-of set; null for durations and sets.</param>
/// <param name="Because">How it was found, in words.</param>
public sealed record TimeValue(string Timex, string? Edtf, string Because);
