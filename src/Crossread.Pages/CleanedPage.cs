// The page of crossread clean --html: each source's text with what was removed greyed and its reason beside it.
using System.Security.Cryptography;
using System.Text;

using Crossread.Cleaning;

namespace Crossread.Pages;

/// <summary>
/// Writes one HTML page that shows what cleaning did to each document: what stays in the order of the source, what went in grey with its reason,
/// what the document states about itself and what was chosen. Report by report, so that an archive needs no more memory than a page. Without
/// scripts and outside resources; the same reports give the same bytes.
/// </summary>
/// <param name="writer">Where to.</param>
public sealed class CleanedPage(TextWriter writer)
{
    // A longer removed stretch is folded away behind its first words.
    private const int _longestOpen = 700, _shownOfFolded = 160;

    private static readonly Lazy<string> _style = new(Style);

    private static readonly string[] _kinds = ["title", "author", "outlet", "agency", "published", "modified", "section", "url"];

    /// <summary>Writes the page's head.</summary>
    public void Begin()
    {
        string policy = "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_style.Value))) + "'; base-uri 'none'; form-action 'none'";
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>What was kept and what was removed</title>
            <style>{_style.Value}</style>
            </head>
            <body>
            <main>
            <h1>What was kept and what was removed</h1>
            <p class="sum">Each source in its own order. Grey parts were removed; the reason stands beside them.</p>

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>Writes one report.</summary>
    public void Add(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<(int Source, string Kind, string Text, string? Reason)> parts = [];
        foreach (Passage passage in report.Passages)
            parts.Add((report.Map.ToSource(passage.Span).Start, passage.Kind.ToString().ToLowerInvariant(), passage.Span.Cut(report.Text), null));
        foreach (Removed removed in report.Removed)
            parts.Add((removed.Source.Start, "gone", removed.Text, removed.Reason));
        int gone = report.Removed.Sum(r => r.Text.Length), all = gone + report.Text.Length;
        writer.Write("<article>\n<h2>" + Html.Bdi(report.Title ?? report.File) + "</h2>\n");
        writer.Write($"<p class=\"file\">{Html.Bdi(report.File)} · {Html.Text(report.Language)} · {Html.Text(report.Encoding)} · {Html.Number(report.Text.Length)} characters kept, {Html.Number(gone)} removed{(all == 0 ? "" : $" ({Html.Number((int)Math.Round(100.0 * gone / all))}%)")}</p>\n");
        WriteStated(report);
        foreach ((int _, string kind, string text, string? reason) in parts.OrderBy(p => p.Source))
            WritePart(kind, text, reason);
        writer.Write("</article>\n");
    }

    /// <summary>Writes the page's end.</summary>
    public void End() => writer.Write("</main>\n</body>\n</html>\n");

    private void WritePart(string kind, string text, string? reason)
    {
        writer.Write($"<div class=\"part {kind}\">");
        string words = string.Join('\n', text.Split('\n').Select(Html.Bdi));
        if (reason is not null && text.Length > _longestOpen)
            writer.Write($"<details><summary>{Html.Bdi(Start(text))} …</summary><p>{words}</p></details>");
        else
            writer.Write($"<p>{words}</p>");
        string why = reason ?? (kind is "paragraph" or "title" or "heading" or "listitem" or "tablerow" ? "" : kind);
        writer.Write(why.Length == 0 ? "</div>\n" : $"<div class=\"why\">{Html.Text(why)}</div></div>\n");
    }

    private static string Start(string text)
    {
        int end = text.LastIndexOf(' ', _shownOfFolded);
        return (end > 0 ? text[..end] : text[.._shownOfFolded]).ReplaceLineEndings(" ");
    }

    // What was chosen, and what else the document states.
    private void WriteStated(Report report)
    {
        writer.Write("<dl>\n");
        foreach (string kind in _kinds)
        {
            string? chosen = kind switch
            {
                "title" => report.Title,
                "author" => report.Authors.IsEmpty ? null : string.Join(", ", report.Authors),
                "outlet" => report.Outlet,
                "agency" => report.Agency,
                "published" => report.Published?.Edtf,
                "modified" => report.Modified?.Edtf,
                "section" => report.Section,
                _ => report.Url,
            };
            StatedFact[] stated = [.. report.Stated.Where(s => s.Kind == kind)];
            if (chosen is null && stated.Length == 0)
                continue;
            string? because = kind == "published" ? report.Published?.Because : kind == "modified" ? report.Modified?.Because : stated.FirstOrDefault(s => s.Value == chosen)?.Because;
            writer.Write($"<dt>{kind}</dt><dd>{(chosen is null ? "not chosen" : Html.Bdi(chosen))}{(because is null ? "" : $" <small>{Html.Text(because)}</small>")}</dd>\n");
            foreach (StatedFact other in stated.Where(s => s.Value != chosen && !(kind == "author" && report.Authors.Contains(s.Value))).DistinctBy(s => (s.Value, s.Because)).Take(12))
                writer.Write($"<dt></dt><dd class=\"other\">also stated: {Html.Bdi(other.Value)} <small>{Html.Text(other.Because)}</small></dd>\n");
        }
        writer.Write("</dl>\n");
    }

    private static string Style()
    {
        using Stream stream = typeof(CleanedPage).Assembly.GetManifestResourceStream("Assets.cleaned.css")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
