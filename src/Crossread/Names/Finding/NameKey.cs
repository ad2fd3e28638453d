// Letters to keys: a word or phrase as a 64-bit number that is the same in any case, with or without accents, dots and hyphens.
namespace Crossread.Names.Finding;

/// <summary>Keys of words and phrases (FNV-1a over folded letters).</summary>
internal static class NameKey
{
    /// <summary>The key of no letters.</summary>
    public const ulong Empty = 0xcbf29ce484222325;

    private const ulong Prime = 0x100000001b3;

    // What the letters from U+00C0 to U+017F are without their accents; '?' leaves a letter as it is.
    private const string Unaccented =
        "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Adds the letters and digits of a word to a key. Everything else (dots, hyphens, apostrophes) is passed over.</summary>
    public static ulong Add(ulong key, ReadOnlySpan<char> word)
    {
        unchecked
        {
            foreach (char c in word)
            {
                char folded = Fold(c);
                if (folded != '\0')
                    key = (key ^ folded) * Prime;
            }
        }
        return key;
    }

    /// <summary>The key of one word.</summary>
    public static ulong Of(ReadOnlySpan<char> word) => Add(Empty, word);

    /// <summary>A key for a word that counts only in capitals.</summary>
    public static ulong InCapitals(ulong key) => unchecked((key ^ 0xffff) * Prime);

    /// <summary>Lower case without accent, or the null character for what is neither letter nor digit.</summary>
    private static char Fold(char c)
    {
        if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
            return c;
        if (c is >= 'A' and <= 'Z')
            return (char)(c | 0x20);
        if (c < 0xc0)
            return '\0';
        if (c - 0xc0 < Unaccented.Length)
            return Unaccented[c - 0xc0] is var plain && plain == '?' ? '\0' : plain;
        return char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
    }
}
