// What repeats across the documents of a pile while their stories differ.
using System.Collections.Immutable;

namespace Crossread.Cleaning;

/// <summary>
/// Finds the lines that several documents end with although their stories differ. A shared line alone is no furniture: agencies' copies share
/// their story. Only the common end of documents whose beginnings have nothing in common is.
/// </summary>
internal sealed class Repetition
{
    private readonly int[] _tailStart;

    private Repetition(int[] tailStart) => _tailStart = tailStart;

    /// <summary>True if this line of this document belongs to an end that repeats.</summary>
    public bool Holds(int document, StoryLine line) => line.Number >= _tailStart[document];

    public static Repetition Find(IReadOnlyList<StoryDraft> drafts)
    {
        int[] tails = [.. Enumerable.Repeat(int.MaxValue, drafts.Count)];
        ImmutableArray<StoryLine>[] kept = [.. drafts.Select(d => d.Kept.ToImmutableArray())];
        // Documents that end with the same line meet; each is held against the next of its group only, so the cost stays linear.
        foreach (IGrouping<string, int> group in Enumerable.Range(0, drafts.Count).Where(i => kept[i].Length > 3).GroupBy(i => kept[i][^1].Text, StringComparer.Ordinal))
        {
            int[] members = [.. group];
            for (int m = 0; m < members.Length && members.Length > 1; m++)
            {
                int a = members[m], b = members[(m + 1) % members.Length];
                int shared = 0, limit = Math.Min(kept[a].Length, kept[b].Length);
                while (shared < limit && kept[a][^(shared + 1)].Text == kept[b][^(shared + 1)].Text)
                    shared++;
                if (shared > 0 && Differ(drafts[a], kept[a], drafts[b], kept[b], shared))
                {
                    tails[a] = Math.Min(tails[a], kept[a][^shared].Number);
                    tails[b] = Math.Min(tails[b], kept[b][^shared].Number);
                }
            }
        }
        return new Repetition(tails);
    }

    // The stories before the common end: at least two paragraphs each, none of them shared, and different headlines.
    private static bool Differ(StoryDraft a, ImmutableArray<StoryLine> linesA, StoryDraft b, ImmutableArray<StoryLine> linesB, int shared)
    {
        if (a.Title is not null && b.Title is not null && Headline.Fold(a.Title.Text) == Headline.Fold(b.Title.Text))
            return false;
        HashSet<string> before = [.. linesA[..^shared].Where(l => l.IsProse).Select(l => l.Text)];
        int other = linesB[..^shared].Count(l => l.IsProse);
        return before.Count >= 2 && other >= 2 && !linesB[..^shared].Any(l => l.IsProse && before.Contains(l.Text));
    }
}
