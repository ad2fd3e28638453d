// What a user types into a search box, as words and phrases.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Crossread.Storage.Searching;

/// <summary>
/// Words and phrases to search for; all of them must be there. Words in quotation marks are a phrase. Nothing else has a meaning: no operator, no
/// wildcard, no syntax of a search engine.
/// </summary>
public sealed class SearchWords
{
    /// <summary>Length of the words together, in UTF-16 code units, at most.</summary>
    public const int MostLetters = 1000;

    /// <summary>Number of words and phrases, at most.</summary>
    public const int MostParts = 32;

    private SearchWords(ImmutableArray<string> parts) => Parts = parts;

    /// <summary>The words and phrases, 1 or more, each with a letter or digit.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>Reads what was typed.</summary>
    /// <param name="text">What was typed; of any length and content.</param>
    /// <param name="words">The words, or null.</param>
    /// <param name="wrong">Why there are none, in words, or null.</param>
    public static bool TryParse(string text, out SearchWords? words, out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        words = null;
        if (text.Length > MostLetters)
        {
            wrong = string.Create(CultureInfo.InvariantCulture, $"the search is {text.Length} characters long; {MostLetters} are the most");
            return false;
        }
        ImmutableArray<string> parts = [.. Part(text).Where(p => p.EnumerateRunes().Any(Rune.IsLetterOrDigit))];
        wrong = parts.IsEmpty ? "there is no word to search for"
            : parts.Length > MostParts ? string.Create(CultureInfo.InvariantCulture, $"the search has {parts.Length} words; {MostParts} are the most") : null;
        words = wrong is null ? new SearchWords(parts) : null;
        return wrong is null;
    }

    /// <summary>Those of the words that pass; null if none does, and these themselves if all do.</summary>
    internal SearchWords? Only(Func<string, bool> passes)
    {
        ImmutableArray<string> passed = [.. Parts.Where(passes)];
        return passed.Length == Parts.Length ? this : passed.IsEmpty ? null : new SearchWords(passed);
    }

    private static IEnumerable<string> Part(string text)
    {
        StringBuilder part = new();
        bool quoted = false;
        foreach (char c in text)
        {
            if (c is '"' or '\u201C' or '\u201D' or '\u201E')
            {
                yield return part.ToString();
                part.Clear();
                quoted = !quoted;
            }
            else if (!quoted && char.IsWhiteSpace(c))
            {
                yield return part.ToString();
                part.Clear();
            }
            else
            {
                part.Append(char.IsControl(c) ? ' ' : c);
            }
        }
        yield return part.ToString();
    }
}
