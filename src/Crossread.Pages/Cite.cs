// A link from a line of the page to words of a report.
using System.Text;

namespace Crossread.Pages;

/// <summary>A link to a report or to words of it. As text it is its own markup.</summary>
/// <param name="Report">The report.</param>
/// <param name="Href">Where it leads on the page.</param>
/// <param name="Short">True to show the report's number alone.</param>
/// <param name="On">The positions of the slider at which it is there.</param>
public readonly record struct Cite(ReportView Report, string Href, bool Short, StepSet On)
{
    private const int MostNamed = 6, MostNumbers = 300;

    /// <summary>A link to the report itself.</summary>
    public static Cite To(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Cite(report, "#" + report.Id, false, report.On);
    }

    /// <summary>The link as markup, encoded.</summary>
    public override string ToString() => Short
        ? FormattableString.Invariant($"<a class=\"cite\" href=\"{Href}\"{On.Attributes} title=\"{Html.Text(Report.Label)}\"><b>{Report.Number}</b></a>")
        : FormattableString.Invariant($"<a class=\"cite\" href=\"{Href}\"{On.Attributes} title=\"{Html.Text(Report.Title)}\"><b>{Report.Number}</b>\u00A0{Html.Bdi(Report.Label)}</a>");

    /// <summary>A list of links: the first with their names, the others folded away by their numbers.</summary>
    public static string List(IReadOnlyList<Cite> cites)
    {
        ArgumentNullException.ThrowIfNull(cites);
        if (cites.Count <= MostNamed + 1)
            return string.Join(" ", cites);
        StringBuilder made = new(string.Join(" ", cites.Take(MostNamed)));
        made.Append(" <details class=\"more\"><summary>and ").Append(Html.Number(cites.Count - MostNamed)).Append(" more</summary>");
        foreach (Cite cite in cites.Skip(MostNamed).Take(MostNumbers))
            made.Append(System.Globalization.CultureInfo.InvariantCulture, $"<a href=\"{cite.Href}\"{cite.On.Attributes}>{cite.Report.Number}</a> ");
        if (cites.Count > MostNamed + MostNumbers)
            made.Append("and ").Append(Html.Number(cites.Count - MostNamed - MostNumbers)).Append(" more, which <code>--as json</code> lists");
        return made.Append("</details>").ToString();
    }
}
