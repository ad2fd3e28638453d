// One word that may signal an attribution, as cues.tsv has it.
namespace Crossread.Statements;

/// <summary>The shapes in which a cue takes its content.</summary>
[Flags]
internal enum CueShapes
{
    None = 0,

    /// <summary>Words in quotation marks beside it: <c>“…,” she added</c>.</summary>
    Quotation = 1,

    /// <summary>A clause with a subject: <c>said that it rained</c>.</summary>
    Clause = 2,

    /// <summary>An infinitive: <c>vowed to return</c>.</summary>
    Infinitive = 4,

    /// <summary>A gerund: <c>denied taking it</c>.</summary>
    Gerund = 8,

    /// <summary>A noun phrase: <c>rejected the plan</c>.</summary>
    NounPhrase = 16,

    /// <summary>The person told stands before the clause: <c>told reporters that</c>.</summary>
    Addressee = 32,

    /// <summary>An object and what is said of it: <c>called it a mistake</c>, <c>described her as brave</c>.</summary>
    Predicate = 64,

    /// <summary>Nobody's words: <c>seems to rain</c>.</summary>
    Sourceless = 128,

    /// <summary>The object feels it, the subject is what it feels: <c>the vote angered farmers</c>.</summary>
    Felt = 256,
}

/// <summary>What sort of cue a word is.</summary>
internal enum CueKind : byte
{
    /// <summary>Something said, written or done by words.</summary>
    Speech,

    /// <summary>A thought, wish or attitude.</summary>
    Mind,

    /// <summary>What papers, polls and pictures do.</summary>
    Show,

    /// <summary>An appearance that is nobody's in particular.</summary>
    Seem,
}

/// <summary>One word that may signal an attribution.</summary>
/// <param name="Word">Its dictionary form; for prepositions and adverbs its form.</param>
/// <param name="Kind">What sort of cue it is.</param>
/// <param name="Shapes">The shapes in which its content comes.</param>
/// <param name="Prepositions">The prepositions that join a noun phrase to it as content.</param>
/// <param name="PrepositionStances">The stance that each preposition gives, in the same order.</param>
/// <param name="Stance">What the source does by it.</param>
internal sealed record Cue(
    string Word, CueKind Kind, CueShapes Shapes, string[] Prepositions, Stance[] PrepositionStances, Stance Stance)
{
    /// <summary>True if content may come in this shape.</summary>
    public bool Takes(CueShapes shape) => (Shapes & shape) != 0;
}
