// Hashes of features: a template's number and the values that stand in it, mixed into 32 bits.
using System.Runtime.CompilerServices;

namespace Crossread.Language;

/// <summary>Keys of features. Two features share a key about once in four thousand million pairs.</summary>
internal static class FeatureKey
{
    /// <summary>Joins two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong a, ulong b) => unchecked(((a * 0x9E3779B97F4A7C15UL) ^ (b + 0x632BE59BD9B4E019UL)) * 0xD6E8FEB86659FD93UL);

    /// <summary>The key of a template with its value; never 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, ulong value)
    {
        unchecked
        {
            ulong hash = (value ^ (template * 0xA24BAED4963EE407UL)) * 0x9FB21C651E98DF25UL;
            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15UL;
            return (uint)(hash >> 32) | 1u;
        }
    }
}
