// A story in one line.
using System.Globalization;

using Crossread.Dates;
using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>Sums a story or a pile up in one line.</summary>
public static class StorySummary
{
    private const int MostOutlets = 8;

    /// <summary>Reports, independent origins, days, disputes; plain text.</summary>
    public static string Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.Reports.IsEmpty)
            return "no report could be read";
        if (story.Reports.Length == 1)
            return "One report" + Days(story) + ". No other stands beside it, so nothing can be held against it.";
        string line = Capital(Html.Count(story.Reports.Length, "report")) + " from " + Html.Count(story.Origins.Length, "independent origin") + Days(story);
        int disputed = story.Claims.Count(c => c.Standing == Standing.Disputed && c.Accounts.Any(a => a.Side == Side.Asserts));
        int denied = story.Claims.Count(c => c.Standing == Standing.Disputed) - disputed;
        int differ = story.Differences.Count(d => d.Verdict != DifferenceVerdict.Development), moved = story.Differences.Length - differ;
        List<string> found = [];
        if (disputed > 0)
            found.Add(Html.Count(disputed, "claim is", "claims are") + " disputed");
        if (denied > 0)
            found.Add(disputed > 0 ? Html.Count(denied) + " more denied" : Html.Count(denied, "claim is", "claims are") + " denied");
        if (differ > 0)
            found.Add(Html.Count(differ, "thing is", "things are") + " told differently");
        if (moved > 0 && differ == 0)
            found.Add(Html.Count(moved, "figure or place", "figures or places") + " moved on");
        return found.Count == 0 ? line + "." : line + ". " + Capital(string.Join(", ", found)) + ".";
    }

    /// <summary>How many stories in how many reports.</summary>
    public static string Of(StoryPile pile)
    {
        ArgumentNullException.ThrowIfNull(pile);
        return Capital(Html.Count(pile.Stories.Length, "story", "stories")) + " in " + Html.Count(pile.Stories.Sum(s => s.Reports.Length), "report");
    }

    /// <summary>The headline that names the story, else the name of its first file.</summary>
    public static string Title(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Headline is int at ? story.Reports[at].Reading.Report.Title! : story.Reports.IsEmpty ? "No report" : story.Reports[0].Reading.Report.Title ?? story.Reports[0].Reading.Report.File;
    }

    /// <summary>The outlets of a story, those of most reports first.</summary>
    public static string Outlets(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        string[] all =
        [
            .. story.Reports.Select(r => ReportView.LabelOf(r.Reading.Report)).GroupBy(o => o, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Count() > 1 ? g.Key + " (" + Html.Number(g.Count()) + ")" : g.Key),
        ];
        return string.Join(", ", all.Take(MostOutlets)) + (all.Length > MostOutlets ? " and " + Html.Number(all.Length - MostOutlets) + " more" : "");
    }

    private static string Days(Story story)
    {
        Publication[] published = [.. story.Reports.Select(r => r.Published)];
        DateOnly[] sure = [.. published.Select(p => p.Edtf).Where(e => DateWords.Days(e).Take(2).Count() == 1).Select(e => DateWords.First(e)!.Value)];
        int unknown = published.Count(p => p.Basis == PublicationBasis.Unknown), unsure = published.Length - unknown - sure.Length;
        if (published.Length == 1 && unknown == 0)
            return ", " + DateWords.Of(published[0].Edtf);
        if (sure.Length == 0)
            return ", of unknown date";
        string edtf = Iso(sure.Min()) + (sure.Min() == sure.Max() ? "" : "/" + Iso(sure.Max()));
        List<string> rest = [];
        if (unsure > 0)
            rest.Add(Html.Count(unsure) + " of them on one of several days");
        if (unknown > 0)
            rest.Add(Html.Count(unknown) + " of unknown date");
        return ", " + DateWords.Of(edtf) + (rest.Count > 0 ? " (" + string.Join(", ", rest) + ")" : "");
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
