// One person told to be in two places on one day.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds people whom two reports put in different places on the same day.</summary>
internal static class PlaceDifferences
{
    private static readonly string[] _resting = ["be", "stay"];
    private static readonly string[] _moving = ["travel", "arrive", "visit", "leave"];
    private static readonly Lazy<FrozenSet<string>> _present = new(() => ListFile.Rows("Stories/Differences/presence-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    private sealed record Whereabouts(Predication Told, string Who, string Place, TextSpan Words, DateOnly Day, bool Resting);

    /// <summary>One difference for each person and day with two places.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Dictionary<string, string> names = [];
        List<Whereabouts> found = [.. table.All.SelectMany(p => Read(p, table, names))];
        foreach (IGrouping<(string Who, DateOnly Day, int Event), Whereabouts> group in found.GroupBy(w => (w.Who, w.Day, table.Events[w.Told.Report])))
        {
            Whereabouts[] readings = [.. group.DistinctBy(w => (w.Told.Report, w.Place))];
            if (readings.Select(r => r.Place).Distinct(StringComparer.Ordinal).Count() < 2 || readings.Select(r => r.Told.Report).Distinct().Count() < 2)
                continue;
            // One report that names both places tells a journey; its order is its own.
            if (readings.GroupBy(r => r.Told.Report).Any(r => r.Select(x => x.Place).Distinct(StringComparer.Ordinal).Count() > 1))
                continue;
            bool all = readings.All(r => r.Resting);
            yield return new Difference(
                DifferenceKind.Place,
                all ? DifferenceVerdict.Conflict : DifferenceVerdict.Unclear,
                FormattableString.Invariant($"where {names[group.Key.Who]} was on {group.Key.Day:d MMMM yyyy}"),
                all ? "both put the same person in a place on the same day" : readings.Any(r => _moving.Contains(r.Told.Deed)) ? "one tells of a journey, so that one may have followed the other" : "a day may be long enough for both",
                [.. readings.OrderBy(r => r.Told.Report).ThenBy(r => r.Words).Select(r => new DifferingReading(new Evidence(table.ReportOf(r.Told).Id, r.Told.Span), r.Words.Cut(table.ReportOf(r.Told).Reading.Report.Text)))]);
        }
    }

    private static IEnumerable<Whereabouts> Read(Predication told, PredicationTable table, Dictionary<string, string> names)
    {
        bool resting = _resting.Contains(told.Deed);
        StoryReport report = table.ReportOf(told);
        bool present = _present.Value.Contains(report.Reading.Words.Tokens[told.Token].Lemma);
        if (told.Negated || told.Conditional || told.Question || told.Unreal || !resting && !present && !_moving.Contains(told.Deed) || told.Subjects.Length != 1)
            yield break;
        if (told.Subjects[0].Keys is not [['e', ..] who, ..] || told.Subjects[0].HeadKeys == 0)
            yield break;
        Entity person = table.Entities[int.Parse(who.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)];
        string? edtf = table.DateOf(told) ?? (told.Statement is int s ? report.StatementDates[s] : null) ?? (Days.One(report.Published.Edtf) is null ? OfSentence(told, report) : null) ?? report.Published.Edtf;
        if (person.Kind != EntityKind.Person || Days.One(edtf) is not { } day)
            yield break;
        names.TryAdd(who, person.Name);
        // "is in Tripoli": the place itself is the predicate.
        IEnumerable<Argument> places = told.Obliques.Concat(told.Deed is "visit" or "arrive" or "leave" ? told.Objects : []);
        bool moving = _moving.Contains(told.Deed);
        foreach (Argument place in places.Where(p => p.Preposition is "in" or "at" || moving && p.Preposition is "to" or "into" or "for" or "from" or ""))
        {
            if (place.HeadKeys > 0 && IsPlace(place, report, table))
                yield return new Whereabouts(told, who, place.Keys[0], MentionAt(place.Head, report) is int at ? new TextSpan(place.Span.Start, report.Reading.Names.Mentions[at].Span.End) : place.Span, day, resting);
        }
        AnnotatedText text = report.Reading.Words;
        // "embraced the families of the dead in Dorn on Thursday": where the embraced are, he is.
        for (int t = told.Token + 1; present && t < text.Tokens.Length && text.Tokens[t].Span.End <= told.Core.End; t++)
        {
            if (text.Tokens[t].Relation == Relation.Nmod && t > 0 && text.Form(t - 1) is "in" or "at" && PlaceAt(t, report, table) is { } there)
                yield return new Whereabouts(told, who, there, MentionAt(t, report) is int m ? report.Reading.Names.Mentions[m].Span : text.Tokens[t].Span, day, resting);
        }
        if (told.Deed == "be" && PlaceAt(told.Token, report, table) is { } here)
            yield return new Whereabouts(told, who, here, text.Tokens[told.Token].Span, day, true);
    }

    private static bool IsPlace(Argument argument, StoryReport report, PredicationTable table) => PlaceAt(argument.Head, report, table) is not null;

    // The one day that the sentence names, for a report that does not tell its own.
    private static string? OfSentence(Predication told, StoryReport report)
    {
        AnnotatedText text = report.Reading.Words;
        TextSpan sentence = text.Sentences[text.SentenceOf(told.Token)].Span;
        string[] days = [.. report.Reading.Times.Zip(report.TimeValues).Where(t => sentence.Contains(t.First.Span) && Days.One(t.Second.Edtf) is not null).Select(t => t.Second.Edtf!).Distinct(StringComparer.Ordinal)];
        return days is [var one] ? one : null;
    }

    private static string? PlaceAt(int token, StoryReport report, PredicationTable table) =>
        MentionAt(token, report) is int m ? table.Entities[report.EntityOf[report.Reading.Names.EntityOf[m]]].Id : null;

    // The mention of a place that the word is part of.
    private static int? MentionAt(int token, StoryReport report)
    {
        TextSpan word = report.Reading.Words.Tokens[token].Span;
        ImmutableArray<Mention> mentions = report.Reading.Names.Mentions;
        for (int m = 0; m < mentions.Length; m++)
        {
            if (mentions[m].Span.Overlaps(word) && mentions[m].Kind == EntityKind.Place)
                return m;
        }
        return null;
    }
}
