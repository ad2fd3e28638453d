// A number with its noun.
using System.Globalization;

namespace Crossread.Cli.Terminal;

/// <summary>A number with its noun: <c>1 story</c>, <c>2 stories</c>.</summary>
internal static class Counted
{
    /// <summary>The number and the noun that agrees with it; the plural ends in s if none is given.</summary>
    public static string Of(long count, string one, string? many = null) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many ?? one + "s");
}
