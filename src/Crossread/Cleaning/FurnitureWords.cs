// The vocabulary of page furniture and how a line is held against it.
using System.Buffers;

using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>What the words of a line say about it.</summary>
/// <param name="Kind">Kind of furniture (a key of reasons.tsv), or null.</param>
/// <param name="Alone">True if the line is furniture wherever it stands; else only among other furniture.</param>
internal readonly record struct FurnitureCue(string? Kind, bool Alone);

/// <summary>Holds lines against the vocabulary in furniture.tsv. A line is looked at once, word by word.</summary>
internal static class FurnitureWords
{
    // A longer line is prose that happens to hold the words.
    private const int _longestLine = 40;
    private const int _longestOpenLine = 18;

    // No pattern begins with a longer word.
    private const int _longestFirst = 64;

    private static readonly Lazy<Lists> _lists = new(Load);

    private sealed record Pattern(string Kind, bool Alone, string[] Words, bool OpenStart, bool OpenEnd);

    private sealed record Lists(Dictionary<string, List<Pattern>> ByFirst, HashSet<string> Reader, Dictionary<string, string> Reasons);

    /// <summary>The reason in a reader's words.</summary>
    public static string Reason(string kind) => _lists.Value.Reasons.TryGetValue(kind, out string? reason) ? reason : kind;

    /// <summary>What the line's words say.</summary>
    public static FurnitureCue Read(string line)
    {
        if (line.Length > 400)
            return default;
        string outside = OutsideQuotes(line);
        (int count, bool known) = Look(outside);
        if (count > _longestLine || (count > 0 && !known))
            return default;
        List<string> words = Words(outside);
        if (words.Count == 0)
            return outside.Length != line.Length ? default : new FurnitureCue("nowords", line.Length < 4);
        if (words.Count > _longestLine)
            return default;
        FurnitureCue best = default;
        string[]? last = null;
        for (int i = 0; i < words.Count; i++)
        {
            string first = words[i].TrimEnd(':', '!', '?');
            if (!_lists.Value.ByFirst.TryGetValue(first, out List<Pattern>? patterns))
                continue;
            foreach (Pattern pattern in patterns)
            {
                if ((i > 0 && !pattern.OpenStart) || !Matches(pattern, words, i))
                    continue;
                bool open = pattern.OpenEnd || pattern.OpenStart;
                bool alone = pattern.Alone && (!open || words.Count <= _longestOpenLine || (pattern.OpenStart && pattern.Words.Length >= 3));
                if (alone)
                    return new FurnitureCue(pattern.Kind, true);
                // Two hints of one kind in a line are as good as a certain sign.
                if (best.Kind == pattern.Kind && pattern.Words != last)
                    return new FurnitureCue(pattern.Kind, true);
                if (best.Kind is null)
                    (best, last) = (new FurnitureCue(pattern.Kind, false), pattern.Words);
            }
        }
        return best;
    }

    /// <summary>Share of the words outside quotation marks with which a page speaks to its reader, 0 to 1; 0 if they are fewer than two.</summary>
    public static double ReaderShare(string line)
    {
        int all = 0, reader = 0, at = 0;
        bool inside = false;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _lists.Value.Reader.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[16];
        while (at < line.Length && at < 4000)
        {
            char c = line[at];
            if (c is '"' or '“' or '”' or '„' or '«' or '»')
                inside = c is '"' ? !inside : c is '“' or '„' or '«';
            if (!char.IsLetter(c))
            {
                at++;
                continue;
            }
            int start = at;
            while (at < line.Length && (char.IsLetter(line[at]) || line[at] is '\'' or '’'))
                at++;
            if (inside)
                continue;
            all++;
            ReadOnlySpan<char> word = line.AsSpan(start, at - start);
            if (word.Length < lower.Length && word.ToLowerInvariant(lower) is var length and > 0)
            {
                for (int i = 0; i < length; i++)
                    lower[i] = lower[i] == '’' ? '\'' : lower[i];
                reader += lookup.Contains(lower[..length]) ? 1 : 0;
            }
        }
        return reader < 2 ? 0 : (double)reader / all;
    }

    private static readonly SearchValues<char> _quotes = SearchValues.Create("\"“”„«»");

    // What a quoted speaker says is not what the page says. A quotation in a short line (a headline, a button) counts.
    private static string OutsideQuotes(string line)
    {
        int open = line.AsSpan().IndexOfAny(_quotes);
        if (open < 0)
            return line;
        System.Text.StringBuilder outside = new(line.Length);
        bool inside = false;
        foreach (char c in line)
        {
            if (c is '"' or '“' or '”' or '„' or '«' or '»')
            {
                inside = c is '"' ? !inside : c is '„' or '«' || (c is '“' && !inside);
                outside.Append(" … ");
            }
            else if (!inside)
            {
                outside.Append(c);
            }
        }
        return outside.ToString();
    }

