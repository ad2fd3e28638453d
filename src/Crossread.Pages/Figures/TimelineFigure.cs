// The timeline as a picture: a row a report, a column a day.
using System.Globalization;
using System.Text;

using Crossread.Dates;

namespace Crossread.Pages.Figures;

/// <summary>
/// Draws which report tells of which day, and when each was published. Widths are percentages, so that the writing keeps its size
/// on a phone.
/// </summary>
public sealed class TimelineFigure
{
    /// <summary>Reports that get a row each; more are drawn as a bar a day.</summary>
    public const int MostRows = 40;

    private const int BarsHeight = 110;
    private const double Left = 27, Right = 99;
    private const int Top = 38, RowHeight = 26, MostDaysBefore = 10, MostDaysAfter = 14, LongestSpan = 20;
    private readonly StoryView _view;
    private readonly DateOnly _first, _last;

    private TimelineFigure(StoryView view, DateOnly first, DateOnly last) => (_view, _first, _last) = (view, first, last);

    /// <summary>The picture as SVG, or null if too little is dated to draw one.</summary>
    public static string? Draw(StoryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        DateOnly[] published = [.. view.Reports.SelectMany(r => DateWords.Days(r.Report.Published.Edtf))];
        DateOnly[] told = [.. view.Timeline.SelectMany(t => Ends(t.Entry.Edtf))];
        DateOnly[] core = published.Length > 0 ? published : told;
        if (core.Length == 0)
            return null;
        int from = Math.Max(core.Min().DayNumber - MostDaysBefore, DateOnly.MinValue.DayNumber);
        int to = Math.Min(core.Max().DayNumber + MostDaysAfter, DateOnly.MaxValue.DayNumber);
        DateOnly[] shown = [.. published.Concat(told).Where(d => d.DayNumber >= from && d.DayNumber <= to)];
        return shown.Length == 0 ? null : new TimelineFigure(view, shown.Min(), shown.Max()).Svg();
    }

    private static IEnumerable<DateOnly> Ends(string edtf)
    {
        if (DateWords.First(edtf) is { } a && DateWords.Last(edtf) is { } b && b.DayNumber - a.DayNumber <= LongestSpan)
            return [a, b];
        return [];
    }

    private int Total => _last.DayNumber - _first.DayNumber + 1;

    private string X(DateOnly day, double part = 0.5) =>
        Percent(Left + ((day.DayNumber - _first.DayNumber + part) / Total * (Right - Left)));

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    // Of many reports: how many were published on each day.
    private string Bars()
    {
        (DateOnly Day, int Count, StepSet On)[] days =
        [
            .. _view.Reports.SelectMany(r => DateWords.Days(r.Report.Published.Edtf).Take(1).Where(Inside).Select(day => (day, r.On))).GroupBy(p => p.day)
                .OrderBy(g => g.Key).Select(g => (g.Key, g.Count(), g.Aggregate(default(StepSet), (set, p) => set | p.On))),
        ];
        int most = Math.Max(1, days.Select(d => d.Count).DefaultIfEmpty(0).Max()), height = Top + BarsHeight;
        StringBuilder made = new();
        made.Append(CultureInfo.InvariantCulture, $"<svg class=\"figure\" width=\"100%\" height=\"{height}\" role=\"group\" aria-label=\"Reports published a day, {Html.Text(DateWords.Of(_first.ToString("O", CultureInfo.InvariantCulture)))} to {Html.Text(DateWords.Of(_last.ToString("O", CultureInfo.InvariantCulture)))}, at most {most}\">\n");
        Days(made, height);
        foreach ((DateOnly day, int count, StepSet on) in days)
        {
            int bar = Math.Max(2, count * (BarsHeight - 22) / most);
            made.Append(CultureInfo.InvariantCulture, $"<line class=\"column\"{on.Attributes} x1=\"{X(day)}\" x2=\"{X(day)}\" y1=\"{height - 4}\" y2=\"{height - 4 - bar}\"><title>{Html.Text(DateWords.Of(day.ToString("O", CultureInfo.InvariantCulture)))}: {Html.Count(count, "report")}</title></line>");
        }
        return made.Append("</svg>").ToString();
    }

    private string Svg()
    {
        if (_view.Reports.Length > MostRows)
            return Bars();
        int height = Top + (_view.Reports.Length * RowHeight) + 6;
        StringBuilder made = new();
        made.Append(CultureInfo.InvariantCulture, $"<svg class=\"figure\" width=\"100%\" height=\"{height}\" role=\"group\" aria-label=\"Which report tells of which day, {Html.Text(DateWords.Of(_first.ToString("O", CultureInfo.InvariantCulture)))} to {Html.Text(DateWords.Of(_last.ToString("O", CultureInfo.InvariantCulture)))}; the list below says the same in words\">\n");
        Days(made, height);
        for (int r = 0; r < _view.Reports.Length; r++)
            Row(made, _view.Reports[r], Top + (r * RowHeight) + (RowHeight / 2));
        return made.Append("</svg>").ToString();
    }

