// Several wordings of one utterance, word by word.
using System.Collections.Immutable;

namespace Crossread.Pages;

/// <summary>A stretch of a wording.</summary>
/// <param name="Text">Its words with the space behind them.</param>
/// <param name="Same">True if every wording has them, in the same order.</param>
public readonly record struct CollatedRun(string Text, bool Same);

/// <summary>Lays wordings of one utterance side by side (a longest common subsequence of words; marks and case count for nothing).</summary>
public static class Collation
{
    private const int MostWords = 400;

    /// <summary>For each wording its runs. Wordings of more than 400 words are left whole.</summary>
    public static ImmutableArray<ImmutableArray<CollatedRun>> Of(ImmutableArray<string> wordings)
    {
        string[][] words = [.. wordings.Select(w => w.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        if (words.Length < 2 || words.Any(w => w.Length > MostWords))
            return [.. wordings.Select(w => ImmutableArray.Create(new CollatedRun(w, true)))];
        string[][] keys = [.. words.Select(w => Array.ConvertAll(w, Key))];
        bool[] inAll = Array.ConvertAll(keys[0], _ => true);
        List<int[]> partners = [];
        for (int other = 1; other < keys.Length; other++)
        {
            int[] partner = Align(keys[0], keys[other]);
            partners.Add(partner);
            for (int i = 0; i < partner.Length; i++)
                inAll[i] &= partner[i] >= 0;
        }
        ImmutableArray<ImmutableArray<CollatedRun>>.Builder all = ImmutableArray.CreateBuilder<ImmutableArray<CollatedRun>>(words.Length);
        all.Add(Runs(words[0], inAll));
        for (int other = 1; other < words.Length; other++)
        {
            bool[] same = new bool[words[other].Length];
            for (int i = 0; i < inAll.Length; i++)
            {
                if (inAll[i])
                    same[partners[other - 1][i]] = true;
            }
            all.Add(Runs(words[other], same));
        }
        return all.MoveToImmutable();
    }

    private static ImmutableArray<CollatedRun> Runs(string[] words, bool[] same)
    {
        ImmutableArray<CollatedRun>.Builder runs = ImmutableArray.CreateBuilder<CollatedRun>();
        for (int from = 0; from < words.Length;)
        {
            int to = from + 1;
            while (to < words.Length && same[to] == same[from])
                to++;
            runs.Add(new CollatedRun(string.Join(' ', words[from..to]) + (to < words.Length ? " " : ""), same[from]));
            from = to;
        }
        return runs.ToImmutable();
    }

    private static string Key(string word)
    {
        string letters = string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 0 ? letters : word;
    }

    /// <summary>For each word of the left the index of its partner on the right, or -1.</summary>
    private static int[] Align(string[] left, string[] right)
    {
        int[,] best = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                best[i, j] = string.Equals(left[i], right[j], StringComparison.Ordinal)
                    ? best[i + 1, j + 1] + 1
                    : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }
        int[] partner = new int[left.Length];
        Array.Fill(partner, -1);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (string.Equals(left[i], right[j], StringComparison.Ordinal))
                partner[i++] = j++;
            else if (best[i + 1, j] >= best[i, j + 1])
                i++;
            else
                j++;
        }
        return partner;
    }
}
