// A date that lies years from those of the other reports of its story.
using System.Collections.Immutable;

using Crossread.Dates;

namespace Crossread.Stories.Publications;

/// <summary>Says of a stated date that it lies years from the others. The date stays as stated: whether it or the grouping is wrong, the words do not tell.</summary>
internal static class FarOff
{
    /// <summary>Days from which on a report is no longer of the same news.</summary>
    internal const int Days = 366;

    private const int _leastOthers = 2;

    /// <summary>The same dates, with the reason of each far one saying so.</summary>
    internal static ImmutableArray<Publication> Tell(ImmutableArray<Publication> found)
    {
        int[] days = [.. found.Select(f => EdtfDays.Bounds(f.Edtf)?.Start).OfType<int>().Order()];
        if (days.Length <= _leastOthers)
            return found;
        int middle = days[days.Length / 2];
        if (days.Count(d => Math.Abs(d - middle) <= Days) < _leastOthers)
            return found;
        return [.. found.Select(f => EdtfDays.Bounds(f.Edtf) is (int start, _) && Math.Abs(start - middle) > Days ? f with { Because = $"{f.Because}; most other reports of the story are of about {EdtfDays.Day(middle)}, {Years(start, middle)} from it" } : f)];
    }

    private static string Years(int a, int b) => (int)Math.Round(Math.Abs(a - b) / 365.25) is var years && years == 1 ? "a year" : FormattableString.Invariant($"{years} years");
}
