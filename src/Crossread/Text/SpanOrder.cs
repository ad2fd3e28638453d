// Search among things that stand in the order of the text.
using System.Collections.Immutable;

namespace Crossread.Text;

/// <summary>Binary search among things with spans that do not overlap and stand in the order of the text.</summary>
internal static class SpanOrder
{
    /// <summary>Index of the first thing that ends after the offset; their number if none does.</summary>
    public static int FirstFrom<T>(ImmutableArray<T> things, int offset, Func<T, TextSpan> span)
    {
        int low = 0, high = things.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (span(things[middle]).End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
