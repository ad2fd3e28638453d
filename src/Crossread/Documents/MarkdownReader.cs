// Markdown's signs: headings, lists, quotations, emphasis, links.
using System.Collections.Immutable;

namespace Crossread.Documents;

/// <summary>Reads the paragraphs of a Markdown text after CommonMark's rules, as far as they change what is displayed.</summary>
internal static class MarkdownReader
{
    /// <summary>True if the text uses Markdown: a heading, a link, emphasis in pairs.</summary>
    public static bool Recognises(string source)
    {
        ReadOnlySpan<char> head = source.AsSpan(0, Math.Min(source.Length, 200_000));
        foreach (ReadOnlySpan<char> raw in head.EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.TrimStart();
            if (line.Length < 3)
                continue;
            if (line[0] == '#' && HeadingLevel(line) > 0)
                return true;
            int link = line.IndexOf("](", StringComparison.Ordinal);
            if (link > 0 && line[..link].Contains('[') && line[link..].Contains(')'))
                return true;
            int bold = line.IndexOf("**", StringComparison.Ordinal);
            if (bold >= 0 && line[(bold + 2)..].IndexOf("**", StringComparison.Ordinal) > 0)
                return true;
        }
        return false;
    }

    public static void Paragraph(string source, List<(int Start, int End)> lines, bool wrapped, BlockBuilder builder, ImmutableArray<Block>.Builder blocks)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            (int start, int end) = lines[i];
            while (start < end && BlockBuilder.IsSpace(source[start]))
                start++;
            ReadOnlySpan<char> line = source.AsSpan(start, end - start).TrimEnd();
            if (IsRule(line))
            {
                // A rule under a line makes it a heading; alone it is a border.
                if (i > 0 && line[0] is '=' or '-' && blocks.Count > 0 && !wrapped && i == 1)
                {
                    blocks[^1] = blocks[^1] with { Kind = BlockKind.Heading, Level = line[0] == '=' ? 1 : 2 };
                }
                else if (lines.Count == 1)
                {
                    builder.Add(source, start, start + line.Length, entities: false);
                    blocks.Add(builder.Take()!);
                }
                continue;
            }
            if (IsDefinition(line) || IsTableRule(line))
                continue;
            BlockKind kind = BlockKind.Paragraph;
            while (start < end && source[start] == '>')
            {
                kind = BlockKind.Quotation;
                start++;
                while (start < end && BlockBuilder.IsSpace(source[start]))
                    start++;
            }
            line = source.AsSpan(start, end - start).TrimEnd();
            int level = HeadingLevel(line);
            if (level > 0)
            {
                kind = BlockKind.Heading;
                start += level;
                end = start + source.AsSpan(start, end - start).TrimEnd().TrimEnd('#').Length;
            }
            else if (line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] is ' ' or '\t')
            {
                kind = BlockKind.ListItem;
                start++;
            }
            else if (wrapped && i == 0)
            {
                end = lines[^1].End;
                i = lines.Count;
            }
            MarkdownInline.Add(source, start, end, builder, keepLines: i >= lines.Count);
            if (builder.Take() is { } block)
                blocks.Add(block with { Kind = kind, Level = level });
        }
    }

    private static int HeadingLevel(ReadOnlySpan<char> line)
    {
        int level = 0;
        while (level < line.Length && line[level] == '#')
            level++;
        return level is >= 1 and <= 6 && level < line.Length && line[level] is ' ' or '\t' ? level : 0;
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '=' or '*' or '_' && line.TrimStart(line[0]).Trim().TrimStart(line[0]).Trim(" *-_").IsEmpty;

    private static bool IsTableRule(ReadOnlySpan<char> line) => line.Length > 3 && line[0] == '|' && line.IndexOfAnyExcept("|-: \t") < 0;

    // [name]: address
    private static bool IsDefinition(ReadOnlySpan<char> line)
    {
        int close = line.Length > 4 && line[0] == '[' ? line.IndexOf("]:", StringComparison.Ordinal) : -1;
        return close > 1 && line[1..close].IndexOf(']') < 0 && line[(close + 2)..].Trim() is { Length: > 0 } rest && rest.IndexOf(' ') < 0;
    }
}
