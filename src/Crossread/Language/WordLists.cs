// Word lists as sets that are asked by spans of text.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Reads embedded lists into sets.</summary>
internal static class WordLists
{
    /// <summary>The first columns of a list; capitals and small letters are the same.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string name) =>
        new HashSet<string>(ListFile.Rows(name).Select(row => row[0]), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
