// The rough sound of a word: what the index of names is sorted by.
using System.Collections.Immutable;
using System.Text;

using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>
/// Keys under which all spellings of a name are likely to meet: consonants by class, vowels left out
/// (the idea of Soundex and Double Metaphone, with the classes of sound-classes.tsv).
/// </summary>
internal static class SoundKey
{
    private const int MostKeys = 8;
    private const int LongestKey = 12;

    private static readonly Lazy<Dictionary<string, string[]>> Classes = new(Load);

    /// <summary>One to eight keys of a folded word; never empty.</summary>
    public static ImmutableArray<string> Of(string word)
    {
        Dictionary<string, string[]> classes = Classes.Value;
        Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> lookup = classes.GetAlternateLookup<ReadOnlySpan<char>>();
        List<StringBuilder> keys = [new StringBuilder()];
        for (int at = 0; at < word.Length;)
        {
            int taken = 1;
            string[]? found = null;
            for (int length = Math.Min(4, word.Length - at); length > 0 && found == null; length--)
            {
                if (lookup.TryGetValue(word.AsSpan(at, length), out found))
                    taken = length;
            }
            at += taken;
            if (found == null)
                continue;
            int many = keys.Count;
            for (int other = 1; other < found.Length && keys.Count < MostKeys; other++)
            {
                for (int k = 0; k < many && keys.Count < MostKeys; k++)
                    Add(keys, new StringBuilder().Append(keys[k]), found[other]);
            }
            for (int k = 0; k < many; k++)
                Append(keys[k], found[0]);
        }
        if (keys is [{ Length: 0 }])
            return [word.Length == 0 ? "" : "_" + word[0]];
        return [.. keys.Select(k => k.ToString()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Keys of several words, each sounded by itself: the end of one and the start of the next are no letter together.</summary>
    public static ImmutableArray<string> Of(IEnumerable<string> words)
    {
        List<string> keys = [""];
        foreach (string word in words)
            keys = [.. keys.SelectMany(_ => Of(word), (before, key) => before + key).Take(MostKeys)];
        return [.. keys.Select(k => k.Length > LongestKey ? k[..LongestKey] : k).Distinct(StringComparer.Ordinal)];
    }

    private static void Add(List<StringBuilder> keys, StringBuilder key, string sound)
    {
        Append(key, sound);
        keys.Add(key);
    }

    private static void Append(StringBuilder key, string sound)
    {
        if (sound != "-" && key.Length < LongestKey && !(key.Length > 0 && sound.Length == 1 && key[^1] == sound[0]))
            key.Append(sound);
    }

    private static Dictionary<string, string[]> Load()
    {
        Dictionary<string, string[]> classes = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/sound-classes.tsv"))
            classes[row[0]] = row[1].Split('|');
        return classes;
    }
}
