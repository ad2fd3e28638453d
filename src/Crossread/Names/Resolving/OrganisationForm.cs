// An organisation's name taken apart into its words.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>An organisation's name: the words that count, its initials, and whether it is an acronym itself.</summary>
internal sealed class OrganisationForm
{
    private static readonly Lazy<Dictionary<string, string>> Kinds = new(() =>
    {
        Dictionary<string, string> kinds = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/organisation-words.tsv"))
            kinds[row[0]] = kinds.TryGetValue(row[0], out string? before) ? before + " " + row[1] : row[1];
        return kinds;
    });

    private OrganisationForm(string text, ImmutableArray<string> words, string acronym, string initials, string allInitials)
    {
        Text = text;
        Words = words;
        Acronym = acronym;
        Initials = initials;
        AllInitials = allInitials;
        Key = string.Join(' ', words);
    }

    /// <summary>The name as it stands.</summary>
    public string Text { get; }

    /// <summary>The words that count, folded, known acronyms written out, adjectives of countries as the country.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The words that count, parted by spaces.</summary>
    public string Key { get; }

    /// <summary>Its letters in capitals if the whole name is an acronym, else empty.</summary>
    public string Acronym { get; }

    /// <summary>First letters of the words that count, in capitals.</summary>
    public string Initials { get; }

    /// <summary>First letters of every word, in capitals.</summary>
    public string AllInitials { get; }

    /// <summary>True if the name is one word that names no body by itself (<c>Army</c>, <c>Council</c>).</summary>
    public bool IsGeneral => Words.Length == 1 && Is(Words[0], "general");

    /// <summary>True if the word has this kind in organisation-words.tsv.</summary>
    public static bool Is(string word, string kind) => Kinds.Value.TryGetValue(word, out string? kinds) && kinds.Contains(kind, StringComparison.Ordinal);

    /// <summary>Takes a name apart.</summary>
    public static OrganisationForm Of(string text)
    {
        List<string> written = [.. Split(text)];
        List<string> words = [];
        List<char> initials = [], all = [];
        bool single = written.Count == 1;
        foreach (string word in written)
        {
            string folded = LetterFolding.Fold(word);
            if (folded.Length == 0)
                continue;
            all.Add(char.ToUpperInvariant(folded[0]));
            if (Is(folded, "small") || Is(folded, "legal") && words.Count > 0)
                continue;
            initials.Add(char.ToUpperInvariant(folded[0]));
            if (!single && IsAcronym(word) && (Aliases.Shared.Organisation(word) ?? Aliases.Shared.Place(word)) is string expanded && expanded != word)
                words.AddRange(Split(expanded).Select(w => LetterFolding.Fold(w)).Where(w => !Is(w, "small")));
            else
                words.Add(Countries.Shared.OfAdjective(word) is string country ? LetterFolding.Fold(country) : folded);
        }
        if (words.Count == 0)
            words.AddRange(written.Select(w => LetterFolding.Fold(w)).Where(w => w.Length > 0));
        return new OrganisationForm(text, [.. words], single && IsAcronym(written[0]) ? LetterFolding.Fold(written[0]).ToUpperInvariant() : "",
            string.Concat(initials), string.Concat(all));
    }

    /// <summary>True for two to eight capitals, with or without dots (<c>LNA</c>, <c>U.N.</c>).</summary>
    public static bool IsAcronym(string word)
    {
        int capitals = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c))
                capitals++;
            else if (c is not ('.' or '&') && !char.IsDigit(c))
                return false;
        }
        return capitals is >= 2 and <= 8;
    }

    private static IEnumerable<string> Split(string text)
    {
        foreach (string piece in text.Split([' ', '\u00a0', '\n', '\t', '-', '\u2010', '\u2011', '/', ',', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = piece is [.., '\'' or '’', 's'] ? piece[..^2] : piece;
            if (word.Length > 0)
                yield return word;
        }
    }
}
