// What one stretch of text says about one word.
namespace Crossread.Names.Finding;

/// <summary>How often a word stands small, with a capital, and in which part of which kind of name.</summary>
internal sealed class WordCounts
{
    /// <summary>Kinds of vote: for each kind of name as a whole name, as its last word, as another part; last, outside.</summary>
    public const int VoteKinds = 13;

    private readonly int[] _votes = new int[VoteKinds];

    /// <summary>Times with a small letter.</summary>
    public int Small { get; set; }

    /// <summary>Times with a capital inside a sentence.</summary>
    public int Capital { get; set; }

    /// <summary>Times with a capital where any word has one.</summary>
    public int Start { get; set; }

    /// <summary>What stands beside the word anywhere in the stretch.</summary>
    public NameContext Context { get; set; }

    public void ClearVotes() => Array.Clear(_votes);

    /// <summary>Adds votes for a label.</summary>
    public void Vote(int label, int times) => _votes[VoteOf(label)] += times;

    /// <summary>The votes for a kind of vote.</summary>
    public int this[int vote] => _votes[vote];

    /// <summary>The kind of vote that a label is.</summary>
    public static int VoteOf(int label) => label == NameLabel.Outside ? VoteKinds - 1 :
        NameLabel.Kind(label) * 3 + NameLabel.Part(label) switch { NameLabel.Unit => 0, NameLabel.Last => 1, _ => 2 };
}
