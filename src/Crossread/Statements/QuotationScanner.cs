// Finds quotation marks that belong together.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Statements;

/// <summary>
/// Pairs quotation marks block by block: straight and curly, single and double, two apostrophes for a double mark, guillemets,
/// nested, and left open at the end of a paragraph whose quotation goes on in the next. A mark without a partner
/// is dropped, so an error never reaches past its paragraph. Time is linear in the text.
/// </summary>
public static class QuotationScanner
{
    private const int MostDepth = 8;

    private enum Mark : byte { None, Double, Single, Guillemet }

    private readonly record struct Open(Mark Mark, char Sign, int Start, int InnerStart, int Slot);

    /// <summary>All quotations in the order of their opening marks.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="blocks">Its paragraphs, in order, none overlapping.</param>
    public static ImmutableArray<Quotation> Scan(string text, ImmutableArray<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Quotation> found = [];
        Stack<Open> open = new();
        for (int b = 0; b < blocks.Length; b++)
            ScanBlock(text, blocks, b, found, open);
        return [.. found];
    }

    private static void ScanBlock(string text, ImmutableArray<TextSpan> blocks, int block, List<Quotation> found, Stack<Open> open)
    {
        TextSpan span = blocks[block];
        int firstOfBlock = found.Count;
        open.Clear();
        SingleMarks singles = default;
        for (int i = span.Start; i < span.End; i++)
        {
            char c = text[i];
            if (c is not ('"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '‚' or '\'' or '`' or '＂' or '‹' or '›'))
                continue;
            int width = 1;
            Mark mark = c is '"' or '“' or '”' or '„' or '‟' or '＂' ? Mark.Double : c is '«' or '»' or '‹' or '›' ? Mark.Guillemet : Mark.Single;
            if (c is '\'' or '`' or '’' or '‘' && i + 1 < span.End && text[i + 1] == c)
            {
                width = 2;
                mark = Mark.Double;
            }
            char before = i > span.Start ? text[i - 1] : ' ';
            char after = i + width < span.End ? text[i + width] : ' ';
            bool mayOpen = MayOpen(c, before, after), mayClose = MayClose(c, before, after);
            bool same = open.Count > 0 && Partners(open.Peek(), mark, c);
            if (mark == Mark.Single)
            {
                if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
                    continue; // an apostrophe inside a word
                if (c is '’' or '\'' && mayClose && same && !(IsPossessive(before, after, text, i) && singles.CloserFollows(text, span, i)))
                {
                    Close(found, open, i, i + width, block);
                    i += width - 1;
                    continue;
                }
                if (mayOpen && c != '’' && open.Count < MostDepth && !same && singles.CloserFollows(text, span, i))
                    Push(found, open, mark, c, i, width, block);
                i += width - 1;
                continue;
            }
            if (mayClose && !(mayOpen && !same) && Unwind(open, mark, c))
            {
                Close(found, open, i, i + width, block);
            }
            else if (mayOpen && open.Count < MostDepth)
            {
                // The same sort twice is a mark that was not closed: the earlier one is given up.
                if (same && c is not ('„' or '«'))
                    Drop(open);
                Push(found, open, mark, c, i, width, block);
            }
            i += width - 1;
        }
        LeaveOpen(text, blocks, block, found, open);
        found.RemoveAll(firstOfBlock);
    }

    private static bool MayOpen(char c, char before, char after) => c switch
    {
        '“' or '‘' or '„' or '‚' or '«' or '‹' or '`' => true,
        '”' or '’' or '»' or '›' => c is '”' && !char.IsWhiteSpace(after) && IsBorder(before) && !IsCloserPunctuation(before),
        _ => !char.IsWhiteSpace(after) && IsBorder(before),
    };

