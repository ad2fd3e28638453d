// What one holder says on a claim, as one origin tells it.
using System.Collections.Immutable;

using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>What one holder says on a claim, as one origin tells it.</summary>
/// <param name="Id">Id of the line.</param>
/// <param name="Words">The words that most of the reports have, else those of the first.</param>
/// <param name="Holder">Who holds it, or null for the report's own voice.</param>
/// <param name="When">When it was said, in words, or empty.</param>
/// <param name="Scope">What part of the claim it is about, or null.</param>
/// <param name="Cites">Links to the words in each report.</param>
public sealed record AccountView(string Id, string Words, string? Holder, string When, string? Scope, ImmutableArray<Cite> Cites)
{
    /// <summary>The positions of the slider at which it is there.</summary>
    public StepSet On { get; init; }

    internal static AccountView Of(StoryView view, ImmutableArray<Account> accounts, Dictionary<(Evidence, Side), StepSet> on, BackLink back)
    {
        Account first = accounts.GroupBy(a => view.Quoted(a.Evidence), StringComparer.Ordinal).MaxBy(g => g.Count())!.First();
        string holder = ClaimView.Holder(view, first);
        StepSet On(Evidence evidence) => on.GetValueOrDefault((evidence, first.Side), StepSet.None(view.Past.Count));
        return new AccountView(
            back.Id, view.Quoted(first.Evidence), holder.Length > 0 ? holder : null, view.Date(first.When), first.Scope,
            [
                .. accounts.Select(a => a.Evidence).Distinct()
                    .Select(e => (back.Sign.Length > 0 ? view.Cite(e, back) : view.Cite(e)) is { } cite ? cite with { On = On(e) } : (Cite?)null).OfType<Cite>().OrderBy(c => c.Report.Number),
            ])
        {
            On = accounts.Aggregate(StepSet.None(view.Past.Count), (set, a) => set | On(a.Evidence)),
        };
    }
}
