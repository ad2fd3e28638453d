// Hours of the clock in words and figures.
using System.Globalization;
using System.Text.RegularExpressions;

using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>A time of day as a report gives it, in minutes from midnight.</summary>
/// <param name="Low">The earliest minute that the words allow.</param>
/// <param name="High">The latest.</param>
/// <param name="Span">Its words.</param>
/// <param name="Sure">True if the words tell morning from afternoon.</param>
internal readonly record struct ClockTime(int Low, int High, TextSpan Span, bool Sure)
{
    private const int _halfDay = 12 * 60;

    /// <summary>The minutes that lie between two times, 0 if both can hold; where one does not tell morning from afternoon, the nearest half of the day counts.</summary>
    public int Apart(ClockTime other)
    {
        int apart = Math.Max(0, Math.Max(Low - other.High, other.Low - High));
        return Sure && other.Sure ? apart : Math.Min(apart, Math.Max(0, _halfDay - apart));
    }
}

/// <summary>Reads <c>4:40 a.m.</c>, <c>shortly after three in the morning</c>, <c>a quarter to ten</c>, <c>noon</c>.</summary>
internal static partial class ClockReader
{
    private const int _near = 30;
    private const int _about = 20;
    private const int _dayPartWithin = 30;
    private static readonly string[] _hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [GeneratedRegex(
        @"\b(?:(?<near>shortly|just|soon|moments|minutes)\s+)?(?<way>at|by|before|after|around|about|until|since|was)\s+(?:about\s+|around\s+|exactly\s+)?(?:(?<hour>\d{1,2})[:.](?<minute>\d\d)\b|(?:a\s+)?(?<part>quarter|half|five|ten|twenty|twenty-five)\s+(?<side>past|to)\s+(?<hour>[a-z]+|\d{1,2})\b|(?<noon>noon|midday)\b|(?<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)(?:\s*(?<half>[ap])\.?m\b|\s*(?<clock>o['’]clock))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^[\s,.]*(?:on\s+[A-Z][a-z]+day|on\s+[A-Z][a-z]+\s+\d+|in\s+the|that|the\s+same|at|local\s+time|[A-Z][a-z]+day)?[\s,]*(?:in\s+the\s+)?(?<part>morning|afternoon|evening|night)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayPart();

    /// <summary>The times of day in a stretch of text.</summary>
    public static IEnumerable<ClockTime> Find(string text, TextSpan within)
    {
        string words = within.Cut(text);
        foreach (Match match in Clock().Matches(words))
        {
            if (Read(match, words) is { } time)
                yield return time with { Span = new TextSpan(within.Start + match.Index, within.Start + match.Index + match.Length) };
        }
    }

    private static ClockTime? Read(Match match, string words)
    {
        Match part = DayPart().Match(words, match.Index + match.Length, Math.Min(_dayPartWithin, words.Length - match.Index - match.Length));
        bool? afternoon = match.Groups["half"].Success ? match.Groups["half"].Value is "p" or "P" : part.Success && part.Groups["part"].Value is not "night" ? part.Groups["part"].Value != "morning" : null;
        bool marked = match.Groups["minute"].Success || match.Groups["part"].Success || match.Groups["half"].Success || match.Groups["clock"].Success || part.Success;
        int minutes;
        if (match.Groups["noon"].Success)
        {
            (minutes, afternoon) = (12 * 60, true);
        }
        else
        {
            // "at three" may be an age or a number; only with a sign of the clock is it an hour.
            if (!marked || Hour(match.Groups["hour"].Value) is not int hour || match.Groups["minute"].Success && int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) > 59)
                return null;
            minutes = hour * 60 + (match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0) + Shift(match);
            if (hour > 12)
                afternoon = true;
            else if (afternoon is bool late)
                minutes = minutes % (12 * 60) + (late ? 12 * 60 : 0);
        }
        bool near = match.Groups["near"].Success;
        return match.Groups["way"].Value.ToLowerInvariant() switch
        {
            "after" when near => new ClockTime(minutes, minutes + _near, default, afternoon is not null),
            "before" when near => new ClockTime(minutes - _near, minutes, default, afternoon is not null),
            "around" or "about" => new ClockTime(minutes - _about, minutes + _about, default, afternoon is not null),
            "at" or "was" => new ClockTime(minutes, minutes, default, afternoon is not null),
            // "by noon", "until six": nothing tells how long before.
            _ => null,
        };
    }

    private static int Shift(Match match)
    {
        int by = match.Groups["part"].Value.ToLowerInvariant() switch { "quarter" => 15, "half" => 30, "five" => 5, "ten" => 10, "twenty" => 20, "twenty-five" => 25, _ => 0 };
        return match.Groups["side"].Value.Equals("to", StringComparison.OrdinalIgnoreCase) ? -by : by;
    }

    private static int? Hour(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int hour))
            return hour <= 24 ? hour : null;
        int index = Array.IndexOf(_hours, word.ToLowerInvariant());
        return index >= 0 ? index + 1 : null;
    }
}
