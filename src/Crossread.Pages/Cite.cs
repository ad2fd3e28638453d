// A link from a line of the page to words of a report.
namespace Crossread.Pages;

/// <summary>A link to a report or to words of it. As text it is its own markup.</summary>
/// <param name="Report">The report.</param>
/// <param name="Href">Where it leads on the page.</param>
/// <param name="Short">True to show the report's number alone.</param>
public readonly record struct Cite(ReportView Report, string Href, bool Short = false)
{
    /// <summary>A link to the report itself.</summary>
    public static Cite To(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Cite(report, "#" + report.Id);
    }

    /// <summary>The link as markup, encoded.</summary>
    public override string ToString() => Short
        ? FormattableString.Invariant($"<a class=\"cite\" href=\"{Href}\" title=\"{Html.Text(Report.Label + ": " + Report.Title)}\"><b>{Report.Number}</b></a>")
        : FormattableString.Invariant($"<a class=\"cite\" href=\"{Href}\" title=\"{Html.Text(Report.Title)}\"><b>{Report.Number}</b>\u00A0{Html.Bdi(Report.Label)}</a>");
}
