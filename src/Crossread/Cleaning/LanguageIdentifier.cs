// Which language is a text in? Told by its script and its short words.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>
/// Tells the language of a text by its script and by how many of its words are among the language's most frequent ones (the short-word method:
/// Grefenstette, "Comparing two language identification schemes", 1995). About sixty languages; languages.tsv holds the words.
/// </summary>
public static class LanguageIdentifier
{
    private const int _charactersRead = 20_000;

    private const float _letterWeight = 0.5f, _mostByLetters = 3f;

    private static readonly Lazy<FrozenDictionary<char, ImmutableArray<(int Language, float Weight)>>> _letters = new(LoadLetters);

    private static readonly Lazy<(ImmutableArray<string> Codes, FrozenDictionary<string, (int Language, float Weight)[]> Words)> _profiles = new(Load);

    // Scripts that one language has to itself, or nearly so.
    private static readonly (char First, char Last, string Code)[] _scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"),
        ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"), ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7A3', "ko"),
    ];

    /// <summary>The ISO 639-1 code of the text's language, <c>und</c> if it could not be told.</summary>
    /// <param name="text">The text; its first 20,000 characters are read.</param>
    /// <param name="stated">What the document says of its language, or null; it decides where the words do not.</param>
    public static string Identify(string text, string? stated = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, _charactersRead));
        string? said = Code(stated);
        if (ByScript(sample) is { } script)
            return script;
        (ImmutableArray<string> codes, FrozenDictionary<string, (int Language, float Weight)[]> words) = _profiles.Value;
        FrozenDictionary<string, (int Language, float Weight)[]>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<float> scores = stackalloc float[codes.Length];
        scores.Clear();
        Span<char> lower = stackalloc char[24];
        int count = 0;
        for (int i = 0; i < sample.Length;)
        {
            if (!IsLetter(sample[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < sample.Length && IsLetter(sample[i]))
                i++;
            count++;
            ReadOnlySpan<char> word = sample[start..i];
            if (word.Length >= lower.Length)
                continue;
            int length = word.ToLowerInvariant(lower);
            if (!lookup.TryGetValue(lower[..length], out (int Language, float Weight)[]? hits))
                continue;
            foreach ((int language, float weight) in hits)
                scores[language] += weight;
        }
        AddLetters(sample, scores);
        int best = 0, second = -1;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                (best, second) = (i, best);
            else if (second < 0 || scores[i] > scores[second])
                second = i;
        }
        string code = codes[best].Split('-')[0];
        // Few hits or two languages alike: the document's own word decides if it names one of the two.
        bool clear = scores[best] >= 2 && scores[best] >= 0.04 * count && scores[best] >= 1.08 * scores[second];
        if (clear)
            return code;
        if (said is not null && (said == code || said == codes[second].Split('-')[0]))
            return said;
        return count == 0 ? "und" : said is not null && scores[best] < 2 ? said : scores[best] >= 1 && scores[best] >= 0.08 * count && scores[best] > scores[second] ? code : said ?? "und";
    }

    // Each letter that few languages write speaks for them, at most as much as a few short words would.
    private static void AddLetters(ReadOnlySpan<char> sample, Span<float> scores)
    {
        FrozenDictionary<char, ImmutableArray<(int Language, float Weight)>> letters = _letters.Value;
        Span<float> sums = stackalloc float[scores.Length];
        sums.Clear();
        foreach (char c in sample)
        {
            if (c >= '\u0080' && letters.TryGetValue(char.ToLowerInvariant(c), out ImmutableArray<(int Language, float Weight)> hits))
            {
                foreach ((int language, float weight) in hits)
                    sums[language] += weight;
            }
        }
        for (int i = 0; i < scores.Length; i++)
            scores[i] += Math.Min(sums[i] * _letterWeight, Math.Max(_mostByLetters, scores[i] * 0.5f));
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string? Code(string? stated)
    {
        if (stated is null || stated.Length < 2)
            return null;
        string code = stated.Trim().ToLowerInvariant().Split('-', '_')[0];
        return code.Length == 2 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) ? code == "nb" || code == "nn" ? "no" : code : null;
    }

    private static string? ByScript(ReadOnlySpan<char> sample)
    {
        Span<int> counts = stackalloc int[_scripts.Length];
        counts.Clear();
        int letters = 0;
        foreach (char c in sample)
        {
            if (c < '\u0370')
            {
                letters += char.IsAsciiLetter(c) || c >= '\u00C0' ? 1 : 0;
                continue;
            }
            if (!char.IsLetter(c))
                continue;
            letters++;
            for (int i = 0; i < _scripts.Length; i++)
            {
                if (c >= _scripts[i].First && c <= _scripts[i].Last)
                {
                    counts[i]++;
                    break;
                }
            }
        }
        int kana = counts[16], han = counts[17];
        if ((kana + han) * 2 > letters && kana * 8 > han)
            return "ja";
        for (int i = 0; i < _scripts.Length; i++)
        {
            if (counts[i] * 2 > letters)
                return _scripts[i].Code;
        }
        return null;
    }

    private static (ImmutableArray<string>, FrozenDictionary<string, (int, float)[]>) Load()
    {
        List<string> codes = [];
        Dictionary<string, List<int>> words = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Cleaning/languages.tsv"))
        {
            foreach (string word in row[1].Split(' ').Distinct(StringComparer.Ordinal))
            {
                if (!words.TryGetValue(word, out List<int>? languages))
                    words.Add(word, languages = []);
                languages.Add(codes.Count);
            }
            codes.Add(row[0]);
        }
        // A word that many languages share says little.
        return ([.. codes], words.ToFrozenDictionary(w => w.Key, w => w.Value.Select(l => (l, (float)(1 / Math.Sqrt(w.Value.Count)))).ToArray(), StringComparer.Ordinal));
    }

    private static FrozenDictionary<char, ImmutableArray<(int, float)>> LoadLetters()
    {
        ImmutableArray<string> codes = _profiles.Value.Codes;
        Dictionary<char, List<int>> letters = [];
        foreach (string[] row in ListFile.Rows("Cleaning/letters.tsv"))
        {
            int language = codes.IndexOf(row[0]);
            foreach (char c in row[1].Distinct())
            {
                if (!letters.TryGetValue(c, out List<int>? languages))
                    letters.Add(c, languages = []);
                languages.Add(language);
            }
        }
        return letters.ToFrozenDictionary(l => l.Key, l => l.Value.Where(language => language >= 0).Select(language => (language, 1f / l.Value.Count)).ToImmutableArray());
    }
}