    private static bool MayClose(char c, char before, char after) => c switch
    {
        '”' or '’' or '»' or '›' => true,
        '“' => !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || IsCloserPunctuation(after)),
        '‘' or '„' or '‚' or '«' or '‹' or '`' => false,
        _ => !char.IsWhiteSpace(before) || char.IsWhiteSpace(after),
    };

    private static bool IsBorder(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '“' or '"' or '‘' or '\'' or '«' or ':' or '…';

    private static bool IsCloserPunctuation(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '—' or '–' or '-';

    // "the workers’ rights": a letter s before, a space and a small letter after.
    private static bool IsPossessive(char before, char after, string text, int i) =>
        before is 's' or 'S' or 'z' && after == ' ' && i + 2 < text.Length && char.IsLower(text[i + 2]);

    // Where single marks of a block may close or surely open; listed once, when the first one is met.
    private struct SingleMarks
    {
        private List<(int Place, bool Closes)>? _list;
        private int _at;

        // True if the next single mark behind this place that is no apostrophe may close. Places are asked for in rising order.
        public bool CloserFollows(string text, TextSpan span, int place)
        {
            _list ??= Gather(text, span);
            while (_at < _list.Count && _list[_at].Place <= place)
                _at++;
            return _at < _list.Count && _list[_at].Closes;
        }

        private static List<(int Place, bool Closes)> Gather(string text, TextSpan span)
        {
            List<(int Place, bool Closes)> list = [];
            for (int i = span.Start + 1; i < span.End; i++)
            {
                char c = text[i];
                if (c is not ('‘' or '’' or '\''))
                    continue;
                char after = i + 1 < span.End ? text[i + 1] : ' ';
                if (c == '‘')
                    list.Add((i, false));
                else if (!char.IsLetterOrDigit(after) && !char.IsWhiteSpace(text[i - 1]))
                    list.Add((i, true));
            }
            return list;
        }
    }

    private static bool Partners(Open open, Mark mark, char c) =>
        open.Mark == mark && (mark != Mark.Single || (open.Sign == '\'') == (c == '\''));

    // Closes what the mark closes: inner quotations that were left open inside are dropped.
    private static bool Unwind(Stack<Open> open, Mark mark, char c)
    {
        foreach (Open o in open)
        {
            if (!Partners(o, mark, c))
                continue;
            while (!Partners(open.Peek(), mark, c))
                Drop(open);
            return true;
        }
        return false;
    }

    private static void Push(List<Quotation> found, Stack<Open> open, Mark mark, char c, int i, int width, int block)
    {
        open.Push(new Open(mark, c, i, i + width, found.Count));
        found.Add(new Quotation(new TextSpan(i, i), new TextSpan(i, i), -1, false, block));
    }

    private static void Close(List<Quotation> found, Stack<Open> open, int innerEnd, int end, int block)
    {
        Open o = open.Pop();
        if (innerEnd > o.InnerStart)
            found[o.Slot] = new Quotation(new TextSpan(o.Start, end), new TextSpan(o.InnerStart, innerEnd), open.Count, true, block);
    }

    private static void Drop(Stack<Open> open) => open.Pop();

    // An opening double mark without its partner is a quotation only if the next paragraph opens with the same mark,
    // or if it opens its paragraph or follows a colon or comma: then it reaches to the paragraph's end.
    private static void LeaveOpen(string text, ImmutableArray<TextSpan> blocks, int block, List<Quotation> found, Stack<Open> open)
    {
        TextSpan span = blocks[block];
        while (open.Count > 0)
        {
            Open o = open.Pop();
            if (open.Count > 0 || o.Mark == Mark.Single)
                continue;
            int k = o.Start - 1;
            while (k >= span.Start && char.IsWhiteSpace(text[k]))
                k--;
            bool leads = k < span.Start || text[k] is ':' or ',';
            bool goesOn = block + 1 < blocks.Length && blocks[block + 1].Length > 0 && text[blocks[block + 1].Start] == o.Sign;
            if ((leads || goesOn) && span.End > o.InnerStart)
                found[o.Slot] = new Quotation(new TextSpan(o.Start, span.End), new TextSpan(o.InnerStart, span.End), 0, false, block);
        }
    }

    private static void RemoveAll(this List<Quotation> found, int from)
    {
        int kept = from;
        for (int i = from; i < found.Count; i++)
        {
            if (found[i].Depth >= 0)
                found[kept++] = found[i];
        }
        found.RemoveRange(kept, found.Count - kept);
    }
}
