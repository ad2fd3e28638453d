// The days that a date may name.
using System.Globalization;

namespace Crossread.Stories.Utterances;

/// <summary>The days that a date may name: one, the days of a set, or those between two.</summary>
/// <param name="Ranges">First and last day of each possibility, as day numbers.</param>
internal sealed record Days((int First, int Last)[] Ranges)
{
    /// <summary>Reads an EDTF date (a day, a month, a time of day, an interval, a one-of set); null if it names no days.</summary>
    public static Days? Of(string? edtf)
    {
        if (edtf is null)
            return null;
        List<(int, int)> ranges = [];
        foreach (string part in edtf.Trim('[', ']').Split(','))
        {
            string[] ends = part.Split('/');
            if (Edges(ends[0]) is not { } first || Edges(ends[^1]) is not { } last || last.Last < first.First)
                return null;
            ranges.Add((first.First, last.Last));
        }
        return ranges.Count == 0 ? null : new Days([.. ranges]);
    }

    /// <summary>The least number of days between the two.</summary>
    public int To(Days other)
    {
        int least = int.MaxValue;
        foreach ((int first, int last) in Ranges)
        {
            foreach ((int otherFirst, int otherLast) in other.Ranges)
                least = Math.Min(least, Math.Max(0, Math.Max(otherFirst - last, first - otherLast)));
        }
        return least;
    }

    private static (int First, int Last)? Edges(string date)
    {
        if (date.Length >= 10 && (date.Length == 10 || date[10] is 'T' or '~' or '?')
            && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return (day.DayNumber, day.DayNumber);
        }
        return date.Length == 7 && DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)
            ? (month.DayNumber, month.AddMonths(1).DayNumber - 1) : null;
    }
}
