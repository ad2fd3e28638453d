// Numbers in words and figures, with their vagueness.
using System.Globalization;

namespace Crossread.Stories.Differences;

/// <summary>Reads numbers as news writes them.</summary>
internal static class NumberWords
{
    private static readonly string[] _small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] _tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The value of one number word or figure (<c>31</c>, <c>1,200</c>, <c>thirty-one</c>, <c>hundred</c>), or null.</summary>
    public static long? Value(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 24)
            return null;
        if (char.IsAsciiDigit(word[0]))
        {
            return long.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long figure) ? figure : null;
        }
        string lower = word.ToString().ToLowerInvariant();
        if (Array.IndexOf(_small, lower) is >= 0 and var small)
            return small;
        if (Array.IndexOf(_tens, lower) is >= 0 and var ten)
            return 20 + 10 * ten;
        int hyphen = lower.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && Array.IndexOf(_tens, lower[..hyphen]) is >= 0 and var tens && Array.IndexOf(_small, lower[(hyphen + 1)..]) is > 0 and < 10 and var units)
            return 20 + 10 * tens + units;
        return lower switch { "hundred" => 100, "thousand" => 1_000, "million" => 1_000_000, "dozen" => 12, _ => null };
    }

    /// <summary>The lowest value of a vague number (<c>dozens</c>, <c>hundreds</c>), or null. By the rule of thumb of conflict data sets: dozens 24, scores 40, hundreds 200.</summary>
    public static long? Vague(string lower) => lower switch
    {
        "dozens" => 24,
        "scores" => 40,
        "hundreds" => 200,
        "thousands" => 2_000,
        _ => null,
    };
}
