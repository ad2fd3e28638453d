// A claim as a card: its sides, who stands on each, in whose words.
using System.Collections.Immutable;

using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A claim on the page.</summary>
/// <param name="Id">Id of its card.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Sides">Its sides: asserted, denied, then the others; empty ones are left out.</param>
public sealed record ClaimView(string Id, Claim Claim, ImmutableArray<SideView> Sides)
{
    /// <summary>The positions of the slider at which it is there.</summary>
    public StepSet On { get; init; }

    /// <summary>The proposition.</summary>
    public Varied About { get; init; }

    /// <summary>How the accounts stand to each other, in words.</summary>
    public Varied Standing { get; init; }

    /// <summary>True for a line that only an earlier day has.</summary>
    public bool Former { get; init; }

    /// <summary>True if it is disputed and somebody here asserts it.</summary>
    public bool TwoSided => Claim.Standing == Stories.Standing.Disputed && Claim.Accounts.Any(a => a.Side == Side.Asserts);

    /// <summary>True if it is denied or questioned, and nobody here asserts it.</summary>
    public bool OnlyDenied => Claim.Standing == Stories.Standing.Disputed && !TwoSided;

    /// <summary>How much it is disputed: independent origins of its weaker side, then of all sides.</summary>
    public (int Weaker, int All) Heat => (
        Math.Min(Sides.Where(s => s.Side == Side.Asserts).Sum(s => s.Origins), Sides.Where(s => s.Side == Side.Denies).Sum(s => s.Origins)),
        Sides.Sum(s => s.Origins));

    /// <summary>A standing in words.</summary>
    public static string StandingOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Standing switch
        {
            Stories.Standing.Disputed when !claim.Accounts.Any(a => a.Side == Side.Asserts) => "denied; no report here asserts it",
            Stories.Standing.Disputed => "disputed",
            Stories.Standing.Agreed => $"told by {Html.Count(claim.Accounts.Where(a => a.Side == Side.Asserts).Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count(), "independent origin")}, denied by none",
            Stories.Standing.Superseded => "replaced by a later account",
            _ => "told by one origin alone",
        };
    }

    internal static ImmutableArray<ClaimView> All(StoryView view) =>
    [
        .. view.Story.Claims.Select((c, i) => Of(view, c, FormattableString.Invariant($"c{i + 1}"), at => view.Past.ClaimAt(at, i), former: false)),
        .. view.Past.FormerClaims.Select((f, i) => Of(view, f.Claim, FormattableString.Invariant($"cw{i + 1}"), at => f.On[at] ? f.Claim : null, former: true)),
    ];

    private static ClaimView Of(StoryView view, Claim claim, string id, Func<int, Claim?> at, bool former)
    {
        StoryPast past = view.Past;
        Dictionary<(Evidence, Side), StepSet> on = [];
        for (int position = 0; position < past.Count; position++)
        {
            foreach (Account account in at(position)?.Accounts ?? [])
            {
                (Evidence, Side) key = (account.Evidence, account.Side);
                on[key] = on.GetValueOrDefault(key, StepSet.None(past.Count)).With(position);
            }
        }
        int line = 0;
        ImmutableArray<SideView>.Builder sides = ImmutableArray.CreateBuilder<SideView>();
        foreach (Side side in new[] { Side.Asserts, Side.Denies, Side.Questions, Side.Conditions })
        {
            Account[] accounts = [.. claim.Accounts.Where(a => a.Side == side)];
            if (accounts.Length == 0)
                continue;
            ImmutableArray<AccountView> lines =
            [
                .. accounts.GroupBy(a => (a.Origin, Holder(view, a))).Select(group =>
                    AccountView.Of(view, [.. group], on, new BackLink(FormattableString.Invariant($"{id}-{++line}"), former ? "" : "C" + id[1..], "claim: " + claim.About))),
            ];
            (int origins, int reports) = Count(claim, side);
            sides.Add(new SideView(side, origins, reports, lines)
            {
                Weight = past.Vary(p => at(p) is { } then && then.Accounts.Any(a => a.Side == side) ? SideView.WeightOf(Count(then, side)) : null),
                On = lines.Aggregate(StepSet.None(past.Count), (set, l) => set | l.On),
            });
        }
        return new ClaimView(id, claim, sides.ToImmutable())
        {
            On = past.Where(p => at(p) is not null),
            About = past.Vary(p => at(p)?.About),
            Standing = past.Vary(p => at(p) is { } then ? StandingOf(then) : null),
            Former = former,
        };
    }

    private static (int Origins, int Reports) Count(Claim claim, Side side) => (
        claim.Accounts.Where(a => a.Side == side).Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count(),
        claim.Accounts.Where(a => a.Side == side).Select(a => a.Evidence.Report).Distinct(StringComparer.Ordinal).Count());

    internal static string Holder(StoryView view, Account account) =>
        view.NameOf(account.Holder) ?? (account.HolderWords is { } words ? view.Words(words) : "");
}
