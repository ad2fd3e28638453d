// How two versions of a text differ, sentence by sentence.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Crossread.Storage.Watching;

/// <summary>How two versions of a text differ, sentence by sentence, by their longest common subsequence (Hunt and McIlroy 1976).</summary>
public static partial class TextDifference
{
    // The table of two versions grows with the product of their lengths.
    private const int _mostSentences = 1500;

    /// <summary>The stretches that differ, in the order of the text; a side is empty where sentences only came or only went.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    public static ImmutableArray<(string Before, string After)> Between(string before, string after)
    {
        string[] a = Sentences(before), b = Sentences(after);
        int[,] common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        ImmutableArray<(string, string)>.Builder stretches = ImmutableArray.CreateBuilder<(string, string)>();
        List<string> went = [], came = [];
        void Close()
        {
            if (went.Count + came.Count > 0)
                stretches.Add((string.Join(' ', went), string.Join(' ', came)));
            went.Clear();
            came.Clear();
        }
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                Close();
                i++;
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                went.Add(a[i++]);
            }
            else
            {
                came.Add(b[j++]);
            }
        }
        Close();
        return stretches.ToImmutable();
    }

    private static string[] Sentences(string text)
    {
        string[] sentences = [.. End().Split(text).Select(s => Space().Replace(s, " ").Trim()).Where(s => s.Length > 0)];
        return sentences.Length <= _mostSentences ? sentences : [.. sentences[..(_mostSentences - 1)], string.Join(' ', sentences[(_mostSentences - 1)..])];
    }

    [GeneratedRegex(@"(?<=[.!?][""”’)]?)\s+(?=\p{Lu}|[""“‘(])|\n+")]
    private static partial Regex End();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
