// Whether words say that something is not so.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;
using Crossread.Text;

namespace Crossread.Stories.Utterances;

/// <summary>Tells whether words say that something is not so: an odd number of negations.</summary>
internal static class NegationReader
{
    /// <summary>True if the stretches hold an odd number of negations; a <c>No,</c> before another one does not count by itself.</summary>
    public static bool Negates(string text, ImmutableArray<TextSpan> stretches)
    {
        int count = 0;
        bool afterNo = false;
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        foreach (TextSpan stretch in stretches)
        {
            WordScanner scanner = new(stretch.Of(text));
            while (scanner.MoveNext())
            {
                ReadOnlySpan<char> word = WordFolding.Fold(scanner.Word, buffer);
                if (word.SequenceEqual("no") && count == 0 && !scanner.FollowsDirectly)
                {
                    afterNo = true;
                    count++;
                    continue;
                }
                if (word is "not" or "no" or "never" or "none" or "nobody" or "neither" or "cannot" or "without" || word.EndsWith("n't"))
                {
                    count += afterNo ? 0 : 1;
                    afterNo = false;
                }
            }
        }
        return count % 2 == 1;
    }
}
