// One deed told for two hours of a day.
using System.Globalization;

using Crossread.Language;
using Crossread.Stories.Claims;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds deeds that independent reports tell of the same day for different hours.</summary>
internal static class ClockDifferences
{
    // Watches differ; what lies closer together is one time.
    private const int _tolerance = 20;

    private sealed record Timed(Predication Told, string Deed, ClockTime Time, DateOnly? Day);

    /// <summary>One difference for each such deed.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        foreach (IGrouping<(int Event, string Deed), Timed> deed in Enumerable.Range(0, table.Reports.Length).SelectMany(r => Read(r, table)).GroupBy(t => (table.Events[t.Told.Report], t.Deed)))
        {
            List<Timed> left = [.. deed];
            while (left is [var first, ..])
            {
                Timed[] same = [.. left.Where(t => t == first || IsSame(first, t))];
                left.RemoveAll(same.Contains);
                // A report that gives two hours tells of two such deeds.
                Timed[] told = [.. same.GroupBy(t => t.Told.Report).Where(r => r.All(a => r.All(b => a.Time.Apart(b.Time) <= _tolerance))).Select(r => r.First())];
                if (!told.Any(a => told.Any(b => a.Time.Apart(b.Time) > _tolerance && table.ReportOf(a.Told).Origin != table.ReportOf(b.Told).Origin)))
                    continue;
                bool certain = told.All(a => a.Day is not null && a.Time.Sure);
                yield return new Difference(
                    DifferenceKind.Time,
                    certain ? DifferenceVerdict.Conflict : DifferenceVerdict.Unclear,
                    $"at what hour: {deed.Key.Deed.Replace('_', ' ')}",
                    certain ? "the same deed, told for two hours of one day" : "the same deed, told for two hours; it may have happened twice",
                    [.. told.OrderBy(t => t.Told.Report).Select(t => new DifferingReading(new Evidence(table.ReportOf(t.Told).Id, t.Told.Core.Hull(t.Time.Span)), Clock(t.Time)))]);
            }
        }
    }

    private static string Clock(ClockTime time) => time.Low == time.High ? Minute(time.Low) : $"{Minute(time.Low)} to {Minute(time.High)}";

    private static string Minute(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{(minutes + 24 * 60) / 60 % 24:00}:{(minutes + 24 * 60) % 60:00}");

    // The day must not differ, nor who did it to what; and something must say that it is the same deed at all.
    private static bool IsSame(Timed a, Timed b) =>
        (a.Day is null || b.Day is null || a.Day == b.Day)
        && SameProposition.Compare(a.Told.Subjects, b.Told.Subjects) != Agreement.Differs
        && SameProposition.Compare(a.Told.Objects, b.Told.Objects) != Agreement.Differs
        && (a.Deed == "explode" || Telling(a.Told).Intersect(Telling(b.Told), StringComparer.Ordinal).Any());

    private static IEnumerable<string> Telling(Predication told) =>
        told.Subjects.Concat(told.Objects).SelectMany(x => x.Keys.Take(x.HeadKeys)).Where(k => !DeedList.IsGeneric(k));

    private static IEnumerable<Timed> Read(int index, PredicationTable table)
    {
        StoryReport report = table.Reports[index];
        AnnotatedText text = report.Reading.Words;
        Dictionary<int, Predication> at = table.All.Where(p => p.Report == index).ToDictionary(p => p.Token);
        foreach (Sentence sentence in text.Sentences)
        {
            foreach (ClockTime time in ClockReader.Find(text.Text, sentence.Span))
            {
                if (Clause(text, time, at) is not { Negated: false, Conditional: false, Question: false, Unreal: false } told || Deed(told, text) is not { } deed)
                    continue;
                string? day = table.DateOf(told);
                yield return new Timed(told, deed, time, day is { Length: >= 10 } ? Days.One(day[..10]) : null);
            }
        }
    }

    // The clause that the hour hangs on: the nearest verb above it.
    private static Predication? Clause(AnnotatedText text, ClockTime time, Dictionary<int, Predication> at)
    {
        int token = text.TokenAt(time.Span.End - 1);
        for (int steps = 0; token >= 0 && steps < 8; steps++, token = text.Tokens[token].Head)
        {
            if (at.TryGetValue(token, out Predication? told))
                return told;
        }
        return null;
    }

    // "the blast happened at", "the attack came at": the noun tells the deed.
    private static string? Deed(Predication told, AnnotatedText text)
    {
        if (told.Listed)
            return told.Deed is "stay" or "know" or "control" or "meet" or "launch" or "stop" ? null : told.Deed;
        return told.Deed is "happen" or "occur" or "come" or "take_place" && told.Subjects is [var what, ..] ? DeedList.OfNoun(text.Tokens[what.Head].Lemma) : null;
    }
}
