// One side of a claim.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>One side of a claim.</summary>
/// <param name="Side">The side.</param>
/// <param name="Origins">Independent origins on it.</param>
/// <param name="Reports">Reports on it.</param>
/// <param name="Accounts">Its accounts; those of one holder in one origin stand together.</param>
public sealed record SideView(Side Side, int Origins, int Reports, ImmutableArray<AccountView> Accounts)
{
    /// <summary>The side in a word.</summary>
    public string Name => Side switch
    {
        Side.Asserts => "Asserted",
        Side.Denies => "Denied",
        Side.Questions => "Questioned",
        _ => "With a condition",
    };

    /// <summary>How many origins and reports, in words.</summary>
    public Varied Weight { get; init; }

    /// <summary>The positions of the slider at which somebody stands on it.</summary>
    public StepSet On { get; init; }

    internal static string WeightOf((int Origins, int Reports) count) =>
        Html.Count(count.Origins, "independent origin") + (count.Reports == count.Origins ? "" : ", " + Html.Count(count.Reports, "report"));
}
