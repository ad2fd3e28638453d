// A group without a name, taken apart: what it is, and what is said beside it.
using System.Collections.Immutable;


namespace Crossread.Names.Resolving;

/// <summary>The noun of a phrase like <c>militias in the western city of Orban</c>, and the words beside it that tell which ones.</summary>
/// <param name="Head">The noun, small.</param>
/// <param name="Words">Other words, folded, without small ones.</param>
internal sealed record GroupPhrase(string Head, ImmutableArray<string> Words)
{
    /// <summary>Takes a phrase apart.</summary>
    /// <param name="phrase">Its words.</param>
    /// <param name="noun">Its noun if the grammar tells it; else the word before the first preposition.</param>
    public static GroupPhrase Of(string phrase, string? noun = null)
    {
        List<string> words = [.. phrase.Split([' ', '\n', '\t', '\u00a0', '-', ',', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Select(w => LetterFolding.Fold(w)).Where(w => w.Length > 0)];
        int border = words.FindIndex(words.Count > 1 ? 1 : 0, w => SmallWords.Is(w, "border"));
        int head = noun != null && words.IndexOf(LetterFolding.Fold(noun)) is var told and >= 0 ? told : border > 0 ? border - 1 : words.Count - 1;
        if (head < 0)
            return new GroupPhrase("", []);
        return new GroupPhrase(words[head], [.. words.Where((w, i) => i != head && !SmallWords.Is(w, "border") && !SmallWords.Is(w, "little")).Distinct(StringComparer.Ordinal)]);
    }
}
