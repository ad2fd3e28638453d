// Words that tell relations, from ties.tsv.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Events.Ties;

/// <summary>Words that tell relations.</summary>
internal static class TieWords
{
    private static readonly Lazy<FrozenDictionary<string, (TieKind Kind, bool Reverse)>> _words = new(Read);

    /// <summary>The relation that a noun tells of its holder ("commander"), or null.</summary>
    internal static TieKind? Noun(string lemma) => Of("noun:" + lemma)?.Kind;

    /// <summary>The relation that a verb tells of its subject and object, or null.</summary>
    internal static TieKind? Verb(string lemma, string? preposition) => Of(preposition is null ? "verb:" + lemma : "verb:" + lemma + "_" + preposition)?.Kind;

    /// <summary>The relation that an adjective tells, and whether the parties' order is turned, or null.</summary>
    internal static (TieKind Kind, bool Reverse)? Adjective(string lemma) => Of("adj:" + lemma);

    /// <summary>The relation that a participle tells behind a hyphen ("X-backed"), a noun by what it is against, or a preposition of company, or null; <paramref name="part"/> says which.</summary>
    internal static TieKind? Other(string part, string lemma) => Of(part + ":" + lemma)?.Kind;

    private static (TieKind Kind, bool Reverse)? Of(string key) => _words.Value.TryGetValue(key, out (TieKind, bool) found) ? found : null;

    private static FrozenDictionary<string, (TieKind Kind, bool Reverse)> Read()
    {
        Dictionary<string, (TieKind, bool)> words = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, TieKind> kinds = Enum.GetValues<TieKind>().ToDictionary(k => k.Name(), StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Events/Ties/ties.tsv"))
        {
            string part = row[1].Split('-')[0];
            foreach (string word in row[2].Split(' '))
                words.TryAdd(part + ":" + word, (kinds[row[0]], row[1].EndsWith("-reverse", StringComparison.Ordinal)));
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
