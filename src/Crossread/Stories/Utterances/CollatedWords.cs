// The words of one wording, for collating.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;
using Crossread.Text;

namespace Crossread.Stories.Utterances;

/// <summary>The words of one wording, folded for comparison.</summary>
/// <param name="Keys">Key of each word: content words by their stem, numbers by their value.</param>
/// <param name="Spans">Where each stands.</param>
/// <param name="Carries">Whether it carries content.</param>
/// <param name="Opens">Whether it is the first of a stretch.</param>
internal sealed record CollatedWords(ulong[] Keys, TextSpan[] Spans, bool[] Carries, bool[] Opens)
{
    private const int _content = 4;

    /// <summary>Reads the words of the stretches of a text.</summary>
    public static CollatedWords Of(string text, ImmutableArray<TextSpan> stretches, int most)
    {
        List<ulong> keys = [];
        List<TextSpan> spans = [];
        List<bool> carries = [], opens = [];
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        foreach (TextSpan stretch in stretches)
        {
            WordScanner scanner = new(stretch.Of(text));
            bool first = true;
            while (keys.Count < most && scanner.MoveNext())
            {
                TextSpan span = new(stretch.Start + scanner.Start, stretch.Start + scanner.End);
                string folded = WordFolding.Fold(scanner.Word, buffer).ToString();
                bool number = scanner.Shape == WordShape.Number || WordLists.Numbers.ContainsKey(folded);
                bool content = number || (folded.Length > 1 && !WordLists.PassedOver.ContainsKey(folded));
                keys.Add(scanner.Shape == WordShape.Number ? TermReader.NumberKey(scanner.Word)
                    : WordLists.Numbers.TryGetValue(folded, out int value) ? TermReader.NumberKey(value.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    : TermKey.Of(content ? WordFolding.Stem(scanner.Word, buffer) : folded));
                spans.Add(span);
                carries.Add(content);
                opens.Add(first);
                first = false;
            }
        }
        return new CollatedWords([.. keys], [.. spans], [.. carries], [.. opens]);
    }

    /// <summary>For each word the word of the other wording that it meets in the best alignment in order (Needleman and Wunsch 1970), or -1.</summary>
    public int[] AlignTo(CollatedWords other)
    {
        int n = Keys.Length, m = other.Keys.Length;
        int[,] best = new int[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
            {
                int skip = Math.Max(best[i + 1, j], best[i, j + 1]);
                best[i, j] = Keys[i] == other.Keys[j] ? Math.Max(skip, best[i + 1, j + 1] + (Carries[i] ? _content : 1)) : skip;
            }
        }
        int[] meets = new int[n];
        Array.Fill(meets, -1);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (Keys[i] == other.Keys[j] && best[i, j] == best[i + 1, j + 1] + (Carries[i] ? _content : 1))
                meets[i++] = j++;
            else if (best[i + 1, j] >= best[i, j + 1])
                i++;
            else
                j++;
        }
        return meets;
    }

    /// <summary>The words as runs of one kind.</summary>
    /// <param name="kind">The kind of each word.</param>
    public ImmutableArray<CollatedRun> Runs(Func<int, RunKind> kind)
    {
        ImmutableArray<CollatedRun>.Builder runs = ImmutableArray.CreateBuilder<CollatedRun>();
        for (int i = 0; i < Keys.Length; i++)
        {
            RunKind now = kind(i);
            if (runs.Count > 0 && runs[^1].Kind == now && !Opens[i])
                runs[^1] = new CollatedRun(runs[^1].Span.Hull(Spans[i]), now);
            else
                runs.Add(new CollatedRun(Spans[i], now));
        }
        return runs.ToImmutable();
    }
}
