// Which Sunday the reports of a story mean when they say Sunday.
using System.Collections.Immutable;

using Crossread.Dates;

namespace Crossread.Stories.Publications;

/// <summary>
/// The day that most dated reports of a story mean by a weekday. A report without a date that tells the same story means the same one,
/// and was published in the week after it.
/// </summary>
internal sealed class WeekdaysOfPile
{
    private const int _leastReports = 2;
    private const double _leastShare = 2 / 3.0;
    private const int _week = 7;

    // One weekday alone may be any week's; two that the story knows in one week are that week's.
    private const int _leastWeekdays = 2;

    private readonly Dictionary<int, Dictionary<int, HashSet<int>>> _reports = [];

    /// <summary>Counts the weekdays of the dated reports.</summary>
    internal WeekdaysOfPile(ImmutableArray<Reading> readings, int?[] days)
    {
        for (int r = 0; r < readings.Length; r++)
        {
            if (days[r] is not int published)
                continue;
            ImmutableArray<TimeMention> mentions = readings[r].Times;
            ImmutableArray<TimeValue> values = TimeResolver.Resolve(readings[r].Words, mentions, new Publication(EdtfDays.Day(published), PublicationBasis.Inferred, ""));
            for (int i = 0; i < mentions.Length; i++)
            {
                if (!IsBare(mentions[i]) || EdtfDays.Bounds(values[i].Edtf) is not (int start, int end) || start != end)
                    continue;
                Dictionary<int, HashSet<int>> row = _reports.TryGetValue(mentions[i].Weekday!.Value, out var known) ? known : _reports[mentions[i].Weekday!.Value] = [];
                (row.TryGetValue(start, out HashSet<int>? tellers) ? tellers : row[start] = []).Add(r);
            }
        }
    }

    /// <summary>The day that the weekday mostly means, and how many reports mean it; null if it is not clear.</summary>
    /// <param name="weekday">The weekday by ISO 8601.</param>
    internal (int Day, int Reports)? Meant(int weekday)
    {
        if (!_reports.TryGetValue(weekday, out Dictionary<int, HashSet<int>>? row))
            return null;
        (int day, HashSet<int> tellers) = row.OrderByDescending(d => d.Value.Count).ThenBy(d => d.Key).First();
        int all = row.Values.SelectMany(t => t).Distinct().Count();
        return tellers.Count >= _leastReports && tellers.Count >= all * _leastShare ? (day, tellers.Count) : null;
    }

    /// <summary>Between which days a report can have been published that tells of the weekdays that the pile tells of; null if it names none that is clear.</summary>
    /// <param name="reading">The report.</param>
    /// <param name="news">The day of its news, as it names it.</param>
    internal (int First, int Last, int Meant, int Reports)? Window(Reading reading, NewsDay news)
    {
        if (news.Mention.Weekday is not int weekday || Meant(weekday) is not (int day, int reports))
            return null;
        // What happened on Sunday happened on the Sunday of the story; on Sundays something is said every week.
        if (reading.Statements.Any(s => s.Time is int time && reading.Times[time].Span == news.Mention.Span))
            return null;
        int first = day, last = day + _week - 1;
        HashSet<int> told = [weekday];
        foreach (TimeMention mention in reading.Times)
        {
            // A day gone by lies less than a week back; a day to come lies ahead.
            if (!IsBare(mention) || mention.Quoted || Meant(mention.Weekday!.Value) is not (int other, _))
                continue;
            if (Math.Abs(other - day) >= _week)
                continue;
            told.Add(mention.Weekday!.Value);
            if (mention.Tense == ClauseTense.Future && other > day && other <= last)
                last = other - 1;
            else if (mention.Tense == ClauseTense.Past)
                (first, last) = (Math.Max(first, other), Math.Min(last, other + _week - 1));
        }
        return told.Count >= _leastWeekdays && first <= last ? (first, last, day, reports) : null;
    }

    private static bool IsBare(TimeMention mention) =>
        mention is { Form: TimeForm.Calendar, Weekday: not null, Month: null, Day: null, Year: null, EndDay: null, Shift: null, FromEarlier: false, Direction: TimeDirection.None };
}
