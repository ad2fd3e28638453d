// Plain text and Markdown → blocks.
using System.Buffers;
using System.Collections.Immutable;

namespace Crossread.Documents;

/// <summary>
/// Reads text whose paragraphs stand on lines. A line is a block, unless a paragraph's lines were broken at one width: then they stay together.
/// With Markdown's signs in it, headings, list items, quotations and links come out as such and the signs do not.
/// </summary>
internal static class PlainTextReader
{
    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\n\r\u2028\u2029\f\v\u0085");

    /// <summary>A text's blocks.</summary>
    public static ImmutableArray<Block> Read(string source, bool markdown, ReadingLimits limits)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        BlockBuilder builder = new(limits.BlockLength);
        List<(int Start, int End)> lines = [];
        int at = 0;
        while (at <= source.Length)
        {
            int end = at < source.Length ? source.AsSpan(at).IndexOfAny(_lineEnds) : -1;
            end = end < 0 ? source.Length : end + at;
            if (Blank(source, at, end))
            {
                Paragraph(source, lines, markdown, builder, blocks);
                lines.Clear();
            }
            else
            {
                lines.Add((at, end));
                if (lines.Count >= 2000)
                {
                    Paragraph(source, lines, markdown, builder, blocks);
                    lines.Clear();
                }
            }
            at = end + 1;
            if (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n')
                at++;
        }
        Paragraph(source, lines, markdown, builder, blocks);
        return blocks.ToImmutable();
    }

    private static bool Blank(string source, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!BlockBuilder.IsSpace(source[i]) && source[i] is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u2060'))
                return false;
        }
        return true;
    }

    private static void Paragraph(string source, List<(int Start, int End)> lines, bool markdown, BlockBuilder builder, ImmutableArray<Block>.Builder blocks)
    {
        if (lines.Count == 0)
            return;
        if (markdown)
        {
            MarkdownReader.Paragraph(source, lines, Wrapped(source, lines), builder, blocks);
            return;
        }
        if (Wrapped(source, lines))
        {
            Add(source, lines[0].Start, lines[^1].End, builder, blocks, keepLines: true);
            return;
        }
        foreach ((int start, int end) in lines)
            Add(source, start, end, builder, blocks, keepLines: false);
    }

    private static void Add(string source, int start, int end, BlockBuilder builder, ImmutableArray<Block>.Builder blocks, bool keepLines)
    {
        while (start < end)
        {
            start = builder.Add(source, start, end, entities: false, keepLines);
            if (builder.Take() is { } block)
                blocks.Add(block);
        }
    }

    // Lines broken at one width: each would have grown past the longest if it had taken in the first word of the next.
    internal static bool Wrapped(string source, List<(int Start, int End)> lines)
    {
        if (lines.Count < 2)
            return false;
        int longest = lines.Max(l => Trimmed(source, l).Length);
        if (longest is < 40 or > 120)
            return false;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            int length = Trimmed(source, lines[i]).Length;
            ReadOnlySpan<char> next = Trimmed(source, lines[i + 1]);
            int word = next.IndexOf(' ');
            if (length + 1 + (word < 0 ? next.Length : word) <= longest)
                return false;
        }
        if (lines.Count > 2)
            return true;
        // Two lines alone could be two short paragraphs, or a headline of two: the first must break off in the middle, and the second end or go on it.
        ReadOnlySpan<char> last = Trimmed(source, lines[1]);
        return Trimmed(source, lines[0])[^1] is not ('.' or '!' or '?' or ':' or '"' or '”' or '’') && (char.IsLower(last[0]) || last[^1] is '.' or '!' or '?' or '"' or '”' or '’' or ')' or ',');
    }

    private static ReadOnlySpan<char> Trimmed(string source, (int Start, int End) line) => source.AsSpan(line.Start, line.End - line.Start).Trim();
}
