// Reads the word lists of this folder.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Stories.Comparing;

/// <summary>The word lists that comparing rests on, read when first used.</summary>
internal static class WordLists
{
    private static readonly Lazy<FrozenDictionary<char, string>> _letters = new(() =>
        Rows("letters").ToFrozenDictionary(row => row[0][0], row => row[1]));

    private static readonly Lazy<FrozenDictionary<string, string>> _passedOver = new(() =>
        Rows("function-words").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, int>> _numbers = new(() =>
        Rows("number-words").ToFrozenDictionary(row => row[0], row => Integer(row[1]), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<ulong, int>> _counts = new(ReadCounts);

    /// <summary>Lower-case letters with marks and their plain letters.</summary>
    public static FrozenDictionary<char, string> Letters => _letters.Value;

    /// <summary>Words without content of their own, each with its class.</summary>
    public static FrozenDictionary<string, string> PassedOver => _passedOver.Value;

    /// <summary>Number words and their values.</summary>
    public static FrozenDictionary<string, int> Numbers => _numbers.Value;

    /// <summary>For the key of a folded word its count in mixed prose.</summary>
    public static FrozenDictionary<ulong, int> Counts => _counts.Value;

    private static FrozenDictionary<ulong, int> ReadCounts()
    {
        Dictionary<ulong, int> counts = [];
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        foreach (string[] row in Rows("common-words"))
        {
            ulong key = TermKey.Of(WordFolding.Stem(row[0], buffer));
            counts[key] = counts.GetValueOrDefault(key) + Integer(row[1]);
        }
        return counts.ToFrozenDictionary();
    }

    private static int Integer(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string name) => ListFile.Rows($"Stories/Comparing/{name}.tsv");
}
