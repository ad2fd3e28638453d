// When each report was published, from its own words and from the other reports.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Stories.Comparing;
using Crossread.Stories.Publications;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>
/// Finds publication dates: stated ones as stated; others from the day that the lead names, with weekdays, links, shared text and shared news
/// giving what it leaves open; or as a set of candidate days. Never a guess: each step is told in the reason.
/// </summary>
public static class PublicationResolver
{
    private const int YearsBack = 8;
    private const int FurthestDays = 400;
    private const int MostCandidates = 10;
    private const int LongestTitle = 70;

    /// <summary>One publication for each reading, in the same order. The order does not matter for the dates found.</summary>
    /// <param name="readings">The readings of one story.</param>
    /// <param name="links">For each reading and each of its links the id of the report it leads to, or null.</param>
    /// <param name="origins">Which reports come from one text.</param>
    public static ImmutableArray<Publication> Resolve(
        ImmutableArray<Reading> readings, ImmutableArray<ImmutableArray<string?>> links, ImmutableArray<Origin> origins) =>
        Resolve(readings, links, origins, PileSentences.Of(readings).Weights);

    /// <summary>The same, with the weights of words by the readings' sentences.</summary>
    internal static ImmutableArray<Publication> Resolve(
        ImmutableArray<Reading> readings, ImmutableArray<ImmutableArray<string?>> links, ImmutableArray<Origin> origins, PileWeights weights)
    {
        Publication?[] found = new Publication?[readings.Length];
        int?[] days = new int?[readings.Length];
        for (int i = 0; i < readings.Length; i++)
        {
            found[i] = Stated(readings[i]);
            days[i] = Day(found[i]);
        }
        if (Array.TrueForAll(found, f => f is not null))
            return FarOff.Tell([.. found.Select(f => f!)]);
        NewsDay?[] news = [.. readings.Select((r, i) => found[i] is null ? NewsDay.Of(r) : null)];
        Pile pile = new(readings, links, days);
        for (int i = 0; i < readings.Length; i++)
        {
            if (found[i] is null && news[i] is { } day)
                Put(i, WithoutYear(pile, i, day));
        }
        Spread(pile, origins, found, days, news, weights, Put);
        WeekdaysOfPile weekdays = new(readings, days);
        for (int i = 0; i < readings.Length; i++)
            found[i] ??= news[i] is { } day ? Candidates(pile, i, day, weekdays) : null;
        return FarOff.Tell([.. found.Select(f => f ?? Publication.Unknown)]);

        void Put(int i, (int Day, string Because)? value)
        {
            if (value is not (int day, string because))
                return;
            days[i] = day;
            found[i] = new Publication(EdtfDays.Day(day), PublicationBasis.Inferred, because);
        }
    }

    private static Publication? Stated(Reading reading)
    {
        if (reading.Report.Published is { } stated)
            return new Publication(stated.Edtf, PublicationBasis.Stated, stated.Because);
        foreach (TimeMention mention in reading.Times)
        {
            if (mention is { Form: TimeForm.Calendar, Year: int year, Month: int month, Day: int day, EndDay: null, Problem: null }
                && reading.Report.Passages.Any(p => p.Kind == Cleaning.PassageKind.Byline && p.Span.Contains(mention.Span)))
            {
                return new Publication(EdtfDays.Day(CalendarMath.ToDay(year, month, day)), PublicationBasis.Stated, $"the byline says “{mention.Span.Cut(reading.Report.Text)}”");
            }
        }
        return null;
    }

    private static int? Day(Publication? publication) =>
        EdtfDays.Bounds(publication?.Edtf) is (int start, int end) && start == end ? start : null;

    /// <summary>A day of a month without its year: the year in which it lies nearest to a dated report.</summary>
    private static (int Day, string Because)? WithoutYear(Pile pile, int i, NewsDay news)
    {
        if (news.Mention is not { Month: int month, Day: int date })
            return null;
        (int Report, int Day)? linking = pile.Linking(i);
        if ((linking ?? pile.Nearest(i)) is not (int report, int reference))
            return null;
        (int year, _, _) = CalendarMath.FromDay(reference);
        int? best = null;
        for (int y = year + 1; y >= year - YearsBack; y--)
        {
            if (date > CalendarMath.DaysInMonth(y, month))
                continue;
            int day = CalendarMath.ToDay(y, month, date);
            if (news.Fits(day) && (linking is null || day <= reference) && Math.Abs(day - reference) <= FurthestDays && (best is null || Math.Abs(day - reference) < Math.Abs(best.Value - reference)))
                best = day;
        }
        if (best is not int found)
            return null;
        string words = pile.Words(i, news.Mention.Span);
        string weekday = news.Mention.Weekday is null ? "a day" : "a weekday and a day";
        string other = linking is null ? $"the nearest such day to {pile.Name(report)}, of {EdtfDays.Day(reference)}, is {EdtfDays.Day(found)}"
            : $"{pile.Name(report)}, of {EdtfDays.Day(reference)}, links to this report, and the last such day before it is {EdtfDays.Day(found)}";
        return (found + news.After, $"“{words}” has {weekday} but no year; {other}");
    }

