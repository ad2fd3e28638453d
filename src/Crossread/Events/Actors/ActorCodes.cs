// Countries and sectors of actors.
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

using Crossread.Text;

namespace Crossread.Events.Actors;

/// <summary>
/// Codes actors by country (ISO 3166-1 alpha-3) and sector (PLOVER's and CAMEO's role codes: GOV, MIL, REB, …), from names, roles and titles in the text.
/// A code is the country and the sector side by side; either may be missing.
/// </summary>
public static class ActorCodes
{
    private static readonly Lazy<FrozenDictionary<string, string>> _sectors = new(() =>
        ListFile.Rows("Events/Actors/sectors.tsv").SelectMany(r => r[1].Split(' '), (r, w) => (Word: w, Code: r[0])).DistinctBy(x => x.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(x => x.Word, x => x.Code, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> _bodies = new(() =>
        ListFile.Rows("Events/Actors/bodies.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> _countries = new(Countries);

    private static readonly Lazy<FrozenSet<string>> _known = new(() =>
        ListFile.Rows("Events/Actors/country-codes.tsv").Select(r => r[1]).Concat(Sectors).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The sectors, in the order of their list.</summary>
    public static ImmutableArray<string> Sectors { get; } = [.. ListFile.Rows("Events/Actors/sectors.tsv").Select(r => r[0])];

    /// <summary>The sector that a word of a role or body shows, or null.</summary>
    public static string? SectorOf(string word) => _sectors.Value.GetValueOrDefault(word);

    /// <summary>
    /// The code of a phrase that names an actor, together with phrases that describe it; null if neither country nor sector shows.
    /// The phrase's own words count before the descriptions; the last word of a phrase before <c>of</c> counts most.
    /// </summary>
    /// <param name="phrase">The actor's words (<c>Russian soldiers</c>).</param>
    /// <param name="descriptions">Its roles and titles (<c>eastern commander</c>).</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public static string? Of(string phrase, IEnumerable<string> descriptions)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(descriptions);
        string? country = null, sector = null;
        foreach (string words in descriptions.Prepend(phrase))
        {
            if (Whole(words) is { } body)
            {
                country ??= body.Length == 6 || !Sectors.Contains(body) ? body[..3] : null;
                sector ??= body.Length == 6 ? body[3..] : Sectors.Contains(body) ? body : null;
            }
            Read(words, ref country, ref sector);
            if (country is not null && sector is not null)
                break;
        }
        return country is null && sector is null ? null : country + sector;
    }

    /// <summary>Why a code is not one, or null if it is.</summary>
    internal static string? Wrong(string code)
    {
        if (code.Length is 0 or > 12 || code.Length % 3 != 0)
            return "it has no parts of three letters";
        for (int i = 0; i < code.Length; i += 3)
        {
            if (!_known.Value.Contains(code.Substring(i, 3)))
                return $"{code.Substring(i, 3)} is neither country nor sector";
        }
        return null;
    }

    private static string? Whole(string words)
    {
        string bare = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        return _bodies.Value.GetValueOrDefault(bare);
    }

    private static void Read(string phrase, ref string? country, ref string? sector)
    {
        string[] words = phrase.Split([' ', '\u00A0', '\n', ',', '(', ')', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
        int head = Array.FindIndex(words, w => w is "of" or "in" or "for" or "from" or "to");
        int last = (head < 0 ? words.Length : head) - 1;
        // The head first, then what stands before it, then what stands behind.
        foreach (int i in Enumerable.Range(0, last + 1).Reverse().Concat(Enumerable.Range(last + 1, words.Length - last - 1)))
        {
            string word = Bare(words[i]);
            if (sector is null && (SectorOf(word) ?? SectorOf(Singular(word))) is { } found && (i <= last || country is null))
                sector = found;
            country ??= Country(words, i);
        }
    }

    private static string? Country(string[] words, int at)
    {
        string word = Bare(words[at]);
        if (word.Length < 2 || !char.IsUpper(word[0]))
            return null;
        for (int length = Math.Min(4, words.Length - at); length >= 1; length--)
        {
            StringBuilder joined = new(word);
            for (int i = 1; i < length; i++)
                joined.Append(' ').Append(Bare(words[at + i]));
            if (_countries.Value.TryGetValue(joined.ToString(), out string? code))
                return code;
        }
        return null;
    }

    private static string Bare(string word)
    {
        string bare = word.Trim('.', ';', ':', '!', '?', '‘', '’', '\'');
        foreach (string ending in (ReadOnlySpan<string>)["'s", "’s"])
            bare = bare.EndsWith(ending, StringComparison.Ordinal) ? bare[..^2] : bare;
        return bare;
    }

    private static string Singular(string word) =>
        word.EndsWith("men", StringComparison.OrdinalIgnoreCase) ? word[..^2] + "an"
        : word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? word[..^3] + "y"
        : word.EndsWith('s') ? word[..^1] : word;

    private static FrozenDictionary<string, string> Countries()
    {
        FrozenDictionary<string, string> codes = ListFile.Rows("Events/Actors/country-codes.tsv").DistinctBy(r => r[0], StringComparer.Ordinal).ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Dictionary<string, string> of = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Finding/countries.tsv"))
        {
            if (!codes.TryGetValue(row[0].Split('|')[0], out string? code))
                continue;
            foreach (string word in row.SelectMany(c => c.Split('|')).Where(w => w.Length > 1))
                of.TryAdd(word, code);
        }
        return of.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
