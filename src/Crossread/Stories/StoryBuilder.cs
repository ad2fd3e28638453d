// From readings to a story: the second half of the main path.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events.Actors;
using Crossread.Names;
using Crossread.Stories.Comparing;
using Crossread.Stories.Happenings;
using Crossread.Stories.Predications;
using Crossread.Stories.Relations;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>Lays the readings of several reports side by side.</summary>
public static class StoryBuilder
{
    /// <summary>Builds the story. The order of the readings does not matter.</summary>
    /// <param name="pile">The readings.</param>
    /// <param name="decisions">A reader's decisions on names across the reports, obeyed before every rule; null is none.</param>
    public static Story Build(IEnumerable<Reading> pile, NameDecisions? decisions = null)
    {
        ImmutableArray<Reading> readings =
        [
            .. pile.OrderBy(r => r.Report.File, StringComparer.Ordinal).ThenBy(r => r.Report.Id, StringComparer.Ordinal),
        ];
        // What does not wait for each other runs side by side: a story is built while somebody waits for its page.
        EntityTable entities = null!;
        PileSentences cut = null!;
        Parallel.Invoke(() => entities = EntityLinker.Link(readings, decisions), () => cut = PileSentences.Of(readings));
        ImmutableArray<ImmutableArray<string?>> links = LinkResolver.Resolve(readings);
        ImmutableArray<Origin> origins = OriginFinder.Find(readings, entities, cut);
        ImmutableArray<Publication> published = PublicationResolver.Resolve(readings, links, origins, cut.Weights);
        Dictionary<string, int> originOf = origins.SelectMany((o, i) => o.Reports.Select(r => (r, i))).ToDictionary(p => p.r, p => p.i, StringComparer.Ordinal);
        ImmutableArray<StoryReport> reports = [.. readings.Select((r, i) => Place(r, published[i], entities.EntityOf[i], links[i], originOf[r.Report.Id]))];
        ImmutableArray<Utterance> utterances = [];
        PredicationTable told = null!;
        Parallel.Invoke(() => utterances = UtteranceFinder.Find(reports, origins), () => told = PredicationTable.Read(reports, entities.Entities));
        ImmutableArray<Claim> claims = [];
        ImmutableArray<Difference> differences = [];
        ImmutableArray<TimelineEntry> timeline = [];
        ImmutableArray<Happening> happenings = [];
        ImmutableArray<ActorRelation> relations = [];
        Parallel.Invoke(
            () => claims = ClaimFinder.Find(told, origins, utterances),
            () => differences = DifferenceFinder.Find(told),
            () => timeline = TimelineBuilder.Build(reports, cut.Weights),
            () => happenings = HappeningFinder.Find(reports, entities.Entities, origins, []),
            () => relations = RelationFinder.Find(reports, entities.Entities, origins, []));
        return new Story
        {
            Id = StoryGrouper.IdOf(reports.Select(r => r.Reading.Report)),
            Headline = HeadlineChooser.Choose(reports),
            Reports = reports,
            Entities = entities.Entities,
            Origins = origins,
            Utterances = utterances,
            Claims = claims,
            Differences = differences,
            Timeline = timeline,
            Happenings = happenings,
            Relations = relations,
            Voices = VoiceCounter.Count(reports, entities.Entities, utterances, claims),
            Decisions = decisions ?? NameDecisions.None,
        };
    }

    /// <summary>One report by itself: its entities and dates, without what only several reports can tell.</summary>
    public static Story Alone(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ImmutableArray<Reading> alone = [reading];
        EntityTable entities = EntityLinker.Link(alone);
        ImmutableArray<ImmutableArray<string?>> links = LinkResolver.Resolve(alone);
        ImmutableArray<Origin> origins = [new Origin(ContentId.Of('o', [reading.Report.Id]), [reading.Report.Id], "read by itself", [])];
        Publication published = PublicationResolver.Resolve(alone, links, origins)[0];
        return new Story
        {
            Reports = [Place(reading, published, entities.EntityOf[0], links[0], 0)],
            Entities = entities.Entities,
            Origins = origins,
            Utterances = [],
            Claims = [],
            Differences = [],
            Timeline = [],
        };
    }

    /// <summary>The story with its parties coded by a user's actors, where they know them.</summary>
    public static Story Coded(Story story, ImmutableArray<ActorEntry> actors)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story with
        {
            Actors = actors,
            Happenings = HappeningFinder.Find(story.Reports, story.Entities, story.Origins, actors),
            Relations = RelationFinder.Find(story.Reports, story.Entities, story.Origins, actors),
        };
    }

    /// <summary>The story as it could be known at the end of that day: only the reports published by then, as far as their dates are known.</summary>
    /// <param name="story">The whole story.</param>
    /// <param name="day">The day, as in 2026-03-14.</param>
    public static Story AsOf(Story story, string day)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Build(story.Reports.Where(r => PublishedBy(r.Published, day)).Select(r => r.Reading), story.Decisions) with { Id = story.Id, Problems = story.Problems };
    }

    /// <summary>
    /// The day, as in 2026-03-14, from which on a report is known to have been there; null if nothing tells. A set or an interval counts once its last
    /// possible day has come: before that the report may not have been there.
    /// </summary>
    internal static string? KnownFrom(Publication published) => EdtfDays.Bounds(published.Edtf) is (_, int last) ? EdtfDays.Day(last) : null;

    private static bool PublishedBy(Publication published, string day) => KnownFrom(published) is { } known && string.CompareOrdinal(known, day) <= 0;

    private static StoryReport Place(
        Reading reading, Publication published, ImmutableArray<int> entityOf, ImmutableArray<string?> links, int origin)
    {
        ImmutableArray<TimeValue> values = TimeResolver.Resolve(reading.Words, reading.Times, published);
        return new StoryReport
        {
            Reading = reading,
            Published = published,
            TimeValues = values,
            StatementDates = [.. reading.Statements.Select(s => s.Time is int t && t < values.Length ? values[t].Edtf : published.Edtf)],
            EventDates = [.. reading.Events.Select(e => e.Time is int t && t < values.Length ? values[t].Edtf : null)],
            EntityOf = entityOf,
            LinkTargets = links,
            Origin = origin,
        };
    }
}
