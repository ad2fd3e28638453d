// Who shares what with whom: each report a bar, each shared passage a ribbon.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages.Figures;

/// <summary>Draws the reports of one origin as bars as long as their texts, and ribbons between passages that come from one text.</summary>
public static class OriginFigure
{
    private const int BarTop = 20, BarHeight = 11, RowHeight = 62, MostRibbons = 400;

    /// <summary>The picture as SVG.</summary>
    /// <param name="view">The story.</param>
    /// <param name="reports">The reports, in the order of the bars.</param>
    /// <param name="passages">The shared passages; empty for reports that stand alone.</param>
    public static string Draw(StoryView view, ImmutableArray<ReportView> reports, ImmutableArray<SharedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(view);
        int longest = Math.Max(1, view.Reports.Max(r => r.Text.Length));
        int row = passages.IsEmpty ? 42 : RowHeight;
        int height = ((reports.Length - 1) * row) + BarTop + BarHeight + 4;
        StringBuilder made = new();
        made.Append(CultureInfo.InvariantCulture, $"<svg class=\"figure\" width=\"100%\" height=\"{height}\" role=\"group\" aria-label=\"{Html.Text(Label(reports, passages))}\">\n");
        made.Append(CultureInfo.InvariantCulture, $"<svg width=\"100%\" height=\"{height}\" viewBox=\"0 0 1000 {height}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        Dictionary<string, int> rowOf = reports.Select((r, i) => (r.Report.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        for (int i = 0; i < reports.Length; i++)
            made.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\"{reports[i].On.Attributes} x=\"0\" y=\"{(i * row) + BarTop}\" width=\"{Scale(reports[i].Text.Length, longest)}\" height=\"{BarHeight}\"/>");
        foreach (SharedPassage passage in passages.Take(MostRibbons))
        {
            if (rowOf.TryGetValue(passage.Passage.Report, out int a) && rowOf.TryGetValue(passage.Like.Report, out int b) && a != b)
                Ribbon(made, reports, a < b ? (a, passage.Passage.Span) : (b, passage.Like.Span), a < b ? (b, passage.Like.Span) : (a, passage.Passage.Span), row, longest);
        }
        made.Append("</svg>\n");
        for (int i = 0; i < reports.Length; i++)
        {
            ReportView report = reports[i];
            string date = DateWords.Of(report.Report.Published.Edtf);
            made.Append(CultureInfo.InvariantCulture, $"<a href=\"#{report.Id}\"{report.On.Attributes}><text x=\"0\" y=\"{(i * row) + 13}\"><tspan class=\"no\">{report.Number}</tspan> {Html.Text(report.Label)}<tspan class=\"soft\">{(date.Length > 0 ? ", " + Html.Text(date) : "")}</tspan></text></a>\n");
        }
        return made.Append("</svg>").ToString();
    }

    private static void Ribbon(StringBuilder made, ImmutableArray<ReportView> reports, (int Row, TextSpan Span) upper, (int Row, TextSpan Span) lower, int row, int longest)
    {
        TextSpan u = reports[upper.Row].Clamp(upper.Span), l = reports[lower.Row].Clamp(lower.Span);
        string u1 = Scale(u.Start, longest), u2 = Scale(u.End, longest), l1 = Scale(l.Start, longest), l2 = Scale(l.End, longest);
        int y1 = (upper.Row * row) + BarTop, y2 = (lower.Row * row) + BarTop;
        int bottom = y1 + BarHeight, middle = (bottom + y2) / 2;
        string far = lower.Row - upper.Row > 1 ? " far" : "", on = (reports[upper.Row].On & reports[lower.Row].On).Attributes;
        made.Append(CultureInfo.InvariantCulture, $"<path class=\"shared{far}\"{on} d=\"M{u1} {bottom}C{u1} {middle} {l1} {middle} {l1} {y2}L{l2} {y2}C{l2} {middle} {u2} {middle} {u2} {bottom}Z\"/>");
        made.Append(CultureInfo.InvariantCulture, $"<path class=\"block\"{on} d=\"M{u1} {y1}H{u2}V{bottom}H{u1}ZM{l1} {y2}H{l2}V{y2 + BarHeight}H{l1}Z\"/>");
    }

    private static string Scale(int offset, int longest) => (offset * 1000.0 / longest).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Label(ImmutableArray<ReportView> reports, ImmutableArray<SharedPassage> passages) =>
        string.Join(", ", reports.Select(r => FormattableString.Invariant($"{r.Number} {r.Label}"))) +
        (passages.IsEmpty ? ": each stands alone" : ": " + Html.Count(passages.Length, "shared passage"));
}
