// The grammar's times of day: 10:35 a.m., noon Thursday, 8 p.m. EST Nov. 9, 14:30 GMT.
using System.Globalization;

namespace Crossread.Dates;

internal sealed partial class TimeGrammar
{
    private static string ClockText(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");

    private Hit Clock(int i)
    {
        int hour, minute = 0, k = i + 1;
        switch (W(i))
        {
            case TimeWord.ClockName:
                return Capital(i) && W(k) == TimeWord.None && k < words.Count && Capital(k) ? default : WithDay(k, V(i) / 100, 0);
            case TimeWord.Number when V(i) <= 12:
                hour = V(i);
                break;
            case TimeWord.Digits when N(i) == NumberForm.Plain && words[i].Length <= 2:
                hour = V(i);
                if (W(k) is TimeWord.Colon or TimeWord.Period && Touches(k) && Touches(k + 1) && PlainNumber(k + 1, 0, 99) && words[k + 1].Length == 2)
                {
                    minute = V(k + 1);
                    k += 2;
                }
                break;
            case TimeWord.Digits when N(i) == NumberForm.Decimal && words[i].Length is 4 or 5 && text[words[i].End - 3] == '.':
                hour = V(i);
                minute = int.Parse(text.AsSpan(words[i].End - 2, 2), CultureInfo.InvariantCulture);
                break;
            case TimeWord.Digits when N(i) == NumberForm.Plain && words[i].Length == 4 && W(k) == TimeWord.Zone && V(i) % 100 < 60 && V(i) < 2400:
                return WithDay(k, V(i) / 100, V(i) % 100);
            default:
                return default;
        }
        bool written = k > i + 1 && W(i + 1) == TimeWord.Colon;
        if (W(k) == TimeWord.AmPm && (Is(k, "am") ? k < words.Count && (W(i) == TimeWord.Digits) : true) && hour is >= 1 and <= 12 && minute < 60)
            return WithDay(k + 1, hour % 12 + V(k), minute);
        if (W(k) == TimeWord.OClock && hour is >= 1 and <= 12)
            return WithDay(k + 1, hour, 0);
        if (W(k) == TimeWord.In && W(k + 1) == TimeWord.The && W(k + 2) == TimeWord.Part && hour is >= 1 and <= 12 && (written || W(i - 1) is TimeWord.At or TimeWord.Approximately or TimeWord.By or TimeWord.Until or TimeWord.Since or TimeWord.From))
            return WithDay(k + 3, hour % 12 + (V(k + 2) == 1 || V(k + 2) == 4 && hour < 5 ? 0 : 12), minute);
        bool clocklike = written && (W(k) == TimeWord.Zone || W(i - 1) is TimeWord.At or TimeWord.By or TimeWord.Until or TimeWord.Since or TimeWord.From or TimeWord.Approximately);
        if (!clocklike)
            return default;
        if (hour > 24 || minute > 59)
            return new Hit(k, new TimeMention(default, TimexType.Time) { Form = TimeForm.Left, Problem = "there is no such time of day" });
        return WithDay(k, hour, minute);
    }

    /// <summary>half past nine, a quarter to ten, ten past six, twenty minutes to eight.</summary>
    private Hit ClockInWords(int i)
    {
        int k = W(i) == TimeWord.Article ? i + 1 : i, minutes;
        bool plain = false;
        if (k == i && Is(k, "half"))
            minutes = 30;
        else if (Is(k, "quarter"))
            minutes = 15;
        else if (k == i && W(k) is TimeWord.Number or TimeWord.Digits && V(k) is 5 or 10 or 20 or 25)
            (minutes, plain) = (V(k), true);
        else
            return default;
        k++;
        if (plain && Is(k, "minutes"))
            (plain, k) = (false, k + 1);
        // "ten to six people" counts people.
        bool past = Is(k, "past"), before = !past && !plain && minutes != 30 && (Is(k, "to") || Is(k, "before"));
        int hour = W(k + 1) is TimeWord.Number || PlainNumber(k + 1, 1, 12) ? V(k + 1) : 0;
        if (!past && !before || hour is < 1 or > 12)
            return default;
        (hour, minutes) = past ? (hour, minutes) : (hour == 1 ? 12 : hour - 1, 60 - minutes);
        k += 2;
        if (W(k) == TimeWord.OClock)
            k++;
        if (W(k) == TimeWord.AmPm)
            return WithDay(k + 1, hour % 12 + V(k), minutes);
        if (W(k) == TimeWord.In && W(k + 1) == TimeWord.The && W(k + 2) == TimeWord.Part)
            return WithDay(k + 3, hour % 12 + (V(k + 2) == 1 || V(k + 2) == 4 && hour < 5 ? 0 : 12), minutes);
        return CountsSomething(k) ? default : WithDay(k, hour, minutes);
    }

    // "6 a.m. (0400 GMT) on Friday": the hour elsewhere stands between the hour and its day.
    private int PastBracket(int k)
    {
        const int Longest = 6;
        for (int end = k + 1; W(k) == TimeWord.Open && end <= k + Longest; end++)
        {
            if (W(end) == TimeWord.Close)
                return W(end - 1) is TimeWord.Zone && (W(end + 1) == TimeWord.On && W(end + 2) == TimeWord.Weekday || W(end + 1) == TimeWord.Weekday) ? end + 1 : k;
        }
        return k;
    }

    /// <summary>The zone and the day behind a time of day.</summary>
    private Hit WithDay(int k, int hour, int minute)
    {
        if (W(k) == TimeWord.Zone)
            k++;
        else if (Is(k, "local") && Is(k + 1, "time"))
            k += 2;
        string clock = ClockText(hour, minute);
        k = PastBracket(k);
        int day = W(k) is TimeWord.Comma or TimeWord.On ? k + 1 : k;
        Hit date = W(day) is TimeWord.Weekday or TimeWord.Month or TimeWord.MonthLike or TimeWord.MonthAbbreviation or TimeWord.WeekdayAbbreviation ? Calendar(day)
            : W(day) == TimeWord.NamedDay && day == k ? NamedDay(day) : default;
        if (date.Mention is { TimeOfDay: null } m && (m.Day is not null || m.Weekday is not null || m.Form == TimeForm.Shift))
            return date with { Mention = m with { Type = TimexType.Time, TimeOfDay = clock } };
        return new Hit(k, new TimeMention(default, TimexType.Time) { Form = TimeForm.Shift, Shift = 0, FromEarlier = true, TimeOfDay = clock });
    }
}
