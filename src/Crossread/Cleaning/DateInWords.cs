// Dates with the name of their month, and dates in numbers.
using System.Globalization;

using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>
/// Finds a date with the name of its month in the languages of months.tsv (April 9, 2031; 9 de abril de 2031; 2031. április 9.; 2031年4月9日), or in
/// numbers with one sign between them (09.04.2031, 9 | 4 | 2031); 4/9/2031 only if one reading is possible or the order is known.
/// </summary>
internal static class DateInWords
{
    private const int _mostWords = 60;

    private static readonly Lazy<Lists> _lists = new(Load);

    /// <summary>What months.tsv says.</summary>
    /// <param name="Months">A month's name, one or two words, to its number.</param>
    /// <param name="Links">Words that may stand between day, month and year.</param>
    /// <param name="Ahead">The word "month" that stands ahead of its number.</param>
    /// <param name="Behind">The word "month" that stands behind its number.</param>
    private sealed record Lists(Dictionary<string, int> Months, HashSet<string> Links, HashSet<string> Ahead, HashSet<string> Behind);

    private readonly record struct Word(string Text, int At, int End);

    /// <summary>The first date of a value whose digits are western, or null.</summary>
    public static WrittenDate.Found? Find(string value, NumberOrder order)
    {
        List<Word> words = Words(value);
        for (int i = 0; i < words.Count; i++)
        {
            if (Month(words, i) is var (month, first, last) && Named(value, words, month, first, last) is { } named)
                return named;
            if (i + 2 < words.Count && InNumbers(value, words, i, order) is { } date)
                return new WrittenDate.Found(date, words[i].At, words[i + 2].End);
        }
        return null;
    }

