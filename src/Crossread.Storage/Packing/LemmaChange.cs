// How a lemma comes out of its word.
namespace Crossread.Storage.Packing;

/// <summary>How a lemma comes out of its word in small letters: some letters at its end are cut off, others put there. Few changes serve many words.</summary>
internal static class LemmaChange
{
    private const char _most = '\u0400', _whole = '\uFFFF';

    /// <summary>The change: the number of letters that are cut off, as a character, and what is put in their place.</summary>
    public static string Of(string word, string lemma)
    {
        int shared = word.AsSpan().CommonPrefixLength(lemma);
        // Half a pair of surrogates cannot be written.
        if (shared > 0 && char.IsHighSurrogate(word[shared - 1]))
            shared--;
        return word.Length - shared < _most ? (char)(word.Length - shared) + lemma[shared..] : _whole + lemma;
    }

    /// <summary>The lemma.</summary>
    /// <exception cref="InvalidDataException">The word is shorter than what is cut off.</exception>
    public static string Apply(string word, string change) => change switch
    {
        [_whole, .. string lemma] => lemma,
        [char cut, .. string end] when cut <= word.Length => string.Concat(word.AsSpan(0, word.Length - cut), end),
        _ => throw new InvalidDataException("a lemma does not fit its word"),
    };
}