    private void Days(StringBuilder made, int height)
    {
        int step = Math.Max(1, (Total + 13) / 14);
        for (int i = 0; i < Total; i += step)
        {
            DateOnly day = _first.AddDays(i);
            string css = day.DayOfWeek is DayOfWeek.Sunday ? "grid sunday" : "grid";
            made.Append(CultureInfo.InvariantCulture, $"<line class=\"{css}\" x1=\"{X(day)}\" x2=\"{X(day)}\" y1=\"{Top - 6}\" y2=\"{height}\"/>");
            made.Append(CultureInfo.InvariantCulture, $"<text class=\"soft mid\" x=\"{X(day)}\" y=\"13\">{day.DayOfWeek.ToString()[..2]}</text>");
            made.Append(CultureInfo.InvariantCulture, $"<text class=\"mid\" x=\"{X(day)}\" y=\"27\">{day.Day}</text>\n");
        }
    }

    private void Row(StringBuilder made, ReportView report, int y)
    {
        made.Append("<g").Append(report.On.Attributes).Append('>');
        made.Append(CultureInfo.InvariantCulture, $"<svg x=\"0\" y=\"{y - 12}\" width=\"{Percent(Left - 2)}\" height=\"24\" role=\"presentation\"><a href=\"#{report.Id}\"><text x=\"0\" y=\"16\"><tspan class=\"no\">{report.Number}</tspan> {Html.Text(report.Label)}</text></a></svg>");
        made.Append(CultureInfo.InvariantCulture, $"<line class=\"base\" x1=\"{Percent(Left)}\" x2=\"{Percent(Right)}\" y1=\"{y}\" y2=\"{y}\"/>");
        foreach (TimelineView line in _view.Timeline.Where(t => t.Reports.Contains(report.Number)))
            Span(made, line, y);
        foreach (IGrouping<DateOnly, TimelineView> day in Plain(report).GroupBy(p => p.Day, p => p.Line).OrderBy(g => g.Key))
        {
            TimelineView[] lines = [.. day];
            string radius = (2.5 + Math.Min(lines.Length, 4)).ToString("0.#", CultureInfo.InvariantCulture);
            string title = lines[0].When + ": " + string.Join("; ", lines.Select(l => l.Entry.Label));
            made.Append(CultureInfo.InvariantCulture, $"<a href=\"#{lines[0].Id}\"><circle class=\"told\" cx=\"{X(day.Key)}\" cy=\"{y}\" r=\"{radius}\"><title>{Html.Text(title)}</title></circle></a>");
        }
        Publication publication = report.Report.Published;
        DateOnly[] days = [.. DateWords.Days(publication.Edtf).Where(Inside)];
        string doubt = publication.Basis == PublicationBasis.Stated ? "published" : "published doubt";
        foreach (DateOnly day in days)
            made.Append(CultureInfo.InvariantCulture, $"<a href=\"#{report.Id}\"><circle class=\"{doubt}\" cx=\"{X(day)}\" cy=\"{y}\" r=\"9.5\"><title>{Html.Text("Published " + DateWords.Of(publication.Edtf) + ": " + publication.Because)}</title></circle></a>");
        made.Append("</g>\n");
    }

    /// <summary>Entries of several days: a bar for a span, rings for one day of several.</summary>
    private void Span(StringBuilder made, TimelineView line, int y)
    {
        string edtf = line.Entry.Edtf;
        if (DateWords.First(edtf) is not { } from || DateWords.Last(edtf) is not { } to || from == to || to.DayNumber - from.DayNumber > LongestSpan || !Inside(from) || !Inside(to))
            return;
        string title = Html.Text(line.When + ": " + line.Entry.Label);
        if (!edtf.StartsWith('['))
        {
            made.Append(CultureInfo.InvariantCulture, $"<a href=\"#{line.Id}\"><line class=\"span\" x1=\"{X(from, 0.2)}\" x2=\"{X(to, 0.8)}\" y1=\"{y}\" y2=\"{y}\"><title>{title}</title></line></a>");
            return;
        }
        foreach (DateOnly day in DateWords.Days(edtf).Where(Inside))
            made.Append(CultureInfo.InvariantCulture, $"<a href=\"#{line.Id}\"><circle class=\"told doubt\" cx=\"{X(day)}\" cy=\"{y}\" r=\"3.5\"><title>{title}</title></circle></a>");
    }

    private IEnumerable<(DateOnly Day, TimelineView Line)> Plain(ReportView report)
    {
        foreach (TimelineView line in _view.Timeline)
        {
            DateOnly? day = DateWords.First(line.Entry.Edtf);
            if (day is { } d && day == DateWords.Last(line.Entry.Edtf) && Inside(d) && line.Reports.Contains(report.Number))
                yield return (d, line);
        }
    }

    private bool Inside(DateOnly day) => day >= _first && day <= _last;
}
