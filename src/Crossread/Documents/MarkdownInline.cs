// Markdown's signs inside a line: emphasis, links, images, code, escapes.
namespace Crossread.Documents;

/// <summary>Writes a stretch of Markdown as it is displayed. Signs in pairs disappear, a sign alone stays.</summary>
internal static class MarkdownInline
{
    private const int _longestLink = 4000, _deepestLink = 8;

    public static void Add(string source, int start, int end, BlockBuilder builder, bool keepLines)
    {
        int at = start, plain = start;
        while (at < end)
        {
            char c = source[at];
            switch (c)
            {
                case '\\' when at + 1 < end && char.IsAscii(source[at + 1]) && (char.IsPunctuation(source[at + 1]) || char.IsSymbol(source[at + 1])):
                    Plain(at);
                    plain = at + 1;
                    at += 2;
                    continue;
                case '*' or '_' when Run(at) is var run && Pairs(at, run):
                    Plain(at);
                    at = plain = at + run;
                    continue;
                case '`':
                    Plain(at);
                    at = plain = at + Run(at);
                    continue;
                case '!' when at + 1 < end && source[at + 1] == '[' && Link(at + 1) is { } image:
                    Plain(at);
                    builder.Space(at, image.End);
                    at = plain = image.End;
                    continue;
                case '[' when Link(at) is { } link:
                    Plain(at);
                    string url = source[link.Url..link.UrlEnd];
                    string? outer = builder.Link;
                    if (outer is null)
                        builder.OpenLink(url);
                    Add(source, at + 1, link.TextEnd, builder, keepLines);
                    if (outer is null)
                        builder.CloseLink();
                    at = plain = link.End;
                    continue;
                case '<' when Auto(at) is var close && close > 0:
                    Plain(at);
                    if (source[at + 1] is not '/' && !source.AsSpan(at, close - at).ContainsAny(" \"="))
                    {
                        builder.OpenLink(source[(at + 1)..close]);
                        builder.Add(source, at + 1, close, entities: false);
                        builder.CloseLink();
                    }
                    at = plain = close + 1;
                    continue;
                default:
                    at++;
                    continue;
            }
        }
        Plain(end);

        void Plain(int to)
        {
            for (int from = plain; from < to;)
                from = builder.Add(source, from, to, entities: true, keepLines);
        }

        int Run(int from)
        {
            int to = from;
            while (to < end && source[to] == source[from])
                to++;
            return to - from;
        }

        // A run of stars opens before a word or closes behind one; inside a word only stars count, and a run between spaces is a sign.
        bool Pairs(int from, int run)
        {
            bool before = from > start && !BlockBuilder.IsSpace(source[from - 1]);
            bool after = from + run < end && !BlockBuilder.IsSpace(source[from + run]);
            if (run > 3 || (!before && !after))
                return false;
            if (source[from] == '_' && before && after && char.IsLetterOrDigit(source[from - 1]) && char.IsLetterOrDigit(source[from + run]))
                return false;
            if (source[from] == '*' && run == 1 && before && after && char.IsDigit(source[from - 1]) && char.IsDigit(source[from + run]))
                return false;
            // Its partner must stand in the same stretch.
            string sign = source.Substring(from, run);
            return after && source.AsSpan(from + run, Math.Min(end - from - run, _longestLink)).Contains(sign, StringComparison.Ordinal)
                || before && source.AsSpan(Math.Max(start, from - _longestLink), from - Math.Max(start, from - _longestLink)).Contains(sign, StringComparison.Ordinal);
        }

        // [text](url) or [text][name]: the end of the text, the target, the end of it all.
        (int TextEnd, int Url, int UrlEnd, int End)? Link(int open)
        {
            int depth = 0, to = open, furthest = Math.Min(end, open + _longestLink);
            for (; to < furthest; to++)
            {
                if (source[to] == '\\')
                    to++;
                else if (source[to] == '[' && ++depth > _deepestLink)
                    return null;
                else if (source[to] == ']' && --depth == 0)
                    break;
            }
            if (to + 1 >= furthest || source[to + 1] is not ('(' or '['))
                return null;
            char close = source[to + 1] == '(' ? ')' : ']';
            int parens = 0, stop = to + 2;
            for (; stop < furthest && (source[stop] != close || parens > 0); stop++)
                parens += source[stop] == '(' ? 1 : source[stop] == ')' ? -1 : 0;
            if (stop >= furthest)
                return null;
            int url = to + 2, urlEnd = url;
            while (urlEnd < stop && !BlockBuilder.IsSpace(source[urlEnd]))
                urlEnd++;
            if (urlEnd - url > 1 && source[url] == '<' && source[urlEnd - 1] == '>')
                (url, urlEnd) = (url + 1, urlEnd - 1);
            return (to, url, urlEnd, stop + 1);
        }

        int Auto(int open)
        {
            ReadOnlySpan<char> rest = source.AsSpan(open, Math.Min(end - open, _longestLink));
            if (rest.Length < 3 || !(char.IsAsciiLetter(rest[1]) || rest[1] == '/'))
                return -1;
            int close = rest.IndexOf('>');
            return close < 0 || rest[1..close].Contains('<') ? -1 : open + close;
        }
    }
}
