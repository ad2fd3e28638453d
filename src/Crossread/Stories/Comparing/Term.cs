// A word that carries content, as reports are compared by it.
using Crossread.Text;

namespace Crossread.Stories.Comparing;

/// <summary>What kind of word carries the content.</summary>
public enum TermKind : byte
{
    /// <summary>A content word.</summary>
    Word,

    /// <summary>A word of a name: a capital where English needs none, or tagged as a proper noun.</summary>
    Name,

    /// <summary>A number in digits or letters.</summary>
    Number,
}

/// <summary>A content word, folded.</summary>
/// <param name="Key">Key of its stem (<see cref="WordFolding.Stem"/>); of a number, of its value.</param>
/// <param name="Sound">Key of its sounds (<see cref="WordFolding.Sounds"/>) if it may be of a name and has three consonants or more, else 0.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Span">Its letters.</param>
public readonly record struct Term(ulong Key, ulong Sound, TermKind Kind, TextSpan Span)
{
    /// <summary>Key of the entity over all reports that the word names, or 0.</summary>
    public ulong Entity { get; init; }

    /// <summary>True if the two are one word, name one entity, or are spellings of one name by their sounds.</summary>
    public bool Meets(Term other) =>
        Key == other.Key || (Entity != 0 && Entity == other.Entity) || (Sound != 0 && Sound == other.Sound);

    /// <summary>The keys by which the word is found: its stem, its sounds and its entity, as far as it has them.</summary>
    public TermKeys Keys => new(Key, Sound, Entity);

    /// <summary>This word as a name of an entity over all reports.</summary>
    /// <param name="entity">Index of the entity.</param>
    public Term Naming(int entity) => this with { Entity = TermKey.Salted((ulong)entity + 1, 2) };
}
