// What stands above the story in a text: the outlet's name, its slogan, a row of sections, the headline.
using System.Buffers;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>
/// Finds the headline of a text: its first heading or the first line shaped like one. An outlet's name, its slogan and a row of sections above
/// the headline are none; they are told by their shape, by their words and by what stands below them.
/// </summary>
internal static class TextHead
{
    private const int _mostLines = 12, _longestName = 6;

    private static readonly Lazy<ILookup<string, string>> _words = new(() => ListFile.Rows("Cleaning/mastheads.tsv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly SearchValues<char> _borders = SearchValues.Create("|•·");

    /// <summary>The headline of a text; what stands above it and is no part of the story is marked.</summary>
    public static Headline.Found Find(IReadOnlyList<StoryLine> lines)
    {
        List<StoryLine> head = [.. lines.Where(l => !l.Cue.Alone).TakeWhile(l => !l.IsProse || IsHeading(l) || IsShaped(l)).Take(_mostLines)];
        StoryLine? heading = head.Where((l, i) => IsHeading(l) && (i <= 3 || !head.Take(i).Any(IsShaped))).FirstOrDefault();
        MarkAbove(lines, head, heading);
        if (heading is not null)
            return new Headline.Found(heading.Text, heading);
        StoryLine? best = null;
        foreach (StoryLine line in head.Where(l => l.Removed is null && IsShaped(l)))
        {
            if (best is null || (best.Words < 3 && line.Words >= 3))
                best = line;
        }
        // A headline stands over something.
        return best is null || !lines.Any(l => l.Number > best.Number && l.Words >= 3) ? default : new Headline.Found(best.Text, best);
    }

    /// <summary>The outlet that a line above the headline names, or null.</summary>
    public static string? Outlet(IEnumerable<StoryLine> lines) => lines.Where(l => l.Removed == "masthead").Select(l => FirstPart(l.Text)).FirstOrDefault(IsName);

    private static bool IsHeading(StoryLine line) => line.Block.Kind == BlockKind.Heading && line.Block.Level is 1 or 2 && line.Block.LinkShare < 0.5;

    private static bool IsShaped(StoryLine line) =>
        line.Words is >= 1 and <= 30 && line.Text.Length <= 250 && !line.Text.Contains('\n', StringComparison.Ordinal) && line.Block.Kind is BlockKind.Paragraph or BlockKind.Heading
        && (line.Text[^1] is not ('.' or ',' or ';' or ':') || line.Text.EndsWith("...", StringComparison.Ordinal)) && !Head.IsDateLine(line) && !Head.IsByline(line) && line.Cue.Kind is null && !IsRow(line.Text);

    // The name of the outlet above, its slogan, its sections; a story without another line that could be its headline keeps its first.
    private static void MarkAbove(IReadOnlyList<StoryLine> lines, List<StoryLine> head, StoryLine? heading)
    {
        int end = heading is null ? head.FindLastIndex(l => IsShaped(l) && l.Words >= 4) : head.IndexOf(heading);
        bool named = false;
        for (int i = 0; i < end; i++)
        {
            StoryLine line = head[i];
            if (IsRow(line.Text))
                line.Removed = "navigation";
            else if (!named && i < 3 && IsMasthead(line, lines, head[i + 1], head[end], heading is not null))
                (line.Removed, named) = ("masthead", true);
            else if (named && line.Words <= 10 && (IsSlogan(line.Text) || (IsShaped(line) && (IsBeforeDate(head, i, end) || Gap(head[i - 1], line) < Gap(line, head[i + 1])))))
                line.Removed = "masthead";
            else if (line.Removed is null && IsShaped(line))
                break;
        }
    }

    // Papers set their day between their name and their first headline.
    private static bool IsBeforeDate(List<StoryLine> head, int at, int end) => at + 1 < end && Head.IsDateLine(head[at + 1]) && head[at + 1].Words <= 6;

    // A slogan stands right under the outlet's name, the headline behind an empty line.
    private static int Gap(StoryLine upper, StoryLine lower) => lower.Block.Source.Start - upper.Block.Source.End;

    private static bool IsMasthead(StoryLine line, IReadOnlyList<StoryLine> lines, StoryLine next, StoryLine below, bool overHeading)
    {
        string name = FirstPart(line.Text);
        if (!IsName(name) || line.Words > _longestName * 2)
            return false;
        string[] words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool capitals = IsCapitals(name), article = _words.Value["article"].Contains(words[0]);
        int often = words.Count(w => _words.Value["often"].Contains(w));
        return overHeading || (next != below && next.Words <= 10 && IsSlogan(next.Text))
            || (words.Any(w => _words.Value["paper"].Contains(w)) && (article || capitals || _words.Value["paper"].Contains(words[^1])))
            || (often > 0 && (article || often > 1) && (capitals || words.Length <= 3))
            || (capitals && article && words.Length is > 1 and <= 4 && !IsCapitals(below.Text))
            || (words.Length > 1 && lines.Any(l => l.Number > below.Number && (l.Cue.Kind is "legal" or "source" || l.Number + 5 >= lines.Count) && l.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    // Words that all begin with a capital but for those that join them, and no sign behind them.
    private static bool IsName(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= _longestName && char.IsLetter(text[^1]) && !text.Any(char.IsDigit)
            && words.All(w => char.IsUpper(w[0]) || w is "of" or "and" or "&" or "the" or "de" or "del" or "du" or "la" or "für" or "y");
    }

    // "The Tide — news of the sound": the name stands before the border.
    private static string FirstPart(string text)
    {
        foreach (string border in (ReadOnlySpan<string>)[" — ", " – ", " - ", " | ", ": "])
        {
            if (text.IndexOf(border, StringComparison.Ordinal) is var at and > 0)
                return text[..at];
        }
        return text;
    }

    private static bool IsSlogan(string text)
    {
        List<string> words = FurnitureWords.Words(text);
        foreach (string slogan in _words.Value["slogan"])
        {
            string[] wanted = slogan.Split(' ');
            for (int at = 0; at + wanted.Length - (wanted[^1] == "*" ? 1 : 0) <= words.Count; at++)
            {
                if ((at == 0 || wanted[0] is "since" or "seit" or "depuis" or "desde" or "dal" or "est" or "established" or "founded") && Matches(wanted, words, at))
                    return true;
            }
        }
        return false;
    }

    private static bool Matches(string[] wanted, List<string> words, int at)
    {
        for (int i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "*")
                return true;
            bool same = wanted[i][^1] == '*' ? words[at + i].StartsWith(wanted[i].AsSpan(0, wanted[i].Length - 1), StringComparison.Ordinal) : words[at + i] == wanted[i];
            if (!same)
                return false;
        }
        return true;
    }

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    // "Islands | Opinion | Sport"
    private static bool IsRow(string text)
    {
        if (!text.AsSpan().ContainsAny(_borders) || DateNumbers.AnyIn(text))
            return false;
        string[] parts = text.Split(['|', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts.All(p => StoryLine.CountWords(p) <= 3);
    }
}
