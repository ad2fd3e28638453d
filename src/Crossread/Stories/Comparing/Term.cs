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
    /// <summary>True if the two are one word, or spellings of one name by their sounds.</summary>
    public bool Meets(Term other) => Key == other.Key || (Sound != 0 && Sound == other.Sound);
}
