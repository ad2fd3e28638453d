// The hits of a search for a terminal.
using Crossread.Pages;
using Crossread.Storage.Searching;
using Crossread.Text;

namespace Crossread.Cli.Terminal;

/// <summary>The hits of a search for a terminal: where it stands, who says it, the words in their context.</summary>
internal static class SearchText
{
    /// <summary>Writes what was found.</summary>
    public static void Write(SearchResult result, TextLayout text)
    {
        if (!result.Names.IsEmpty)
        {
            text.Line("Names", Tone.Strong);
            foreach (HeldName name in result.Names)
                text.Row((name.Form, -1, Tone.Plain), (name.Kind.ToString().ToLowerInvariant(), 12, Tone.Soft), (Counted.Of(name.Reports, "report"), 13, Tone.Plain), (Counted.Of(name.Statements, "statement"), 15, Tone.Plain));
            text.Line("");
        }
        foreach (SearchHit hit in result.Hits)
        {
            string outlet = hit.Report.Outlet ?? Path.GetFileName(hit.Report.File), day = hit.Report.Published is { Length: >= 10 } edtf ? edtf[..10] : "no stated day";
            text.Row((hit.Report.Id, 11, Tone.Soft), (outlet, 24, Tone.Plain), (day, 13, Tone.Plain), (hit.Report.Title ?? "(no headline)", -1, Tone.Strong));
            string said = hit.Statement is { } s ? $"{s.Speaker ?? "unnamed"} {s.Stance.ToString().ToLowerInvariant()}: " : "";
            text.Wrapped(said + Marked(hit), 2);
        }
        if (result.More)
            text.Line("there are more; --limit shows them", Tone.Soft);
        if (result.Hits.IsEmpty && result.Names.IsEmpty)
            text.Line("nothing found");
    }

    // The words that were found stand in brackets: they must be seen without colour, too.
    private static string Marked(SearchHit hit)
    {
        System.Text.StringBuilder line = new(hit.Context.Start > (hit.Statement?.Span.Start ?? 0) ? "… " : "");
        int at = hit.Context.Start;
        foreach (TextSpan word in hit.Words.Where(hit.Context.Contains))
        {
            line.Append(hit.Text, at, word.Start - at).Append('[').Append(hit.Text, word.Start, word.Length).Append(']');
            at = word.End;
        }
        line.Append(hit.Text, at, hit.Context.End - at);
        if (hit.Context.End < (hit.Statement?.Span.End ?? hit.Text.Length))
            line.Append(" …");
        return VisibleText.Of(line.ToString());
    }
}
