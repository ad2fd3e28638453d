// Which stretch of a text to show around the words that were found.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Storage.Searching;

/// <summary>Chooses the stretch of a text that shows the most of what was found.</summary>
internal static class SearchContext
{
    private const int _length = 240;
    private const int _before = 60;

    /// <summary>The stretch, cut at spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">The stretch may not reach past this.</param>
    /// <param name="words">The words that were found, in order.</param>
    public static TextSpan Of(string text, TextSpan within, ImmutableArray<TextSpan> words)
    {
        if (within.Length <= _length)
            return within;
        int best = within.Start, most = -1;
        for (int i = 0; i < words.Length; i++)
        {
            // A word that comes again tells less than another.
            HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
            for (int j = i; j < words.Length && words[j].End <= words[i].Start + _length - _before; j++)
                seen.Add(words[j].Cut(text));
            if (seen.Count > most)
                (most, best) = (seen.Count, words[i].Start);
        }
        int start = Math.Clamp(best - _before, within.Start, within.End - _length), end = start + _length;
        while (start > within.Start && start < best && !char.IsWhiteSpace(text[start - 1]))
            start++;
        while (start < best && char.IsWhiteSpace(text[start]))
            start++;
        int last = words.Where(w => w.Start >= best && w.End <= end).Select(w => w.End).DefaultIfEmpty(start).Max();
        while (end < within.End && end > last && !char.IsWhiteSpace(text[end]))
            end--;
        return new TextSpan(start, Math.Max(start, end));
    }
}
