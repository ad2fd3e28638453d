// Where no sentence may go on: the blocks of a text.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Finds the blocks of a text: its passages, and what lies between them; in raw text its paragraphs and unwrapped lines.</summary>
internal static class Blocks
{
    /// <summary>The blocks in order, none empty, none overlapping.</summary>
    public static List<TextSpan> Of(string text, ImmutableArray<Passage> passages)
    {
        List<TextSpan> blocks = [];
        if (passages.IsDefaultOrEmpty)
        {
            AddLines(text, 0, text.Length, blocks);
            return blocks;
        }
        int at = 0;
        foreach (Passage passage in passages)
        {
            int start = Math.Clamp(passage.Span.Start, at, text.Length);
            int end = Math.Clamp(passage.Span.End, start, text.Length);
            if (start > at)
                AddLines(text, at, start, blocks);
            if (end > start)
                AddLines(text, start, end, blocks);
            at = end;
        }
        if (at < text.Length)
            AddLines(text, at, text.Length, blocks);
        return blocks;
    }

    /// <summary>An empty line ends a block; so does a line break that no wrapped line explains.</summary>
    private static void AddLines(string text, int start, int end, List<TextSpan> blocks)
    {
        bool fixedWidth = HasFixedWidth(text, start, end);
        int from = start;
        int line = start;
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\v' or '\f'))
                continue;
            int next = i + 1;
            int breaks = 1;
            while (next < end && char.IsWhiteSpace(text[next]))
            {
                if (text[next] is '\n' or '\u2029' && !(text[next] == '\n' && text[next - 1] == '\r'))
                    breaks++;
                next++;
            }
            if (next >= end)
                break;
            if (breaks > 1 || !Wraps(text, line, i, next, end, fixedWidth))
            {
                if (i > from)
                    blocks.Add(new TextSpan(from, i));
                from = next;
            }
            line = next;
            i = next - 1;
        }
        if (end > from)
            blocks.Add(new TextSpan(from, end));
    }

    /// <summary>True if the line looks like one that a fixed width broke: the next goes on in small letters, or had no room on this one.</summary>
    private static bool Wraps(string text, int line, int lineEnd, int next, int end, bool fixedWidth)
    {
        while (lineEnd > line && char.IsWhiteSpace(text[lineEnd - 1]))
            lineEnd--;
        if (lineEnd == line || text[next] is '-' or '*' or '•')
            return false;
        if (char.IsLower(text[next]) && text[lineEnd - 1] is not ('.' or '!' or '?' or ':'))
            return true;
        if (!fixedWidth)
            return false;
        int word = next;
        while (word < end && word < next + 40 && !char.IsWhiteSpace(text[word]))
            word++;
        return lineEnd - line + 1 + (word - next) > 55;
    }

    /// <summary>True if no line is longer than a screen's and there are enough to tell.</summary>
    private static bool HasFixedWidth(string text, int start, int end)
    {
        int lines = 0, full = 0;
        for (int at = start; at < end;)
        {
            int length = text.AsSpan(at, end - at).IndexOf('\n');
            if (length < 0)
                length = end - at;
            if (length > 100)
                return false;
            lines += length > 0 ? 1 : 0;
            full += length > 55 ? 1 : 0;
            at += length + 1;
        }
        return lines >= 4 && full * 2 > lines;
    }
}
