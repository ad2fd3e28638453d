// The wordings of an utterance laid side by side, word by word.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories.Utterances;

/// <summary>What a run of words is to the other wordings.</summary>
public enum RunKind : byte
{
    /// <summary>Every wording has it, in the same place.</summary>
    All,

    /// <summary>Every wording has it, this one in another place.</summary>
    Moved,

    /// <summary>Some others have it.</summary>
    Some,

    /// <summary>This wording alone has it.</summary>
    Own,
}

/// <summary>A run of words of a wording.</summary>
/// <param name="Span">From its first letter to its last.</param>
/// <param name="Kind">What it is to the other wordings.</param>
public readonly record struct CollatedRun(TextSpan Span, RunKind Kind);

/// <summary>A wording and its runs.</summary>
/// <param name="Wording">The wording.</param>
/// <param name="Runs">Its runs in order, none overlapping; blanks and marks between them belong to none.</param>
public sealed record CollatedWording(Evidence Wording, ImmutableArray<CollatedRun> Runs);

/// <summary>The wordings of an utterance as a critical apparatus lays out the witnesses of a text: what all share, what each changes.</summary>
/// <param name="Wordings">The wordings in the order of the utterance's statements.</param>
public sealed record Collation(ImmutableArray<CollatedWording> Wordings)
{
    // Longer wordings are compared up to this word.
    private const int _mostWords = 400;

    /// <summary>Lays the wordings of an utterance side by side. Forms of one word count as one; the wording most like all others is the one that the rest is held against.</summary>
    public static Collation Of(Utterance utterance, ImmutableArray<StoryReport> reports)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        ImmutableArray<CollatedWords> words =
        [
            .. utterance.Statements.Select(s => CollatedWords.Of(
                reports[s.Report].Reading.Words.Text, reports[s.Report].Reading.Statements[s.Statement].Content, _mostWords)),
        ];
        return Of(utterance.Wordings, words);
    }

    /// <summary>Lays stretches of texts side by side.</summary>
    /// <param name="stretches">Each stretch with the text it stands in.</param>
    public static Collation Of(IEnumerable<(Evidence Wording, string Text)> stretches)
    {
        (Evidence Wording, string Text)[] all = [.. stretches];
        return Of([.. all.Select(s => s.Wording)], [.. all.Select(s => CollatedWords.Of(s.Text, [s.Wording.Span], _mostWords))]);
    }

    private static Collation Of(ImmutableArray<Evidence> wordings, ImmutableArray<CollatedWords> words)
    {
        int n = words.Length;
        if (n == 0)
            return new Collation([]);
        int middle = Middle(words);
        // For each wording and word the word of the middle one that it meets, or -1.
        int[][] meets = [.. words.Select((w, i) => i == middle ? [.. Enumerable.Range(0, w.Keys.Length)] : w.AlignTo(words[middle]))];
        int[] holders = new int[words[middle].Keys.Length];
        foreach (int[] row in meets)
        {
            foreach (int at in row)
            {
                if (at >= 0)
                    holders[at]++;
            }
        }
        HashSet<ulong> everywhere = [.. words[0].Keys];
        Dictionary<ulong, int> wordingsWith = [];
        foreach (CollatedWords wording in words)
        {
            everywhere.IntersectWith(wording.Keys);
            foreach (ulong key in wording.Keys.Distinct())
                wordingsWith[key] = wordingsWith.GetValueOrDefault(key) + 1;
        }
        return new Collation(
        [
            .. words.Select((w, i) => new CollatedWording(wordings[i], w.Runs(j =>
                meets[i][j] is >= 0 and int at && holders[at] == n ? RunKind.All
                : everywhere.Contains(w.Keys[j]) && w.Carries[j] ? RunKind.Moved
                : (meets[i][j] is >= 0 and int some && holders[some] > 1) || (w.Carries[j] && wordingsWith[w.Keys[j]] > 1) ? RunKind.Some
                : RunKind.Own))),
        ]);
    }

    // The wording that shares most words with the others; of equal ones the first.
    private static int Middle(ImmutableArray<CollatedWords> words)
    {
        Dictionary<ulong, int> wordingsWith = [];
        foreach (CollatedWords wording in words)
        {
            foreach (ulong key in wording.Keys.Distinct())
                wordingsWith[key] = wordingsWith.GetValueOrDefault(key) + 1;
        }
        int best = 0, most = -1;
        for (int i = 0; i < words.Length; i++)
        {
            int shared = words[i].Keys.Distinct().Sum(key => wordingsWith[key] - 1);
            if (shared > most)
                (best, most) = (i, shared);
        }
        return best;
    }
}
