// Measures what comes after the analysis: the stages that compare reports, and the page.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Pages;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Predications;
using Crossread.Stories.Relations;

namespace Crossread.Benchmarks.Piles;

/// <summary>Prints seconds and processor seconds of each stage of <c>read</c> on a folder of reports.</summary>
internal static class StorySpeed
{
    private static readonly Stopwatch _clock = new();
    private static TimeSpan _processor;

    /// <summary>Reads the folder and prints a line a stage.</summary>
    public static void Print(string folder)
    {
        ImmutableArray<Report> reports = Stage("clean", () => Cleaner.Clean([.. DocumentReader.Read(folder).Select(r => r.Document).OfType<Document>()]));
        Reading[] readings = new Reading[reports.Length];
        Stage("analyse", () => Parallel.For(0, reports.Length, i => readings[i] = Crossreader.Analyse(reports[i])));
        ImmutableArray<Reading> pile = [.. readings.OrderBy(r => r.Report.File, StringComparer.Ordinal)];
        Stage("group", () => StoryGrouper.Group(reports));
        EntityTable entities = Stage("entities", () => EntityLinker.Link(pile));
        var links = Stage("links", () => LinkResolver.Resolve(pile));
        var origins = Stage("origins", () => OriginFinder.Find(pile, entities));
        Stage("publications", () => PublicationResolver.Resolve(pile, links, origins));
        Story story = Stage("build (all of these and the rest)", () => StoryBuilder.Build(pile));
        Stage("utterances", () => UtteranceFinder.Find(story.Reports, origins));
        PredicationTable told = Stage("predications", () => PredicationTable.Read(story.Reports, story.Entities));
        Stage("claims", () => ClaimFinder.Find(told, origins, story.Utterances));
        Stage("differences", () => DifferenceFinder.Find(told));
        Stage("timeline", () => TimelineBuilder.Build(story.Reports));
        Stage("happenings", () => HappeningFinder.Find(story.Reports, story.Entities, story.Origins, []));
        Stage("relations", () => RelationFinder.Find(story.Reports, story.Entities, story.Origins, []));
        Stage("voices", () => VoiceCounter.Count(story.Reports, story.Entities, story.Utterances, story.Claims));
        var steps = Stage("history", () => Crossread.Stories.Changes.StoryHistory.Of(story));
        StoryView view = Stage("view", () => new StoryView(story, steps));
        string page = Stage("page, with history and view", () => StoryPage.RenderAsync(story).GetAwaiter().GetResult());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Reports.Length} reports, {story.Claims.Length} claims, {story.Differences.Length} differences, {story.Utterances.Length} utterances, {steps.Length} steps, {view.People.Length} people, page {page.Length / 1e6:f2} million characters"));
    }

    private static T Stage<T>(string name, Func<T> work)
    {
        _processor = Process.GetCurrentProcess().TotalProcessorTime;
        _clock.Restart();
        T made = work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {_clock.Elapsed.TotalSeconds,8:f2} s {(Process.GetCurrentProcess().TotalProcessorTime - _processor).TotalSeconds,8:f2} s of processor"));
        return made;
    }
}
