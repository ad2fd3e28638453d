// The parts that pages build a heading of: topic line, headline, subtitle.
using Crossread.Text;

namespace Crossread.Documents;

/// <summary>Knows the names of a heading's parts.</summary>
internal static class HeadingParts
{
    private static readonly Lazy<string[]> _names = new(() => [.. ListFile.Rows("Documents/heading-parts.tsv").Select(row => row[0])]);

    /// <summary>True if the names (class, id) say that an element is a part of a heading that stands by itself.</summary>
    public static bool Names(string names)
    {
        if (names.Length == 0)
            return false;
        foreach (string part in _names.Value)
        {
            if (names.Contains(part, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
