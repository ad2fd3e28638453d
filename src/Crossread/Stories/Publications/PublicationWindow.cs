// Between which days an undated report can have been published.
using System.Collections.Immutable;

using Crossread.Dates;

namespace Crossread.Stories.Publications;

/// <summary>The days on which a report can have been published, by what it says of other days.</summary>
/// <param name="First">First possible day.</param>
/// <param name="Last">Last possible day.</param>
/// <param name="Because">What bounds them, in words.</param>
internal sealed record PublicationWindow(int First, int Last, string Because)
{
    // "Early April" is over after its first week, "mid-April" after the twentieth.
    private const int EarlyEnds = 7;
    private const int MiddleEnds = 20;
    // Reports of a story follow its last dated one within some two weeks.
    private const int FollowingDays = 14;
    private const int LongestDays = 62;

    /// <summary>The window of a report in a pile whose known days are given; null if it would be longer than two months.</summary>
    internal static PublicationWindow? Of(Reading reading, int earliest, int latest, int? notBefore, int? notAfter)
    {
        int first = earliest, last = latest + FollowingDays;
        string because = $"the first dated report of the pile is of {EdtfDays.Day(earliest)}, the last of {EdtfDays.Day(latest)}, and reports of one story follow within some two weeks";
        if (Looking(reading, latest) is { } month)
            (first, last, because) = month;
        foreach (TimeMention mention in reading.Times)
        {
            // What is due has not yet happened.
            if (mention is { Form: TimeForm.Calendar, Year: null, Month: int m, Day: int d, Tense: ClauseTense.Future } && Nearest(m, d, first) is int due && due > first && due <= last)
                (last, because) = (due, $"{because}; {mention.Span.Cut(reading.Report.Text)} still lies ahead");
        }
        if (notBefore is int from && from > first)
            (first, because) = (from, $"{because}; a report that it links to is of {EdtfDays.Day(from)}");
        if (notAfter is int to && to < last)
            (last, because) = (to, $"{because}; a report of {EdtfDays.Day(to)} links to it");
        return last >= first && last - first <= LongestDays ? new PublicationWindow(first, last, because) : null;
    }

    /// <summary>A part of a month without its year, looked back on: the report is of the rest of that month.</summary>
    private static PublicationWindow? Looking(Reading reading, int latest)
    {
        PublicationWindow? best = null;
        foreach (TimeMention mention in reading.Times)
        {
            if (mention is not { Form: TimeForm.Calendar, Year: null, YearShift: null, Month: int month, Day: null, EndMonth: null, Modifier: not null, Direction: TimeDirection.None } || mention.Tense != ClauseTense.Past)
                continue;
            int year = CalendarMath.FromDay(latest).Year;
            int start = CalendarMath.ToDay(year, month, 1);
            if (start > latest)
                start = CalendarMath.ToDay(--year, month, 1);
            int end = CalendarMath.ToDay(year, month, CalendarMath.DaysInMonth(year, month));
            (int first, int last) = mention.Modifier switch
            {
                "START" => (start + EarlyEnds, end),
                "MID" => (start + MiddleEnds, end),
                _ => (end + 1, end + 30),
            };
            if (best is null || first > best.First)
                best = new PublicationWindow(first, last, $"it looks back on {mention.Span.Cut(reading.Report.Text)}, which it names without the year");
        }
        return best;
    }

    private static int? Nearest(int month, int day, int around)
    {
        int year = CalendarMath.FromDay(around).Year;
        if (day > CalendarMath.DaysInMonth(year, month))
            return null;
        int date = CalendarMath.ToDay(year, month, day);
        return date >= around ? date : CalendarMath.ToDay(year + 1, month, Math.Min(day, CalendarMath.DaysInMonth(year + 1, month)));
    }

    /// <summary>The days of the window on which the news may have been, as publication days.</summary>
    internal ImmutableArray<int> Days(NewsDay news) => [.. Enumerable.Range(First, Last - First + 1).Where(day => news.Fits(day - news.After))];
}
