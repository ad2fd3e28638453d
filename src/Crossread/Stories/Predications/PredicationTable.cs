// All predications of a story, found once for claims and differences alike.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Predications;

/// <summary>The predications of every report, in order of reports and text.</summary>
internal sealed class PredicationTable
{
    private PredicationTable(ImmutableArray<Predication> all, ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, Parties parties)
    {
        All = all;
        Reports = reports;
        Entities = entities;
        Parties = parties;
        Events = EventsOfPile.Of(reports);
    }

    /// <summary>For each report the number of the event that it tells of.</summary>
    public ImmutableArray<int> Events { get; }

    /// <summary>True if the two stand in reports of one event, so that one may contradict the other.</summary>
    public bool OfOneEvent(Predication a, Predication b) => Events[a.Report] == Events[b.Report];

    /// <summary>All predications.</summary>
    public ImmutableArray<Predication> All { get; }

    /// <summary>The reports that they stand in.</summary>
    public ImmutableArray<StoryReport> Reports { get; }

    /// <summary>The story's entities.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>Which of them stand for one party.</summary>
    public Parties Parties { get; }

    /// <summary>Reads all reports.</summary>
    public static PredicationTable Read(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities)
    {
        Parties parties = new(entities);
        ImmutableArray<Predication>[] found = new ImmutableArray<Predication>[reports.Length];
        Parallel.For(0, reports.Length, i => found[i] = PredicationReader.Read(i, reports[i], parties, entities));
        return new PredicationTable([.. found.SelectMany(f => f)], reports, entities, parties);
    }

    /// <summary>The report that a predication stands in.</summary>
    public StoryReport ReportOf(Predication predication) => Reports[predication.Report];

    /// <summary>The name of the party that a key stands for, or null if the key is no party.</summary>
    public string? NameOf(string key) => key[0] switch
    {
        'e' or 'p' => Entities[int.Parse(key.AsSpan(1), CultureInfo.InvariantCulture)].Name,
        'c' => key[2..],
        _ => null,
    };

    /// <summary>When the deed is told to have been done (EDTF), or null if its clause does not say.</summary>
    public string? DateOf(Predication predication) =>
        predication.Time is int time && time < ReportOf(predication).TimeValues.Length ? ReportOf(predication).TimeValues[time].Edtf : null;
}
