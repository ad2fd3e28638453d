// Kinds of time expression.
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
