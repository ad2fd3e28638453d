// The frames of events.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Events;

/// <summary>What a word that names an event says of it.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Cameo">The CAMEO code that it comes nearest to.</param>
/// <param name="Mode">PLOVER's mode, or null.</param>
/// <param name="Recipient">Where its recipient stands: <c>obj</c>, <c>iobj</c> or prepositions, tried in order.</param>
/// <param name="Example">A sentence of ours that names such an event.</param>
internal sealed record Frame(string Type, string Cameo, string? Mode, string[] Recipient, string Example);

/// <summary>The frames of <c>frames.tsv</c>: PLOVER 0.5b types with their words.</summary>
internal static class FrameList
{
    private static readonly Lazy<FrozenDictionary<string, Frame>> _frames = new(Read);
    private static readonly Lazy<FrozenSet<string>> _bound = new(() =>
        _frames.Value.Keys.Where(k => k.StartsWith("verb:", StringComparison.Ordinal) && k.Contains('_', StringComparison.Ordinal)).Select(k => k[5..k.IndexOf('_', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<FrozenSet<string>> _pairing = new(() =>
        _frames.Value.Keys.Where(k => k.Contains('+', StringComparison.Ordinal)).Select(k => k[..k.IndexOf('+', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The frame of a verb with its object's lemma.</summary>
    internal static Frame? OfPair(string verb, string noun) => _pairing.Value.Contains(verb) ? _frames.Value.GetValueOrDefault(verb + "+" + noun) : null;

    /// <summary>The frame of a verb with its particle or preposition.</summary>
    internal static Frame? OfBound(string verb, string word) => _bound.Value.Contains(verb) ? _frames.Value.GetValueOrDefault("verb:" + verb + "_" + word) : null;

    /// <summary>The frame of a verb's lemma.</summary>
    internal static Frame? OfVerb(string lemma) => _frames.Value.GetValueOrDefault("verb:" + lemma);

    /// <summary>The frame of a verb whose lemma the lemmatiser did not know: a regular one ("shelled", "blockaded", "kidnapping"), or a form that the list has itself ("forbidden").</summary>
    internal static Frame? OfForm(ReadOnlySpan<char> form)
    {
        if (OfVerb(form.ToString()) is { } known)
            return known;
        int ending = form.EndsWith("ed", StringComparison.OrdinalIgnoreCase) ? 2 : form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? 3 : form.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (ending == 0 || form.Length < ending + 3)
            return null;
        string stem = form[..^ending].ToString();
        return OfVerb(stem) ?? OfVerb(stem + "e") ?? (stem[^1] == stem[^2] ? OfVerb(stem[..^1]) : null);
    }

    /// <summary>The frame of a noun's lemma.</summary>
    internal static Frame? OfNoun(string lemma) => _frames.Value.GetValueOrDefault("noun:" + lemma);

    /// <summary>All frames, each once.</summary>
    internal static IEnumerable<Frame> All => _frames.Value.Values.Distinct().OrderBy(f => f.Example, StringComparer.Ordinal).ThenBy(f => f.Type, StringComparer.Ordinal);

    private static FrozenDictionary<string, Frame> Read()
    {
        Dictionary<string, Frame> frames = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Events/frames.tsv"))
        {
            Frame frame = new(row[0], row[1], row[2] == "-" ? null : row[2], row[3].Split(' '), row[5]);
            foreach (string word in row[4].Split(' '))
            {
                int plus = word.IndexOf('+', StringComparison.Ordinal);
                if (plus < 0)
                {
                    frames.TryAdd(word, frame);
                    continue;
                }
                foreach (string verb in word[..plus].Split('|'))
                {
                    foreach (string noun in word[(plus + 1)..].Split('|'))
                        frames.TryAdd(verb + "+" + noun, frame);
                }
            }
        }
        return frames.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