    /// <summary>Days go from report to report by one text and by one piece of news, until nothing changes.</summary>
    private static void Spread(Pile pile, ImmutableArray<Origin> origins, Publication?[] found, int?[] days, NewsDay?[] news, PileWeights weights, Action<int, (int, string)?> put)
    {
        Dictionary<string, int> index = pile.Index;
        int[][] families = [.. origins.Select(o => o.Reports.Where(index.ContainsKey).Select(r => index[r]).ToArray())];
        DatedSentences sentences = new(weights);
        bool[] indexed = new bool[days.Length];
        ImmutableArray<Term>[] terms = [.. news.Select((n, i) => n is null || found[i] is not null ? [] : TermReader.Read(pile.Readings[i].Words, n.Sentence))];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 0; i < days.Length; i++)
            {
                if (days[i] is int day && !indexed[i])
                {
                    sentences.Add(pile.Readings[i], i, day);
                    indexed[i] = true;
                }
            }
            List<(int Report, int Day, string Because)> next = [];
            for (int i = 0; i < days.Length; i++)
            {
                if (found[i] is null && (SameNews(pile, i, news[i], terms[i], sentences) ?? SameText(pile, i, news[i], families, days)) is (int day, string because))
                    next.Add((i, day, because));
            }
            foreach ((int report, int day, string because) in next)
            {
                put(report, (day, because));
                changed = true;
            }
        }
    }

    private static (int Day, string Because)? SameNews(Pile pile, int i, NewsDay? news, ImmutableArray<Term> terms, DatedSentences sentences)
    {
        if (news is null || sentences.Like(terms, news.Fits) is not (int other, int day))
            return null;
        string words = pile.Words(i, news.Mention.Span);
        return (day + news.After, $"“{words}” is the day of the same news as in {pile.Name(other)}, which puts it on {EdtfDays.Day(day)}");
    }

    private static (int Day, string Because)? SameText(Pile pile, int i, NewsDay? news, int[][] families, int?[] days)
    {
        foreach (int[] family in families)
        {
            if (!family.Contains(i))
                continue;
            foreach (int other in family)
            {
                if (days[other] is int day && (news is null || news.Fits(day - news.After)))
                    return (day, $"it comes from one text with {pile.Name(other)}, which was published on {EdtfDays.Day(day)}");
            }
        }
        return null;
    }

    private static Publication? Candidates(Pile pile, int i, NewsDay news, WeekdaysOfPile weekdays)
    {
        if (news.Mention.Weekday is null || pile.Known is not (int earliest, int latest))
            return null;
        if (PublicationWindow.Of(pile.Readings[i], earliest, latest, pile.LinkedFrom(i), pile.Linking(i)?.Day) is not { } window)
            return null;
        ImmutableArray<int> days = window.Days(news);
        if (days.IsEmpty || days.Length > MostCandidates)
            return null;
        string words = pile.Words(i, news.Mention.Span);
        // "On Sunday" is the Sunday that the others tell of, if it may be: the report is of the days after it.
        if (days.Length > 1 && weekdays.Window(pile.Readings[i], news) is (int first, int last, int meant, int reports) && last >= window.First && first <= window.Last)
        {
            (first, last) = (Math.Max(first, window.First), Math.Min(last, window.Last));
            string set = first == last ? EdtfDays.Day(first) : $"[{string.Join(',', Enumerable.Range(first, last - first + 1).Select(EdtfDays.Day))}]";
            return new Publication(set, PublicationBasis.Inferred, $"“{words}” is {EdtfDays.Day(meant)} in {reports} dated reports of the story; published on one of the days up to {EdtfDays.Day(last)}, by the weekdays that it names");
        }
        string edtf = days.Length == 1 ? EdtfDays.Day(days[0]) : $"[{string.Join(',', days.Select(EdtfDays.Day))}]";
        string which = days.Length == 1 ? $"the only such day between {EdtfDays.Day(window.First)} and {EdtfDays.Day(window.Last)}"
            : $"one of the {days.Length} such days between {EdtfDays.Day(window.First)} and {EdtfDays.Day(window.Last)}; nothing tells which";
        return new Publication(edtf, PublicationBasis.Inferred, $"“{words}” is {which}: {window.Because}");
    }

    /// <summary>The reports with their links and the days known so far.</summary>
    private sealed class Pile(ImmutableArray<Reading> readings, ImmutableArray<ImmutableArray<string?>> links, int?[] days)
    {
        internal ImmutableArray<Reading> Readings => readings;

        internal Dictionary<string, int> Index { get; } = readings.Select((r, i) => (r.Report.Id, i)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);

        /// <summary>First and last known publication day.</summary>
        internal (int Earliest, int Latest)? Known =>
            days.Any(d => d is not null) ? (days.Min()!.Value, days.Max()!.Value) : null;

        /// <summary>The earliest dated report that links to this one.</summary>
        internal (int Report, int Day)? Linking(int i)
        {
            string id = readings[i].Report.Id;
            (int, int Day)? best = null;
            for (int j = 0; j < links.Length; j++)
            {
                if (j != i && days[j] is int day && links[j].Contains(id) && (best is null || day < best.Value.Day))
                    best = (j, day);
            }
            return best;
        }

        /// <summary>The day of the latest dated report that this one links to.</summary>
        internal int? LinkedFrom(int i) =>
            links[i].Where(id => id is not null && Index.ContainsKey(id)).Select(id => days[Index[id!]]).Max();

        /// <summary>The first dated report of the pile, by day and id.</summary>
        internal (int Report, int Day)? Nearest(int i)
        {
            (int Report, int Day)? best = null;
            for (int j = 0; j < days.Length; j++)
            {
                if (j != i && days[j] is int day && (best is null || day < best.Value.Day))
                    best = (j, day);
            }
            return best;
        }

        internal string Name(int i) => readings[i].Report.Title is { Length: > 0 } title
            ? $"“{(title.Length > LongestTitle ? title[..(char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1)].TrimEnd() + "…" : title)}”" : readings[i].Report.File;

        internal string Words(int i, TextSpan span) => string.Join(' ', span.Cut(readings[i].Report.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
