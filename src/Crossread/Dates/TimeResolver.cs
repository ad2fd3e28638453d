// Gives time expressions their values, once the publication date is known.
using System.Collections.Immutable;

using Crossread.Language;

namespace Crossread.Dates;

/// <summary>
/// Gives time expressions their values from publication day, tense, weekday and earlier expressions.
/// What has no year or week of its own lies in the past unless its words or the tense of its clause put it into the future.
/// </summary>
public static class TimeResolver
{
    private const int LongestSet = 10;
    private const int MostCandidates = 62;

    /// <summary>
    /// One value for each mention, in the same order. If the publication date is a set of days, a value that differs among them is an EDTF one-of set;
    /// if it is unknown, what depends on it stays open (<c>XXXX-WXX-3</c>).
    /// </summary>
    /// <exception cref="ArgumentNullException">Text or publication is missing.</exception>
    public static ImmutableArray<TimeValue> Resolve(AnnotatedText text, ImmutableArray<TimeMention> mentions, Publication published)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(published);
        ImmutableArray<int> days = EdtfDays.Candidates(published.Edtf, MostCandidates);
        if (days.Length <= 1)
            return Once(text, mentions, days.Length == 1 ? days[0] : null);
        ImmutableArray<ImmutableArray<TimeValue>> runs = [.. days.Select(day => Once(text, mentions, day))];
        return [.. Enumerable.Range(0, mentions.Length).Select(i => Merge(runs, i, mentions[i], days.Length))];
    }

    private static ImmutableArray<TimeValue> Once(AnnotatedText text, ImmutableArray<TimeMention> mentions, int? published)
    {
        TimeReading reading = new(text.Text, published);
        ImmutableArray<TimeValue>.Builder values = ImmutableArray.CreateBuilder<TimeValue>(mentions.Length);
        foreach (TimeMention mention in mentions)
            values.Add(reading.Read(mention));
        return values.MoveToImmutable();
    }

    private static TimeValue Merge(ImmutableArray<ImmutableArray<TimeValue>> runs, int i, TimeMention mention, int candidates)
    {
        TimeValue first = runs[0][i];
        if (runs.All(r => r[i].Timex == first.Timex && r[i].Edtf == first.Edtf))
            return runs.All(r => r[i].Because == first.Because) ? first : first with { Because = $"the same whichever of {candidates} days the report was published on" };
        List<string> dates = [.. runs.Select(r => r[i].Edtf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string? edtf = dates.Count switch
        {
            0 => null,
            1 => dates[0],
            _ when dates.Exists(d => d.Contains('/', StringComparison.Ordinal)) => $"{dates[0].Split('/')[0]}/{dates[^1].Split('/')[^1]}",
            <= LongestSet => $"[{string.Join(',', dates)}]",
            _ => $"{dates[0]}/{dates[^1]}",
        };
        string timex = mention is { Weekday: int weekday, Day: null } ? $"XXXX-WXX-{weekday}{mention.TimeOfDay}" : Common([.. runs.Select(r => r[i].Timex)]);
        return new TimeValue(timex, edtf, $"the report was published on one of {candidates} days, and each gives its own date");
    }

    /// <summary>What all values share, with an X for each figure that differs.</summary>
    private static string Common(string[] values)
    {
        string first = values[0];
        if (Array.Exists(values, v => v.Length != first.Length))
            return "XXXX-XX-XX";
        char[] common = first.ToCharArray();
        foreach (string value in values)
        {
            for (int k = 0; k < common.Length; k++)
            {
                if (common[k] != value[k])
                    common[k] = 'X';
            }
        }
        return new string(common);
    }
}
