// Which words of a text stand in quotation marks.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories.Origins;

/// <summary>Finds what stands in quotation marks, block by block: two writers who quote one speaker share his words without sharing a text.</summary>
internal static class QuotedStretches
{
    private const int _longest = 2000;

    /// <summary>The stretches between quotation marks in order, without the marks. A mark that is not closed in its paragraph opens to the paragraph's end.</summary>
    public static ImmutableArray<TextSpan> Find(string text)
    {
        ImmutableArray<TextSpan>.Builder found = ImmutableArray.CreateBuilder<TextSpan>();
        int open = -1;
        char closer = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (open < 0)
            {
                closer = c switch
                {
                    '“' or '„' => '”',
                    '«' => '»',
                    '"' => '"',
                    '‘' when Outside(text, i - 1) => '’',
                    '\'' when Outside(text, i - 1) && i + 1 < text.Length && char.IsLetter(text[i + 1]) => '\'',
                    _ => '\0',
                };
                if (closer != '\0')
                    open = i + 1;
            }
            else if (c == '\n' || i - open > _longest)
            {
                // A single mark that never closes was an apostrophe.
                if (closer is not ('’' or '\''))
                    found.Add(new TextSpan(open, i));
                open = -1;
            }
            else if (c == closer && (closer is not ('’' or '\'') || Outside(text, i + 1)))
            {
                found.Add(new TextSpan(open, i));
                open = -1;
            }
        }
        if (open >= 0 && closer is not ('’' or '\''))
            found.Add(new TextSpan(open, text.Length));
        return found.ToImmutable();
    }

    /// <summary>True if the offset lies in one of the stretches.</summary>
    public static bool Holds(ImmutableArray<TextSpan> stretches, int offset)
    {
        int low = 0, high = stretches.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (stretches[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low < stretches.Length && stretches[low].Contains(offset);
    }

    private static bool Outside(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
