// The story of a page that is empty until its script runs: its paragraphs stand in the page's JSON.
using System.Collections.Immutable;
using System.Text;

namespace Crossread.Documents;

/// <summary>
/// Finds the running text in the JSON of a page's scripts: schema.org's articleBody, or the list of strings that together hold most running text.
/// Nothing is run. It is meant for pages whose markup holds no story.
/// </summary>
internal static class ScriptStory
{
    private const int _shortestScript = 400, _longestScript = 1 << 22, _mostScripts = 400;
    private const int _shortestParagraph = 30, _shortestStory = 400;

    private const string _body = "articleBody";

    // Lists of several reports, or of what readers wrote.
    private static readonly string[] _lists = ["articles", "stories", "posts", "results", "edges", "nodes", "items", "cards", "feed"];
    private static readonly string[] _furniture = ["comment", "related", "recommend", "teaser", "footer", "cookie", "consent", "privacy", "policy", "i18n", "messages", "translation", "label"];

    /// <summary>True if the page's structured data may hold the story.</summary>
    public static bool HasBody(string source) => source.Contains(_body, StringComparison.Ordinal);

    /// <summary>The story's blocks, or none.</summary>
    /// <param name="source">The page.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="onlyBody">True to read schema.org's articleBody only.</param>
    public static ImmutableArray<Block> Read(string source, ReadingLimits limits, bool onlyBody = false)
    {
        List<JsonString> best = [];
        int most = _shortestStory;
        int at = 0;
        for (int script = 0; script < _mostScripts && Next(source, ref at) is var (start, end); script++)
        {
            List<JsonString> values = [];
            JsonString.Collect(source, start, end, values);
            foreach (IGrouping<string, JsonString> group in values.Where(v => IsProse(v) && (!onlyBody || v.Path.EndsWith(_body, StringComparison.Ordinal))).GroupBy(v => Pattern(v.Path), StringComparer.Ordinal))
            {
                int length = group.Sum(v => v.Text.Length);
                if (length > most && !Array.Exists(_furniture, f => group.Key.Contains(f, StringComparison.OrdinalIgnoreCase)))
                    (most, best) = (length, [.. group]);
            }
        }
        return [.. best.SelectMany(v => Blocks(v, limits))];
    }

    // The next script's JSON: all of it, or what it assigns.
    private static (int Start, int End)? Next(string source, ref int at)
    {
        while (source.IndexOf("<script", at, StringComparison.OrdinalIgnoreCase) is var open and >= 0)
        {
            int body = source.IndexOf('>', open) + 1;
            int end = body > 0 ? source.IndexOf("</script", body, StringComparison.OrdinalIgnoreCase) : -1;
            if (end < 0)
                return null;
            at = end;
            int brace = source.AsSpan(body, end - body).IndexOfAny('{', '[');
            if (brace < 0 || end - body is < _shortestScript or > _longestScript)
                continue;
            ReadOnlySpan<char> before = source.AsSpan(body, brace).TrimEnd();
            if (before.IsEmpty || before[^1] == '=')
                return (body + brace, end);
        }
        return null;
    }

    private static bool IsProse(JsonString value)
    {
        string text = value.Text;
        if (text.Length < _shortestParagraph || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.Contains('{', StringComparison.Ordinal))
            return false;
        int spaces = text.AsSpan().Count(' '), wide = text.Count(c => c is >= '\u3040' and <= '\u9FFF');
        return spaces >= text.Length / 15 || wide > text.Length / 2;
    }

    // The numbers of a list's members do not part its paragraphs; those of reports do.
    private static string Pattern(string path)
    {
        StringBuilder pattern = new(path.Length);
        string before = "";
        foreach (string name in path.Split('.'))
        {
            bool number = name.Length > 0 && name.All(char.IsAsciiDigit);
            pattern.Append('.').Append(number && Array.IndexOf(_lists, before) < 0 ? "*" : name);
            before = name;
        }
        return pattern.ToString();
    }

    private static IEnumerable<Block> Blocks(JsonString value, ReadingLimits limits)
    {
        ImmutableArray<Block> blocks = value.Text.Contains("</", StringComparison.Ordinal)
            ? HtmlReader.Read(value.Text, limits).Blocks
            : PlainTextReader.Read(value.Text, markdown: false, limits);
        return blocks.Select(b => b with { Map = b.Map.Through(value.Map), Element = -1 });
    }
}
