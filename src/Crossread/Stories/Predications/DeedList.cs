// Which verbs and event nouns tell the same kind of deed.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>The lists <c>predicates.tsv</c> and <c>light-verbs.tsv</c>.</summary>
internal static class DeedList
{
    private static readonly Lazy<(FrozenDictionary<string, string> Verbs, FrozenDictionary<string, string> Nouns)> _deeds = new(Read);
    private static readonly Lazy<FrozenDictionary<string, (string Deed, bool Done)>> _states = new(States);
    private static readonly Lazy<FrozenSet<string>> _light = new(() => ListFile.Rows("Stories/Predications/light-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> _broad = new(() => ListFile.Rows("Stories/Predications/broad-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenSet<string>> _closer = new(() => ListFile.Rows("Stories/Predications/closer-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> _generic = new(() => ListFile.Rows("Stories/Predications/generic-nouns.tsv").Select(r => "n:" + NounFor(r[0])).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True if the key is a noun too common to tell by itself that two clauses speak of the same thing.</summary>
    public static bool IsGeneric(string key) => _generic.Value.Contains(key);

    private static readonly Lazy<FrozenDictionary<string, string>> _nouns = new(() => ListFile.Rows("Stories/Predications/same-nouns.tsv")
        .SelectMany(r => r[1].Split(' ').Select(n => KeyValuePair.Create(n, r[0]))).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The noun that stands for this one in comparing: <c>rebel</c> and <c>militant</c> are both fighters.</summary>
    public static string NounFor(string lemma) => _nouns.Value.GetValueOrDefault(lemma, lemma);

    private static readonly Lazy<FrozenSet<string>> _telling = new(() => ListFile.Rows("Stories/Predications/telling-nouns.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True for a noun that stands for what somebody has told: <c>report</c>, <c>accusation</c>.</summary>
    public static bool IsTelling(string lemma) => _telling.Value.Contains(lemma);

    /// <summary>The deed of a verb's lemma, or null.</summary>
    public static string? OfVerb(string lemma) => _deeds.Value.Verbs.GetValueOrDefault(lemma);

    /// <summary>The deed of an event noun's lemma, or null.</summary>
    public static string? OfNoun(string lemma) => _deeds.Value.Nouns.GetValueOrDefault(lemma);

    /// <summary>True if the verb says no more than its group does: one that the list gives first, or that is a mere synonym of it.</summary>
    public static bool IsPlain(string lemma) => !_closer.Value.Contains(lemma);

    /// <summary>The deed that a state tells to have been done, or not: what is "off" was switched off, what "works" was not.</summary>
    public static (string Deed, bool Done)? OfState(string lemma) => _states.Value.TryGetValue(lemma, out (string, bool) state) ? state : null;

    /// <summary>True if the verb says so little that one thing in common does not make two clauses tell the same.</summary>
    public static bool IsBroad(string lemma) => _broad.Value.Contains(lemma);

    /// <summary>True if the verb lends its subject to a noun that names the deed.</summary>
    public static bool IsLight(string lemma) => _light.Value.Contains(lemma);

    private static FrozenDictionary<string, (string Deed, bool Done)> States()
    {
        Dictionary<string, (string, bool)> states = [];
        foreach (string[] row in ListFile.Rows("Stories/Predications/states.tsv"))
        {
            foreach (string word in row[1].Split(' ').Where(w => w != "-"))
                states.TryAdd(word, (row[0], true));
            foreach (string word in row[2].Split(' ').Where(w => w != "-"))
                states.TryAdd(word, (row[0], false));
        }
        return states.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (FrozenDictionary<string, string> Verbs, FrozenDictionary<string, string> Nouns) Read()
    {
        Dictionary<string, string> verbs = [], nouns = [];
        foreach (string[] row in ListFile.Rows("Stories/Predications/predicates.tsv"))
        {
            foreach (string verb in row[1].Split(' '))
                verbs.TryAdd(verb, row[0]);
            foreach (string noun in row[2].Split(' '))
                nouns.TryAdd(noun, row[0]);
        }
        return (verbs.ToFrozenDictionary(StringComparer.Ordinal), nouns.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
