// A report's clean text as markup, with anchors on its words and the ways back.
using System.Text;

using Crossread.Cleaning;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>Writes a report's text as HTML. Spans that nest become nested elements; spans that cross are split.</summary>
public static class ReportMarkup
{
    /// <summary>The headline, encoded, with its anchors; the report's title where the text has no headline of its own.</summary>
    public static string Title(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (TitleBlock(report) is not { } block)
            return Html.Text(report.Title);
        StringBuilder made = new();
        List<Anchor> anchors = Kept(report.Anchors);
        int next = anchors.FindIndex(a => a.Span.Start >= block.Span.Start);
        Block(made, report, block.Span, anchors, ref next, []);
        return made.ToString();
    }

    /// <summary>The blocks of the text but for the headline, encoded, with an element for each anchor.</summary>
    public static string Of(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder made = new(report.Text.Length * 2);
        List<Anchor> anchors = Kept(report.Anchors);
        Passage? title = TitleBlock(report);
        int next = 0;
        List<Piece> open = [];
        foreach (Passage block in Blocks(report))
        {
            if (block == title)
            {
                while (next < anchors.Count && anchors[next].Span.Start < block.Span.End)
                    next++;
                continue;
            }
            (string tag, string css) = Element(block.Kind);
            made.Append('<').Append(tag).Append(css.Length > 0 ? " class=\"" + css + "\"" : "").Append(" dir=\"auto\">");
            open = Block(made, report, block.Span, anchors, ref next, open);
            made.Append("</").Append(tag).Append(">\n");
        }
        foreach (Anchor anchor in anchors.Skip(next).Where(a => a.Use != AnchorUse.Time))
            made.Append("<span id=\"").Append(report.IdOf(anchor.Span)).Append("\"></span>");
        return made.ToString();
    }

    /// <summary>Writes the words of a block with the anchors that begin in it and those that reach into it; returns what reaches out of it.</summary>
    private static List<Piece> Block(StringBuilder made, ReportView report, TextSpan block, List<Anchor> anchors, ref int next, List<Piece> open)
    {
        PriorityQueue<Piece, (int, int, int)> queue = new();
        foreach (Piece rest in open)
            Enqueue(queue, rest with { Start = block.Start, First = false });
        for (; next >= 0 && next < anchors.Count && anchors[next].Span.Start < block.End; next++)
            Enqueue(queue, new Piece(anchors[next], Math.Max(anchors[next].Span.Start, block.Start), anchors[next].Span.End, true));
        List<Piece> left = [];
        Write(made, report, block, queue, left);
        return left;
    }

    private static Passage? TitleBlock(ReportView report)
    {
        foreach (Passage block in Blocks(report))
        {
            if (block.Kind == PassageKind.Title && string.Equals(block.Span.Cut(report.Text).Trim(), report.Title.Trim(), StringComparison.Ordinal))
                return block;
        }
        return null;
    }

    private static void Enqueue(PriorityQueue<Piece, (int, int, int)> queue, Piece piece) =>
        queue.Enqueue(piece, (piece.Start, -piece.End, piece.Anchor.Span.Start));

    private static void Write(
        StringBuilder made, ReportView report, TextSpan block, PriorityQueue<Piece, (int, int, int)> queue, List<Piece> left)
    {
        Stack<Piece> stack = new();
        int at = block.Start;
        while (queue.Count > 0 || stack.Count > 0)
        {
            if (stack.Count > 0 && (queue.Count == 0 || stack.Peek().End <= queue.Peek().Start))
            {
                Piece done = stack.Pop();
                at = Text(made, report.Text, at, done.End);
                Close(made, done);
                continue;
            }
            Piece piece = queue.Dequeue();
            int border = stack.Count > 0 ? stack.Peek().End : block.End;
            if (piece.End > border)
            {
                Piece rest = piece with { Start = border, First = false };
                if (border == block.End)
                    left.Add(rest);
                else
                    Enqueue(queue, rest);
                piece = piece with { End = border };
            }
            if (piece.Start >= piece.End && !piece.First)
                continue;
            at = Text(made, report.Text, at, piece.Start);
            Open(made, report, piece);
            stack.Push(piece);
        }
        Text(made, report.Text, at, block.End);
    }

