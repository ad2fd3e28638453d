// The story in one line.
using System.Globalization;

using Crossread.Dates;
using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>Sums a story up in one line: reports, independent origins, days, disputes.</summary>
public static class StorySummary
{
    /// <summary>The line, plain text.</summary>
    public static string Of(StoryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Reports.IsEmpty)
            return "no report could be read";
        string line = Capital(Html.Count(view.Reports.Length, "report")) + " from " + Html.Count(view.Story.Origins.Length, "independent origin");
        line += Days(view);
        int disputed = view.Claims.Count(c => c.TwoSided), denied = view.Claims.Count(c => c.OnlyDenied);
        int conflicts = view.Differences.Count(d => d.Difference.Verdict != DifferenceVerdict.Development);
        List<string> found = [];
        if (disputed > 0)
            found.Add(Html.Count(disputed, "claim is", "claims are") + " disputed");
        if (denied > 0)
            found.Add(disputed > 0 ? Html.Count(denied) + " more denied" : Html.Count(denied, "claim is", "claims are") + " denied");
        if (conflicts > 0)
            found.Add(Html.Count(conflicts, "thing is", "things are") + " told differently");
        return found.Count == 0 ? line + "." : line + ". " + Capital(string.Join(", ", found)) + ".";
    }

    private static string Days(StoryView view)
    {
        DateOnly[] sure = [.. view.Reports.Select(r => r.Report.Published.Edtf).Where(e => DateWords.Days(e).Take(2).Count() == 1).Select(e => DateWords.First(e)!.Value)];
        int unsure = view.Reports.Count(r => r.Report.Published.Basis != PublicationBasis.Unknown) - sure.Length;
        int unknown = view.Reports.Count(r => r.Report.Published.Basis == PublicationBasis.Unknown);
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
