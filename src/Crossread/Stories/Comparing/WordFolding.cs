// Folds a word to the form in which reports are compared.
namespace Crossread.Stories.Comparing;

/// <summary>Folds words: case and marks away, then a light stem, or for names a skeleton of their sounds.</summary>
public static class WordFolding
{
    /// <summary>Letters of a word that count; the rest is cut off.</summary>
    public const int Limit = 48;

    /// <summary>The word in lower case without marks and without a possessive ending.</summary>
    /// <param name="word">The word.</param>
    /// <param name="buffer">Room for <see cref="Limit"/> letters; the answer lies in it.</param>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int n = 0;
        foreach (char c in word)
        {
            if (n >= Limit - 2)
                break;
            if (char.IsAscii(c))
            {
                buffer[n++] = char.ToLowerInvariant(c);
            }
            else if (c == '’')
            {
                buffer[n++] = '\'';
            }
            else if (WordLists.Letters.TryGetValue(char.ToLowerInvariant(c), out string? plain))
            {
                foreach (char p in plain)
                    buffer[n++] = p;
            }
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                buffer[n++] = char.ToLowerInvariant(c);
            }
        }
        ReadOnlySpan<char> folded = buffer[..n];
        return folded.EndsWith("'s") ? folded[..^2] : folded.EndsWith("'") ? folded[..^1] : folded;
    }

    /// <summary>The folded word without the endings of English inflection: <c>mobilised</c>, <c>mobilising</c> and <c>mobilise</c> are one.</summary>
    /// <param name="word">The word.</param>
    /// <param name="buffer">Room for <see cref="Limit"/> letters; the answer lies in it.</param>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int n = Fold(word, buffer).Length;
        Span<char> s = buffer[..n];
        // "fishermen" opening a sentence may be taken for a name; its key must be that of "fisherman" all the same.
        if (n > 4 && s.EndsWith("men"))
            s[n - 2] = 'a';
        // British and American spelling: -ise and -ize, -our and -or.
        if (n > 5)
        {
            int z = s.LastIndexOf('z');
            if (z >= 4 && s[z - 1] == 'i' && n - z <= 6)
                s[z] = 's';
        }
        if (n > 4 && s.EndsWith("ies"))
        {
            s[n - 3] = 'y';
            return s[..(n - 2)];
        }
        if (n > 4 && s.EndsWith("ied"))
        {
            s[n - 3] = 'y';
            return s[..(n - 2)];
        }
        if (s.EndsWith("sses"))
            return s[..(n - 2)];
        if (n >= 6 && s.EndsWith("ing"))
            return Trim(s[..(n - 3)]);
        if (n >= 5 && s.EndsWith("ed"))
            return Trim(s[..(n - 2)]);
        if (n >= 4 && s[n - 1] == 's' && !s.EndsWith("ss") && !s.EndsWith("us") && !s.EndsWith("is"))
            return DropE(s[..(n - 1)]);
        return n > 3 ? DropE(s) : s;
    }

    /// <summary>
    /// The skeleton of a name's sounds, by which spellings of one name from other scripts meet (<c>Qaddafi</c>, <c>Gadhafi</c>):
    /// vowels but the first away, consonants that transliterations confuse as one, doubled ones single. A hint, never a proof.
    /// </summary>
    /// <param name="name">One word of a name.</param>
    /// <param name="buffer">Room for <see cref="Limit"/> letters; the answer lies in it.</param>
    public static ReadOnlySpan<char> Sounds(ReadOnlySpan<char> name, Span<char> buffer)
    {
        int n = Fold(name, buffer).Length, w = 0;
        Span<char> s = buffer[..n];
        char last = '\0';
        for (int i = 0; i < n; i++)
        {
            char c = s[i];
            char next = i + 1 < n ? s[i + 1] : '\0';
            char sound = c switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' => w == 0 && c is not ('y' or 'w') ? 'a' : c is 'y' or 'w' && w == 0 ? c : '\0',
                'c' => next == 'h' ? 'x' : next is 'e' or 'i' or 'y' ? 's' : 'k',
                'q' or 'k' or 'g' => 'k',
                'x' => 'k',
                'd' or 't' => 't',
                'b' or 'p' => next == 'h' ? 'f' : 'p',
                'v' or 'f' => 'f',
                'z' or 's' => next == 'h' ? 'x' : 's',
                'j' => 'x',
                'h' => i == 0 ? 'h' : '\0',
                'l' or 'm' or 'n' or 'r' => c,
                _ => char.IsAsciiLetter(c) || c > 127 ? c : '\0',
            };
            if (sound == '\0')
            {
                if (c != 'h')
                    last = '\0';
                continue;
            }
            if (sound != last)
                s[w++] = sound;
            last = sound;
            if (sound == 'x' && c is 'c' or 's' && next == 'h')
                i++;
        }
        return s[..w];
    }

    private static Span<char> Trim(Span<char> s)
    {
        int n = s.Length;
        // stopped → stop, but falling → fall
        if (n > 3 && s[n - 1] == s[n - 2] && s[n - 1] is not ('l' or 's' or 'z'))
            return s[..(n - 1)];
        return DropE(s);
    }

    private static Span<char> DropE(Span<char> s)
    {
        int n = s.Length;
        return n > 3 && s[n - 1] == 'e' ? s[..(n - 1)] : s;
    }
}
