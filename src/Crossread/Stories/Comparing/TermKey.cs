// A number that stands for a folded word.
using System.Runtime.InteropServices;

namespace Crossread.Stories.Comparing;

/// <summary>Makes 64-bit keys of folded words: FNV-1a over the UTF-16 code units, stirred at the end. The same on every machine.</summary>
public static class TermKey
{
    /// <summary>The key of a word.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        unchecked
        {
            ulong hash = 14695981039346656037UL;
            foreach (char c in word)
                hash = (hash ^ c) * 1099511628211UL;
            return Stir(hash);
        }
    }

    /// <summary>The key of a pair of words in this order.</summary>
    public static ulong Of(ulong first, ulong second) => unchecked(Stir((first * 0x9E3779B97F4A7C15UL) ^ second));

    /// <summary>A key as far from the given one as another word's.</summary>
    internal static ulong Salted(ulong key, ulong salt) => unchecked(Stir(key ^ (salt * 0xD6E8FEB86659FD93UL)));

    /// <summary>The key of a whole list of keys.</summary>
    internal static ulong OfAll(ReadOnlySpan<ulong> keys)
    {
        unchecked
        {
            ulong hash = 14695981039346656037UL;
            foreach (byte b in MemoryMarshal.AsBytes(keys))
                hash = (hash ^ b) * 1099511628211UL;
            return Stir(hash);
        }
    }

    // The finaliser of SplitMix64: every bit of the input moves every bit of the output.
    private static ulong Stir(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