    // Runs of digits and runs of letters.
    private static List<Word> Words(string value)
    {
        List<Word> words = [];
        for (int i = 0; i < value.Length && words.Count < _mostWords;)
        {
            if (!char.IsLetterOrDigit(value[i]))
            {
                i++;
                continue;
            }
            int start = i;
            bool digits = char.IsAsciiDigit(value[i]);
            while (i < value.Length && (digits ? char.IsAsciiDigit(value[i]) : char.IsLetter(value[i]) || char.GetUnicodeCategory(value[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                i++;
            if (i == start)
                i++;
            words.Add(new Word(value[start..i].ToLowerInvariant(), start, i));
        }
        return words;
    }

    // The month that a word, two words, or a number with the word "month" name, and where its words stand.
    private static (int Month, int First, int Last)? Month(List<Word> words, int i)
    {
        Lists lists = _lists.Value;
        string word = words[i].Text, next = i + 1 < words.Count ? words[i + 1].Text : "";
        if (char.IsAsciiDigit(word[0]))
            return lists.Behind.Contains(next) && DateNumbers.Small(word) is { } behind ? (behind, i, i + 1) : null;
        if (next.Length > 0 && lists.Months.TryGetValue(word + " " + next, out int month))
            return (month, i, i + 1);
        // Hebrew writes "in" and the month as one word.
        if (lists.Months.TryGetValue(word, out month) || (word[0] == 'ב' && lists.Months.TryGetValue(word[1..], out month)))
            return (month, i, i);
        return lists.Ahead.Contains(word) && DateNumbers.Small(next) is { } ahead ? (ahead, i, i + 1) : null;
    }

    private static WrittenDate.Found? Named(string value, List<Word> words, int month, int first, int last)
    {
        int before = Step(words, first, -1), earlier = Step(words, before, -1), after = Step(words, last, 1), later = Step(words, after, 1);
        string At(int i) => i >= 0 && i < words.Count ? words[i].Text : "";
        int? Small(int i) => DateNumbers.Small(At(i));
        int? Year(int i) => DateNumbers.Year(At(i)) ?? BuddhistYear(At(i), words[last].Text) ?? (IsShort(value, words, i) ? DateNumbers.ShortYear(At(i)) : null);
        WrittenDate.Found? Made(int? year, int? day, int from, int to) =>
            year is { } y && day is { } d && DateNumbers.Make(y, month, d) is { } date ? new WrittenDate.Found(WrittenDate.Zoned(value, Skip(value, words[to].End), date) ?? date, words[from].At, words[to].End) : null;
        return Made(Year(after), Small(before), before, after) // 9 April 2031
            ?? Made(Year(later), Small(after), first, later) // April 9, 2031
            ?? Made(Year(before), Small(after), before, after) // 2031. április 9.
            ?? Made(Year(earlier), Small(before), earlier, last); // 2031. gada 9. aprīlis
    }

    // The next word that does not merely link.
    private static int Step(List<Word> words, int at, int by)
    {
        do
            at += by;
        while (at >= 0 && at < words.Count && _lists.Value.Links.Contains(words[at].Text));
        return at;
    }

    // '31, or 9-Apr-31: two digits that nothing but a year explains.
    private static bool IsShort(string value, List<Word> words, int i) =>
        i >= 1 && i < words.Count && words[i].At > 0 && (value[words[i].At - 1] is '\'' or '’' || (i >= 2 && value[words[i].At - 1] == '-' && words[i - 1].End == words[i].At - 1 && value[words[i - 2].End] == '-'));

    // Thailand counts from the year 543 before ours.
    private static int? BuddhistYear(string word, string month) =>
        month[0] is >= '\u0E00' and <= '\u0E7F' && word.Length == 4 && DateNumbers.Number(word) is { } year and >= 2443 and <= 2643 ? year - 543 : null;

    private static string? InNumbers(string value, List<Word> words, int i, NumberOrder order)
    {
        string sign = value[words[i].End..words[i + 1].At], trimmed = sign.Trim();
        if (trimmed.Length != 1 || !".-/|·".Contains(trimmed[0], StringComparison.Ordinal) || value[words[i + 1].End..words[i + 2].At].Trim() != trimmed)
            return null;
        // A part of a longer row of numbers.
        if (i > 0 && char.IsAsciiDigit(words[i - 1].Text[0]) && value[words[i - 1].End..words[i].At].Trim() == trimmed)
            return null;
        if (DateNumbers.Small(words[i + 1].Text) is not { } second)
            return null;
        string one = words[i].Text, three = words[i + 2].Text;
        if (DateNumbers.Year(one) is { } leading && DateNumbers.Small(three) is { } last)
            return DateNumbers.Make(leading, second, last);
        if (order == NumberOrder.YearFirst && one.Length == 2 && DateNumbers.ShortYear(one) is { } shortYear && DateNumbers.Small(three) is { } lastDay && sign.Length == 1)
            return DateNumbers.Make(shortYear, second, lastDay);
        bool known = order is NumberOrder.DayFirst or NumberOrder.MonthFirst;
        int? year = DateNumbers.Year(three) ?? (sign == "." || (sign == "/" && known && one.Length == 2) ? DateNumbers.ShortYear(three) : null);
        if (year is not { } y || DateNumbers.Small(one) is not { } first)
            return null;
        if (trimmed is "/" or "-" && order == NumberOrder.MonthFirst && DateNumbers.Make(y, first, second) is { } local)
            return local;
        if (trimmed != "/" || first > 12 || first == second || order is NumberOrder.DayFirst or NumberOrder.YearFirst)
        {
            if (DateNumbers.Make(y, second, first) is { } european)
                return european;
        }
        return second > 12 ? DateNumbers.Make(y, first, second) : null;
    }

    private static int Skip(string value, int at)
    {
        while (at < value.Length && value[at] == ' ' && at + 1 < value.Length && !char.IsAsciiDigit(value[at + 1]))
            at++;
        return at;
    }

    private static Lists Load()
    {
        Lists lists = new(new Dictionary<string, int>(StringComparer.Ordinal), [], [], []);
        foreach (string[] row in ListFile.Rows("Cleaning/months.tsv"))
        {
            foreach (string name in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (DateNumbers.Number(row[0]) is { } month)
                    lists.Months.TryAdd(name.Replace('_', ' '), month);
                else
                    (row[0] switch { "link" => lists.Links, "ahead" => lists.Ahead, _ => lists.Behind }).Add(name);
            }
        }
        return lists;
    }
}
