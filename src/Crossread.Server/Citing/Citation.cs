// Words of a report as others cite them: plain text, BibTeX, and the template of Wikipedia.
using System.Text;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Pages;

namespace Crossread.Server.Citing;

/// <summary>A citation in the forms that people paste elsewhere.</summary>
/// <param name="Link">The permalink, with its host.</param>
/// <param name="Text">As a sentence.</param>
/// <param name="BibTeX">As a BibTeX entry (<c>@misc</c>, with biblatex's <c>date</c>).</param>
/// <param name="Wikipedia">As Wikipedia's <c>cite news</c>.</param>
public sealed record Citation(string Link, string Text, string BibTeX, string Wikipedia)
{
    private const int LongestQuote = 600;

    /// <summary>Cites words of a report, or the report if no words are given.</summary>
    /// <param name="report">The report.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="words">The words, or null.</param>
    /// <param name="link">The permalink, with its host.</param>
    public static Citation Of(Report report, Publication published, string? words, string link)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(link);
        string? quote = words is null ? null : Short(OneLine(words));
        string title = OneLine(report.Title is { Length: > 0 } named ? named : report.File);
        return new Citation(link, AsText(report, published, title, quote, link), AsBibTeX(report, published, title, quote, link), AsTemplate(report, published, title, quote));
    }

    private static string AsText(Report report, Publication published, string title, string? quote, string link)
    {
        List<string> parts = [.. report.Authors.Select(OneLine)];
        StringBuilder made = new();
        if (quote is not null)
            made.Append('“').Append(quote).Append("” ");
        if (parts.Count > 0)
            made.Append(string.Join(", ", parts)).Append(": ");
        made.Append('“').Append(title).Append('”');
        foreach (string? part in new[] { report.Outlet, DateWords.Of(published.Edtf), report.Url, link })
        {
            if (part is { Length: > 0 })
                made.Append(", ").Append(OneLine(part));
        }
        return made.Append('.').ToString();
    }

    private static string AsBibTeX(Report report, Publication published, string title, string? quote, string link)
    {
        string? day = Day(published);
        StringBuilder made = new("@misc{crossread-" + report.Sha256[..12] + ",\n");
        Field(made, "author", report.Authors.IsEmpty ? null : string.Join(" and ", report.Authors.Select(a => "{" + Tex(a) + "}")));
        Field(made, "title", "{" + Tex(title) + "}");
        Field(made, "howpublished", report.Outlet is { } outlet ? Tex(outlet) : null);
        Field(made, "date", day);
        Field(made, "year", day?[..4]);
        Field(made, "url", report.Url is { } url ? TexUrl(url) : null);
        Field(made, "note", (quote is null ? "" : "``" + Tex(quote) + "''; ") + "SHA-256 " + report.Sha256 + "; " + TexUrl(link));
        return made.Append('}').ToString();
    }

    private static string AsTemplate(Report report, Publication published, string title, string? quote)
    {
        StringBuilder made = new("{{cite news");
        for (int i = 0; i < report.Authors.Length; i++)
            Parameter(made, report.Authors.Length == 1 ? "author" : FormattableString.Invariant($"author{i + 1}"), report.Authors[i]);
        Parameter(made, "title", title);
        Parameter(made, "work", report.Outlet);
        Parameter(made, "agency", report.Agency);
        Parameter(made, "date", Day(published));
        Parameter(made, "url", report.Url);
        Parameter(made, "language", report.Language is "en" or "und" ? null : report.Language);
        Parameter(made, "quote", quote);
        return made.Append("}}").ToString();
    }

    // A date that is several days or unsure is left out: a citation has one or none.
    private static string? Day(Publication published) =>
        published.Basis != PublicationBasis.Unknown && DateWords.First(published.Edtf) is { } first && first == DateWords.Last(published.Edtf)
            ? first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static void Field(StringBuilder made, string name, string? value)
    {
        if (value is { Length: > 0 })
            made.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
    }

    private static void Parameter(StringBuilder made, string name, string? value)
    {
        if (value is { Length: > 0 })
            made.Append(" |").Append(name).Append('=').Append(Wiki(OneLine(value)));
    }

    private static string Wiki(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "{{!}}", StringComparison.Ordinal)
        .Replace("[", "&#91;", StringComparison.Ordinal).Replace("]", "&#93;", StringComparison.Ordinal)
        .Replace("{{!}}", "\u0001", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal).Replace("}", "&#125;", StringComparison.Ordinal)
        .Replace("\u0001", "{{!}}", StringComparison.Ordinal).Replace("~~~", "&#126;~~", StringComparison.Ordinal);

    private static string Tex(string value)
    {
        StringBuilder made = new();
        foreach (char c in OneLine(value))
        {
            _ = c switch
            {
                '\\' => made.Append("\\textbackslash{}"),
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => made.Append('\\').Append(c),
                '~' => made.Append("\\textasciitilde{}"),
                '^' => made.Append("\\textasciicircum{}"),
                _ => made.Append(c),
            };
        }
        return made.ToString();
    }

    private static string TexUrl(string url) => string.Concat(OneLine(url).Where(c => c is not ('{' or '}' or '\\' or ' ')));

    private static string OneLine(string text) => VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Short(string words)
    {
        if (words.Length <= LongestQuote)
            return words;
        int space = words.LastIndexOf(' ', LongestQuote);
        return words[..(space > 0 ? space : LongestQuote)] + " …";
    }
}
