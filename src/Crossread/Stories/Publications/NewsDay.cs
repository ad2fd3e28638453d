// The day that a report's lead puts its news on, in the report's own words.
using Crossread.Dates;
using Crossread.Text;

namespace Crossread.Stories.Publications;

/// <summary>
/// The first day that a report names as done: <c>on Wednesday</c>, <c>today</c>, <c>Thursday (April 4)</c>. News is published on the day
/// that its lead names, or the day after if it says <c>yesterday</c>.
/// </summary>
/// <param name="Mention">The time expression.</param>
/// <param name="Sentence">The words of its sentence.</param>
/// <param name="After">Days from the day named to publication: 1 for <c>yesterday</c>, else 0.</param>
internal sealed record NewsDay(TimeMention Mention, TextSpan Sentence, int After)
{
    // Further down, a day belongs to the background.
    private const int DeepestSentence = 8;
    private const int DeepestDate = 3;

    /// <summary>The news day of a report, or null if its first sentences name none.</summary>
    internal static NewsDay? Of(Reading reading)
    {
        if (reading.Words.Sentences.IsEmpty)
            return null;
        HashSet<int> sayings = [.. reading.Statements.Select(statement => statement.Time).OfType<int>()];
        NewsDay? said = null;
        for (int i = 0; i < reading.Times.Length; i++)
        {
            TimeMention mention = reading.Times[i];
            int token = reading.Words.TokenAt(mention.Span.Start);
            if (token >= reading.Words.Tokens.Length)
                break;
            int sentence = reading.Words.SentenceOf(token);
            if (sentence > DeepestSentence)
                break;
            if (mention.Quoted || mention.Tense == ClauseTense.Future || mention.Direction != TimeDirection.None || mention.FromEarlier)
                continue;
            bool named = mention is { Form: TimeForm.Calendar, Year: null, EndDay: null, Shift: null, Unit: TimeUnit.Day, Festival: null }
                && (mention.Weekday is not null || mention is { Month: not null, Day: not null } && sentence <= DeepestDate);
            bool relative = mention is { Form: TimeForm.Shift, Unit: TimeUnit.Day, Shift: 0 or -1 };
            if (!named && !relative)
                continue;
            NewsDay day = new(mention, reading.Words.Sentences[sentence].Span, relative ? -mention.Shift!.Value : 0);
            // What somebody said happened on Sunday is not the day of his saying it.
            if (sayings.Contains(i) || !reading.Statements.Any(statement => statement.Content.Any(c => c.Contains(mention.Span))))
                return day;
            said ??= day;
        }
        return said;
    }

    /// <summary>True if the news may have been on this day.</summary>
    internal bool Fits(int day) => (Mention.Weekday is not int weekday || CalendarMath.Weekday(day) == weekday)
        && (Mention.Month is not int month || CalendarMath.FromDay(day) is var date && date.Month == month && (Mention.Day is not int d || d == date.Day));
}
