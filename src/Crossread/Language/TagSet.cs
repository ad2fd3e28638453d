// The joint tags: universal and Penn Treebank tag in one number.
namespace Crossread.Language;

/// <summary>The tags that the tagger knows, by number.</summary>
internal sealed class TagSet
{
    /// <summary>Takes tags such as <c>NOUN NN</c>.</summary>
    public TagSet(IReadOnlyList<string> names)
    {
        Names = [.. names];
        Upos = [.. names.Select(name => Enum.Parse<Upos>(name[..name.IndexOf(' ', StringComparison.Ordinal)]))];
        Xpos = [.. names.Select(name => string.Intern(name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];
        Kinds = [.. Upos.Select(tag => (byte)(tag is Language.Upos.NOUN or Language.Upos.PROPN ? 1 : tag == Language.Upos.VERB ? 2 : 0))];
    }

    /// <summary>Number of the tag of plural nouns.</summary>
    public byte PluralNoun => (byte)Math.Max(0, Array.IndexOf(Names, "NOUN NNS"));

    /// <summary>The number of a tag such as <c>NOUN NN</c>; 0 if the models do not know it.</summary>
    public byte Number(string name) => (byte)Math.Max(0, Array.IndexOf(Names, name));

    /// <summary>For each tag 1 if it is a noun's, 2 if a verb's, else 0.</summary>
    public byte[] Kinds { get; }

    /// <summary>Both tags with a space between.</summary>
    public string[] Names { get; }

    /// <summary>Universal tags.</summary>
    public Upos[] Upos { get; }

    /// <summary>Penn Treebank tags, interned.</summary>
    public string[] Xpos { get; }
}
