// Where a word most likely begins and ends.
namespace Crossread.Storage.Packing;

/// <summary>
/// Where a word most likely begins and ends, by rules that never change: what is written by them is read by them in years. So they ask no table of
/// Unicode, which grows.
/// </summary>
internal static class WordShapes
{
    /// <summary>How many blanks stand at a place.</summary>
    public static int Blanks(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] is ' ' or '\n' or '\r' or '\t' or '\u00A0')
            end++;
        return end - at;
    }

    /// <summary>How many letters and digits stand at a place; 1 if something else does, 0 at the end.</summary>
    public static int Run(string text, int at)
    {
        int end = at;
        while (end < text.Length && IsLetter(text[end]))
            end++;
        return at < text.Length ? Math.Max(1, end - at) : 0;
    }

    /// <summary>A number of a word, the same whether its ASCII letters are large or small (FNV-1a).</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in word)
            hash = unchecked((hash ^ (char.IsAsciiLetterUpper(letter) ? letter | 0x20u : letter)) * 0x100000001B3);
        return hash;
    }

    /// <summary>A number of a word's last letters, and of whether it begins with a large one or a digit.</summary>
    public static ulong Ending(ReadOnlySpan<char> word, int letters)
    {
        char first = word.IsEmpty ? ' ' : word[0];
        return (Hash(word.Length > letters ? word[^letters..] : word) << 2) | (char.IsAsciiLetterUpper(first) ? 1UL : char.IsAsciiDigit(first) ? 2UL : 0UL);
    }

    // Beyond ASCII all but the signs and marks of Latin-1 and of general punctuation counts as a letter.
    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c >= '\u00C0' && c is < '\u2000' or > '\u206F');
}
