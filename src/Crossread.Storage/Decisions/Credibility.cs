// How far the reports bear a claim out, as a digit that Crossread proposes.
using System.Globalization;

using Crossread.Stories;

namespace Crossread.Storage.Decisions;

/// <summary>
/// The digit of the Admiralty system (NATO AJP-2.1) that the reports alone suggest for a claim; people give the letter. It counts origins, never
/// reports, and says nothing on the truth.
/// </summary>
/// <param name="Digit">1 confirmed, 2 probable, 3 possible, 4 doubtful, 5 improbable, 6 cannot be judged.</param>
/// <param name="Because">Why, in words.</param>
public sealed record Credibility(int Digit, string Because)
{
    /// <summary>The digit that the claim's accounts suggest; 1 only if two or more independent origins assert it and none takes another side.</summary>
    public static Credibility Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        int asserts = Origins(claim, Side.Asserts), denies = Origins(claim, Side.Denies);
        int doubts = claim.Accounts.Where(a => a.Side is Side.Questions or Side.Conditions).Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count();
        if (claim.Standing == Standing.Superseded)
            return new(5, "a later account replaces it");
        if (denies == 0 && asserts >= 2)
        {
            return doubts == 0 ? new(1, Invariant($"{asserts} independent origins assert it and none denies it"))
                : new(2, Invariant($"{asserts} independent origins assert it, none denies it, {doubts} with a question or a condition"));
        }
        if (asserts + denies < 2)
            return new(6, denies == 1 ? "one origin alone denies it, and none asserts it" : "it rests on one origin");
        string count = asserts == 0 ? Invariant($"denied by {denies} independent origins, asserted by none") : Invariant($"asserted by {asserts}, denied by {denies} independent origins");
        return new(asserts > denies ? 3 : asserts == denies ? 4 : 5, count);
    }

    private static int Origins(Claim claim, Side side) => claim.Accounts.Where(a => a.Side == side).Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
