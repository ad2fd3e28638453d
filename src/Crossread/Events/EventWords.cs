// Words that govern an event without being its frame, from mood-words.tsv.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Events;

/// <summary>Words that make an event negated, planned or demanded.</summary>
internal static class EventWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> _kinds = new(() =>
        ListFile.Rows("Events/mood-words.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> _light = new(() =>
        ListFile.Rows("Events/light-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>True if the verb lends its subject to an event noun.</summary>
    internal static bool IsLight(string lemma) => _light.Value.Contains(lemma);

    /// <summary>What the word does to the event under it (<c>negates</c>, <c>intends</c>, <c>obliges</c>, <c>doubts</c>, <c>does</c>), or null.</summary>
    internal static string? Kind(string lemma) => _kinds.Value.GetValueOrDefault(lemma);
}
