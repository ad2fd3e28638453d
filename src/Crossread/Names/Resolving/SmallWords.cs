// Small words and verbs of saying.
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>What small-words.tsv says of a word.</summary>
internal static class SmallWords
{
    private static readonly Lazy<Dictionary<string, string>> Kinds = new(() =>
    {
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/small-words.tsv"))
            kinds[row[0]] = row[1];
        return kinds;
    });

    /// <summary>True if the word, in small letters, has the kind.</summary>
    public static bool Is(string word, string kind) => Kinds.Value.TryGetValue(word, out string? kinds) && kinds.Contains(kind, StringComparison.Ordinal);
}
