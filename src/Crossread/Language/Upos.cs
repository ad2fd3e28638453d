// Universal part-of-speech tags.
namespace Crossread.Language;

/// <summary>The 17 universal part-of-speech tags of Universal Dependencies, version 2.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // The tags are defined at universaldependencies.org/u/pos.
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
#pragma warning restore CS1591
}
