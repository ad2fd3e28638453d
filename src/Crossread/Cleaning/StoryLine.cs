// A block of a document while it is decided whether it belongs to the story.
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>A block of a document and what is known of it so far.</summary>
internal sealed class StoryLine(Block block, int number)
{
    /// <summary>The block.</summary>
    public Block Block { get; } = block;

    /// <summary>Its number in the document.</summary>
    public int Number { get; } = number;

    /// <summary>Its words.</summary>
    public string Text => Block.Text;

    /// <summary>Number of words.</summary>
    public int Words { get; } = CountWords(block.Text);

    /// <summary>Why it was removed (a key of reasons.tsv), or null while it is kept.</summary>
    public string? Removed { get; set; }

    /// <summary>What it is in the story.</summary>
    public PassageKind Kind { get; set; } = KindOf(block);

    /// <summary>What its words say; read once.</summary>
    public FurnitureCue Cue => _cue ??= FurnitureWords.Read(Block.Text);

    private FurnitureCue? _cue;

    /// <summary>True if it ends like a sentence.</summary>
    public bool EndsSentence => EndsLikeSentence(Block.Text);

    /// <summary>True if it reads like running text.</summary>
    public bool IsProse => Words >= 25 || (Words >= 8 && EndsSentence);

    internal static bool EndsLikeSentence(string text)
    {
        int i = text.Length - 1;
        while (i > 0 && text[i] is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '“')
            i--;
        return text.Length > 0 && text[i] is '.' or '!' or '?' or '…' or '。' or '؟' or '।' or '！' or '？' or '։' or '።';
    }

    internal static int CountWords(string text)
    {
        int words = 0, wide = 0;
        bool inside = false;
        foreach (char c in text)
        {
            if (c >= '\u3040' && c <= '\u9FFF')
            {
                wide++; // scripts without spaces: two characters make about a word
                inside = false;
                continue;
            }
            bool letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '\'' or '’' or '-' or '.' or ',');
        }
        return words + wide / 2;
    }

    private static PassageKind KindOf(Block block) => block.Kind switch
    {
        BlockKind.Heading => PassageKind.Heading,
        BlockKind.ListItem => PassageKind.ListItem,
        BlockKind.Quotation => PassageKind.Quotation,
        BlockKind.Caption => PassageKind.Caption,
        BlockKind.TableCell when block.Text.Length < 80 => PassageKind.TableRow,
        _ => PassageKind.Paragraph,
    };
}