    private static bool Matches(Pattern pattern, List<string> words, int at)
    {
        int i = at;
        for (int p = 0; p < pattern.Words.Length; p++)
        {
            string wanted = pattern.Words[p];
            if (wanted == "*")
            {
                string next = pattern.Words[p + 1];
                int skipped = 0;
                while (i < words.Count && skipped <= 4 && !Same(next, words[i]))
                    (i, skipped) = (i + 1, skipped + 1);
                if (i >= words.Count || skipped > 4)
                    return false;
                if (next is "!" or "?")
                    i++; // the sign stands behind this word
                continue;
            }
            if (wanted is "!" or "?")
            {
                if (i == 0 || !words[i - 1].EndsWith(wanted[0]))
                    return false;
                continue;
            }
            if (i >= words.Count || !Same(wanted, words[i]))
                return false;
            i++;
        }
        return pattern.OpenEnd || i == words.Count;
    }

    private static bool Same(string wanted, string word)
    {
        if (wanted is "!" or "?" or ":")
            return word.EndsWith(wanted[0]);
        return wanted == word || (word[^1] is ':' or '!' or '?' && wanted.Length == word.Length - 1 && word.StartsWith(wanted, StringComparison.Ordinal));
    }

    /// <summary>The words of a line in lower case, a sign ! ? : kept behind its word.</summary>
    internal static List<string> Words(string line)
    {
        List<string> words = [];
        int at = 0;
        while (at < line.Length && words.Count <= _longestLine)
        {
            while (at < line.Length && !IsWord(line[at]))
            {
                if (line[at] is '!' or '?' or ':' && words.Count > 0 && words[^1][^1] is not ('!' or '?' or ':'))
                    words[^1] += line[at];
                at++;
            }
            int start = at;
            while (at < line.Length && IsWord(line[at]))
                at++;
            ReadOnlySpan<char> word = line.AsSpan(start, at - start).Trim('-');
            if (!word.IsEmpty)
                words.Add(word.ToString().Replace('’', '\'').ToLowerInvariant());
        }
        return words;
    }

    // Most lines hold no word that a pattern begins with: told without a copy. Counts as Words does, one past the longest line at most.
    private static (int Count, bool Known) Look(string line)
    {
        Dictionary<string, List<Pattern>>.AlternateLookup<ReadOnlySpan<char>> first = _lists.Value.ByFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[_longestFirst];
        int count = 0, at = 0;
        bool known = false;
        while (at < line.Length && count <= _longestLine)
        {
            while (at < line.Length && !IsWord(line[at]))
                at++;
            int start = at;
            while (at < line.Length && IsWord(line[at]))
                at++;
            ReadOnlySpan<char> word = line.AsSpan(start, at - start).Trim('-');
            if (word.IsEmpty)
                continue;
            count++;
            if (known || word.Length > _longestFirst)
                continue;
            int length = word.ToLowerInvariant(lower);
            lower[..length].Replace('’', '\'');
            known = first.ContainsKey(lower[..length]);
        }
        return (count, known);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c != ' ' && IsOtherWord(c));

    private static bool IsOtherWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-' or '+' or '©' or '_' or '@' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static Lists Load()
    {
        Dictionary<string, List<Pattern>> byFirst = new(StringComparer.Ordinal);
        HashSet<string> reader = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Cleaning/furniture.tsv"))
        {
            if (row[1] == "word")
            {
                reader.Add(row[2]);
                continue;
            }
            List<string> words = [.. row[2].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            bool openStart = words[0] == "*", openEnd = words[^1] == "*" || words[^1].EndsWith(":*", StringComparison.Ordinal);
            if (openStart)
                words.RemoveAt(0);
            if (openEnd)
                words[^1] = words[^1].TrimEnd('*');
            words.RemoveAll(w => w.Length == 0);
            string[] needed = [.. words.Select(w => w.Trim('(', ')', ',', '.'))];
            Pattern pattern = new(row[0], row[1] == "line", needed, openStart, openEnd);
            string first = needed[0].TrimEnd(':', '!', '?');
            if (!byFirst.TryGetValue(first, out List<Pattern>? list))
                byFirst.Add(first, list = []);
            list.Add(pattern);
        }
        Dictionary<string, string> reasons = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Cleaning/reasons.tsv"))
            reasons[row[0]] = row[1];
        return new Lists(byFirst, reader, reasons);
    }
}
