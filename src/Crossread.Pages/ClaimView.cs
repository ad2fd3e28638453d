// A claim as a card: its sides, who stands on each, in whose words.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>A claim on the page.</summary>
/// <param name="Id">Id of its card.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Sides">Its sides: denied, asserted, then the others; empty ones are left out.</param>
public sealed record ClaimView(string Id, Claim Claim, ImmutableArray<SideView> Sides)
{
    /// <summary>True if it is disputed and somebody here asserts it.</summary>
    public bool TwoSided => Claim.Standing == Stories.Standing.Disputed && Claim.Accounts.Any(a => a.Side == Side.Asserts);

    /// <summary>True if it is denied or questioned, and nobody here asserts it.</summary>
    public bool OnlyDenied => Claim.Standing == Stories.Standing.Disputed && !TwoSided;

    /// <summary>How the accounts stand to each other, in words.</summary>
    public string Standing => Claim.Standing switch
    {
        Stories.Standing.Disputed when !Claim.Accounts.Any(a => a.Side == Side.Asserts) => "denied; no report here asserts it",
        Stories.Standing.Disputed => "disputed",
        Stories.Standing.Agreed => "told by independent origins, denied by none",
        Stories.Standing.Superseded => "replaced by a later account",
        _ => "told by one origin alone",
    };

    internal static ImmutableArray<ClaimView> All(StoryView view) => [.. view.Story.Claims.Select((c, i) => Of(view, c, i + 1))];

    private static ClaimView Of(StoryView view, Claim claim, int number)
    {
        string id = FormattableString.Invariant($"c{number}");
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
                    AccountView.Of(view, [.. group], new BackLink(FormattableString.Invariant($"{id}-{++line}"), "C" + id[1..], "claim: " + claim.About))),
            ];
            int origins = accounts.Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count();
            int reports = accounts.Select(a => a.Evidence.Report).Distinct(StringComparer.Ordinal).Count();
            sides.Add(new SideView(side, origins, reports, lines));
        }
        return new ClaimView(id, claim, sides.ToImmutable());
    }

    internal static string Holder(StoryView view, Account account) =>
        view.NameOf(account.Holder) ?? (account.HolderWords is { } words ? view.Words(words) : "");
}

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
    public string Weight => Html.Count(Origins, "independent origin") + (Reports == Origins ? "" : ", " + Html.Count(Reports, "report"));
}

/// <summary>What one holder says on a claim, as one origin tells it.</summary>
/// <param name="Id">Id of the line.</param>
/// <param name="Words">The words that most of the reports have, else those of the first.</param>
/// <param name="Holder">Who holds it, or null for the report's own voice.</param>
/// <param name="When">When it was said, in words, or empty.</param>
/// <param name="Scope">What part of the claim it is about, or null.</param>
/// <param name="Cites">Links to the words in each report.</param>
public sealed record AccountView(string Id, string Words, string? Holder, string When, string? Scope, ImmutableArray<Cite> Cites)
{
    internal static AccountView Of(StoryView view, ImmutableArray<Account> accounts, BackLink back)
    {
        Account first = accounts.GroupBy(a => view.Quoted(a.Evidence), StringComparer.Ordinal).MaxBy(g => g.Count())!.First();
        string holder = ClaimView.Holder(view, first);
        return new AccountView(
            back.Id, view.Quoted(first.Evidence), holder.Length > 0 ? holder : null, view.Date(first.When), first.Scope,
            [.. accounts.Select(a => a.Evidence).Distinct().Select(e => view.Cite(e, back)).OfType<Cite>().OrderBy(c => c.Report.Number)]);
    }
}
