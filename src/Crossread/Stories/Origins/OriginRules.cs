// When two reports come from one text.
using Crossread.Cleaning;

namespace Crossread.Stories.Origins;

/// <summary>When two reports come from one text. Retellings of one event by different writers share facts and quotations; one text shares its writer's own words, in order.</summary>
internal static class OriginRules
{
    /// <summary>Least strength of an aligned pair of sentences, 0 to 1.</summary>
    public const double LeastStrength = 0.35;

    /// <summary>Share of the pairs of two groups that must speak for one text before the groups are one origin.</summary>
    public const double Together = 0.5;

    /// <summary>True if the alignment says that the two reports come from one text.</summary>
    public static bool OneText(ReportAlignment alignment, Report first, Report second) =>
        alignment.Pairs.Length >= 2 && alignment.Evidence >= Needed(alignment, first, second);

    /// <summary>True if the alignment does not speak against one text, where others speak for it.</summary>
    public static bool MayBe(ReportAlignment alignment, Report first, Report second) =>
        alignment.Evidence >= Needed(alignment, first, second) * 0.5;

    /// <summary>True if both name the same agency.</summary>
    public static bool SameAgency(Report first, Report second) =>
        first.Agency is { Length: > 0 } agency && string.Equals(agency, second.Agency, StringComparison.OrdinalIgnoreCase);

    // The fewer sentences lie side by side, the more of the report they must hold. A credit is evidence, never enough alone.
    private static double Needed(ReportAlignment alignment, Report first, Report second)
    {
        double needed = alignment.Pairs.Length switch { >= 6 => 0.25, >= 4 => 0.32, 3 => 0.45, _ => 0.6 };
        return SameAgency(first, second) ? needed * 0.7 : first.Agency is null || second.Agency is null ? needed : needed * 1.2;
    }
}
