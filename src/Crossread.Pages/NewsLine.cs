// What is new since a day, line by line, for page and terminal.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>One thing that is new.</summary>
/// <param name="Kind">What it is, in words (<c>now disputed</c>, <c>new figure</c>).</param>
/// <param name="Words">The thing, in the words of the page.</param>
/// <param name="Href">Where it stands on the page, or null.</param>
/// <param name="Cites">The reports that brought it.</param>
public sealed record NewsLine(string Kind, string Words, string? Href, ImmutableArray<Cite> Cites)
{
    private const int MostSaid = 40;

    /// <summary>All lines: disputes first, then figures and other differences, then voices and what was said, then the reports.</summary>
    public static IEnumerable<NewsLine> All(StoryView view, StoryNews news)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(news);
        HashSet<int> fresh = [.. news.Reports];
        bool New(Cite cite) => fresh.Contains(cite.Report.Number - 1);
        foreach (ClaimNews n in news.Claims.OrderBy(n => view.Story.Claims[n.Claim].Standing == Standing.Disputed ? 0 : 1))
        {
            ClaimView claim = view.Claims[n.Claim];
            string kind = n.Before is null ? (claim.TwoSided ? "new and disputed" : claim.OnlyDenied ? "new denial" : "new claim")
                : n.Before != claim.Claim.Standing ? "now " + ClaimView.StandingOf(claim.Claim) : "again";
            string sides = string.Join(", ", n.Added.Select(a => claim.Claim.Accounts[a].Side).Distinct().Order().Select(s => new SideView(s, 0, 0, []).Name.ToLowerInvariant()));
            yield return new NewsLine(kind + (sides.Length > 0 && n.Before is not null ? ", " + sides : ""), claim.Claim.About, "#" + claim.Id, [.. claim.Sides.SelectMany(s => s.Accounts).SelectMany(a => a.Cites).Where(New).DistinctBy(c => c.Report.Number)]);
        }
        foreach (DifferenceNews n in news.Differences)
        {
            DifferenceView row = view.Differences[n.Difference];
            string values = string.Join(", ", n.Added.Select(i => row.Difference.Readings[i].Value).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal));
            string kind = row.Difference.Kind == DifferenceKind.Number ? "new figure" : n.Fresh ? "now differs" : "differs further";
            yield return new NewsLine(kind, row.Difference.About + (values.Length > 0 ? ": " + values : ""), "#" + row.Id, [.. row.Readings.SelectMany(r => r.Cites).Where(New).DistinctBy(c => c.Report.Number)]);
        }
        if (news.Voices.Length > 0)
            yield return new NewsLine("heard for the first time", string.Join(", ", news.Voices.Select(v => view.Story.Voices.Voices[v].Name)), "#people", []);
        HashSet<StatementRef> said = [.. news.Utterances.Select(u => view.Story.Utterances[u].Statements[0])];
        UtteranceView[] sayings = [.. view.Utterances.Where(u => said.Overlaps(u.Statements))];
        foreach (UtteranceView u in sayings.Take(MostSaid))
            yield return new NewsLine("said", u.Speaker + ": " + string.Concat(u.Wordings[0].Runs.Select(r => r.Text)), "#" + u.Id, [.. u.Wordings.SelectMany(w => w.Cites).DistinctBy(c => c.Report.Number)]);
        if (sayings.Length > MostSaid)
            yield return new NewsLine("said", Html.Number(sayings.Length - MostSaid) + " more statements", "#said", []);
        foreach (int r in news.Reports)
            yield return new NewsLine("report", view.Reports[r].Title, null, [Cite.To(view.Reports[r])]);
    }
}
