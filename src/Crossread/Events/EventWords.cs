// Words that govern an event without being its frame, and words that show its context.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Events;

/// <summary>Words that make an event negated, planned or demanded, lend it a subject, or show its context.</summary>
internal static class EventWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> _kinds = new(() =>
        ListFile.Rows("Events/mood-words.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> _light = new(() =>
        ListFile.Rows("Events/light-verbs.tsv").Where(r => r.Length < 2).Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> _motion = new(() =>
        ListFile.Rows("Events/light-verbs.tsv").Where(r => r.Length > 1 && r[1] == "moves").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> _measures = new(() =>
        ListFile.Rows("Events/measures.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> _contexts = new(() =>
        ListFile.Rows("Events/contexts.tsv").SelectMany(r => r[1].Split(' '), (r, word) => (Word: word, Context: r[0]))
            .GroupBy(x => x.Word, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Context, StringComparer.OrdinalIgnoreCase));

    /// <summary>True if the verb lends its subject to an event noun.</summary>
    internal static bool IsLight(string lemma) => _light.Value.Contains(lemma);

    /// <summary>True if the verb brings its subject to an event ("arrived for talks").</summary>
    internal static bool IsMotion(string lemma) => _motion.Value.Contains(lemma);

    /// <summary>True if the noun says how much there is of what stands behind it ("tons of food").</summary>
    internal static bool IsMeasure(string lemma) => _measures.Value.Contains(lemma);

    /// <summary>What the word does to the event under it (<c>negates</c>, <c>intends</c>, <c>obliges</c>, <c>doubts</c>, <c>does</c>, <c>goes on</c>), or null.</summary>
    internal static string? Kind(string lemma) => _kinds.Value.GetValueOrDefault(lemma);

    /// <summary>The context that the word shows, or null.</summary>
    internal static string? Context(string lemma) => _contexts.Value.GetValueOrDefault(lemma);
}