    private static int Text(StringBuilder made, string text, int from, int to)
    {
        if (to > from)
            Html.Append(made, VisibleText.Of(text[from..to]));
        return Math.Max(from, to);
    }

    private static void Open(StringBuilder made, ReportView report, Piece piece)
    {
        Anchor anchor = piece.Anchor;
        bool link = anchor.Use == AnchorUse.Name && anchor.Back.Count > 0;
        made.Append(link ? "<a class=\"name\"" : anchor.Use == AnchorUse.Time ? "<span class=\"time\"" : anchor.IsCited ? "<span class=\"words cited\"" : "<span class=\"words\"");
        if (piece.First && anchor.Use != AnchorUse.Time)
            made.Append(" id=\"").Append(report.IdOf(anchor.Span)).Append('"');
        if (link)
            made.Append(" href=\"#").Append(anchor.Back[0].Id).Append('"');
        if (anchor.Note is { } note)
            made.Append(" title=\"").Append(Html.Text(note)).Append('"');
        made.Append('>');
    }

    private static void Close(StringBuilder made, Piece piece)
    {
        Anchor anchor = piece.Anchor;
        if (anchor.Use == AnchorUse.Name && anchor.Back.Count > 0)
        {
            made.Append("</a>");
            return;
        }
        made.Append("</span>");
        if (piece.End < anchor.Span.End || anchor.Back.Count == 0)
            return;
        made.Append("<sup class=\"back\">");
        foreach (BackLink back in anchor.Back)
            made.Append("<a href=\"#").Append(back.Id).Append("\" title=\"").Append(Html.Text(back.Title)).Append("\">").Append(back.Sign).Append("</a>");
        made.Append("</sup>");
    }

    /// <summary>All anchors but names that stand across other words: a link inside a link is no HTML.</summary>
    private static List<Anchor> Kept(IEnumerable<Anchor> anchors)
    {
        List<Anchor> all = [.. anchors];
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Use == AnchorUse.Name && Crossed(all, i))
                all[i].Use = AnchorUse.Words;
        }
        return all;
    }

    private static bool Crossed(List<Anchor> all, int at)
    {
        TextSpan span = all[at].Span;
        for (int i = at - 1; i >= 0 && i >= at - 50; i--)
        {
            if (all[i].Span.Overlaps(span) && !all[i].Span.Contains(span))
                return true;
        }
        return at + 1 < all.Count && all[at + 1].Span.Overlaps(span);
    }

    /// <summary>The passages, with every stretch between them that holds letters.</summary>
    private static IEnumerable<Passage> Blocks(ReportView report)
    {
        int at = 0;
        foreach (Passage passage in report.Report.Reading.Report.Passages)
        {
            TextSpan span = report.Clamp(passage.Span);
            if (span.Start < at)
                continue;
            foreach (Passage line in Lines(report.Text, at, span.Start))
                yield return line;
            yield return passage with { Span = span };
            at = span.End;
        }
        foreach (Passage line in Lines(report.Text, at, report.Text.Length))
            yield return line;
    }

    private static IEnumerable<Passage> Lines(string text, int from, int to)
    {
        while (from < to)
        {
            int end = text.IndexOf('\n', from, to - from);
            if (end < 0)
                end = to;
            if (!text.AsSpan(from, end - from).IsWhiteSpace())
                yield return new Passage(new TextSpan(from, end), PassageKind.Paragraph);
            from = end + 1;
        }
    }

    private static (string Tag, string Css) Element(PassageKind kind) => kind switch
    {
        PassageKind.Title => ("p", "title"),
        PassageKind.Standfirst => ("p", "standfirst"),
        PassageKind.Heading => ("h4", ""),
        PassageKind.ListItem => ("p", "item"),
        PassageKind.Quotation => ("blockquote", ""),
        PassageKind.Caption => ("p", "caption"),
        PassageKind.TableRow => ("p", "row"),
        PassageKind.Byline => ("p", "byline"),
        PassageKind.Note => ("p", "note"),
        _ => ("p", ""),
    };

    private readonly record struct Piece(Anchor Anchor, int Start, int End, bool First);
}
