// The frames of events.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Events;

/// <summary>What a word that names an event says of it.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Cameo">The nearest CAMEO root code.</param>
/// <param name="Recipient">Where its recipient stands: <c>obj</c> or prepositions, tried in order.</param>
/// <param name="Example">A sentence of ours that names such an event.</param>
internal sealed record Frame(string Type, string Cameo, string[] Recipient, string Example);

/// <summary>The frames of <c>frames.tsv</c>: PLOVER 0.5b types with their words.</summary>
internal static class FrameList
{
    private static readonly Lazy<FrozenDictionary<string, Frame>> _frames = new(Read);

    /// <summary>The frame of a verb with its object's lemma.</summary>
    internal static Frame? OfPair(string verb, string noun) => _frames.Value.GetValueOrDefault(verb + "+" + noun);

    /// <summary>The frame of a verb's lemma, with its particle behind a low line if it has one.</summary>
    internal static Frame? OfVerb(string lemma) => _frames.Value.GetValueOrDefault("verb:" + lemma);

    /// <summary>The frame of a noun's lemma.</summary>
    internal static Frame? OfNoun(string lemma) => _frames.Value.GetValueOrDefault("noun:" + lemma);

    /// <summary>All frames, each once.</summary>
    internal static IEnumerable<Frame> All => _frames.Value.Values.Distinct().OrderBy(f => f.Example, StringComparer.Ordinal);

    private static FrozenDictionary<string, Frame> Read()
    {
        Dictionary<string, Frame> frames = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Events/frames.tsv"))
        {
            Frame frame = new(row[0], row[1], row[2].Split(' '), row[4]);
            foreach (string word in row[3].Split(' '))
                frames[word] = frame;
        }
        return frames.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
