// A name taken apart into its words.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>One word of a name.</summary>
/// <param name="folded">Its letters, small and without accents.</param>
/// <param name="written">Its letters as they stand.</param>
/// <param name="initial">True if it is one letter that stands for a word.</param>
internal sealed class NameWord(string folded, string written, bool initial)
{
    private readonly Lazy<ImmutableArray<string>> _sounds = new(() => SoundKey.Of(folded));

    /// <summary>Its letters, small and without accents.</summary>
    public string Folded => folded;

    /// <summary>Its letters as they stand.</summary>
    public string Written => written;

    /// <summary>True if it is one letter that stands for a word.</summary>
    public bool Initial => initial;

    /// <summary>Its rough sounds.</summary>
    public ImmutableArray<string> Sounds => _sounds.Value;

    /// <summary>True if the two have a rough sound in common.</summary>
    public bool SoundsLike(NameWord other)
    {
        foreach (string sound in Sounds)
        {
            if (other.Sounds.Contains(sound, StringComparer.Ordinal))
                return true;
        }
        return false;
    }
}

/// <summary>A name taken apart: words that carry it, with articles, joints and suffixes set aside.</summary>
internal sealed class NameForm
{
    private static readonly Lazy<Dictionary<string, string>> Particles = new(() =>
    {
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/particles.tsv"))
            kinds[row[0]] = row[1];
        return kinds;
    });

    private NameForm(string text, ImmutableArray<NameWord> all, ImmutableArray<NameWord> words, string suffix, bool article)
    {
        Text = text;
        All = all;
        Words = words;
        Suffix = suffix;
        HasArticle = article;
        Key = string.Join(' ', words.Select(w => w.Folded));
        Joined = string.Concat(words.Select(w => w.Folded));
        Plain = string.Join(' ', all.Select(w => w.Folded));
    }

    /// <summary>The name as it stands.</summary>
    public string Text { get; }

    /// <summary>Every word.</summary>
    public ImmutableArray<NameWord> All { get; }

    /// <summary>The words that carry the name: without articles, joints and suffix. Never empty unless the text has no letter.</summary>
    public ImmutableArray<NameWord> Words { get; }

    /// <summary>What tells generations apart (<c>jr</c>, <c>iii</c>), or empty.</summary>
    public string Suffix { get; }

    /// <summary>True if an Arabic article was set aside.</summary>
    public bool HasArticle { get; }

    /// <summary>The folded words, parted by spaces.</summary>
    public string Key { get; }

    /// <summary>The folded words, run together.</summary>
    public string Joined { get; }

    /// <summary>All folded words, parted by spaces.</summary>
    public string Plain { get; }

    /// <summary>The last word: the surname in most languages.</summary>
    public NameWord Last => Words[^1];

    /// <summary>The first word.</summary>
    public NameWord First => Words[0];

    /// <summary>True if the name has two words or more.</summary>
    public bool IsFull => Words.Length > 1;

    /// <summary>Takes a name apart.</summary>
    public static NameForm Of(string text)
    {
        List<NameWord> all = [];
        foreach (string piece in Split(text))
        {
            string folded = LetterFolding.Fold(piece);
            if (folded.Length > 0)
                all.Add(new NameWord(folded, piece, folded.Length == 1 && char.IsLetter(folded[0])));
        }
        List<NameWord> words = [];
        string suffix = "";
        bool article = false;
        for (int i = 0; i < all.Count; i++)
        {
            string kind = Particles.Value.GetValueOrDefault(all[i].Folded, "");
            bool last = i == all.Count - 1;
            if (kind == "suffix" && last && i > 0)
                suffix = all[i].Folded;
            else if (kind == "article" && !last && (i > 0 || IsArticleFirst(text, all, i)))
                article = true;
            else if (kind == "joint" && !last && i > 0)
                continue;
            else
                words.Add(all[i]);
        }
        return new NameForm(text, [.. all], [.. words], suffix, article);
    }

    // “al-Dori” and “el Dori” are an article and a name; “Al Dorin” may be Albert.
    private static bool IsArticleFirst(string text, List<NameWord> all, int i)
    {
        string written = all[i].Written;
        int after = text.IndexOf(written, StringComparison.Ordinal) + written.Length;
        bool hyphen = after < text.Length && text[after] is '-' or '\u2010' or '\u2011';
        return hyphen || char.IsLower(written[0]) || all.Count == 2;
    }

    private static IEnumerable<string> Split(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('-' or '\u2010' or '\u2011' or '\u2013' or '.' or ',' or '/' or '(' or ')' or '"' or '“' or '”' or '&');
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                string piece = text[start..i];
                start = -1;
                // The genitive is no part of the name.
                if (i == text.Length && (piece.EndsWith("'s", StringComparison.Ordinal) || piece.EndsWith("’s", StringComparison.Ordinal)))
                    piece = piece[..^2];
                if (piece.Length > 0)
                    yield return piece;
            }
        }
    }
}
