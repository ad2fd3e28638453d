// What the page shows, worked out once: every line with its id, and every place in the reports that a line leads to.
using System.Collections.Immutable;

using Crossread.Stories;
using Crossread.Stories.Changes;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A story made ready for the page. Holds no markup of its own but the links to words.</summary>
public sealed class StoryView
{
    private readonly Dictionary<string, ReportView> _byId = new(StringComparer.Ordinal);

    private readonly int? _year;

    /// <summary>Works out every line of the page.</summary>
    /// <param name="story">The story.</param>
    /// <param name="steps">Its earlier states, for the slider; none for a page without one.</param>
    public StoryView(Story story, ImmutableArray<StoryStep> steps = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        Story = story;
        Past = new StoryPast(story, steps.IsDefault ? [] : steps);
        HashSet<string>[] there = [.. Enumerable.Range(0, Past.Count).Select(at => Past[at].Reports.Select(r => r.Id).ToHashSet(StringComparer.Ordinal))];
        Reports = [.. story.Reports.Select((r, i) => new ReportView(i, r) { On = Past.Where(at => there[at].Contains(r.Id)) })];
        foreach (ReportView report in Reports)
            _byId.TryAdd(report.Report.Id, report);
        _year = Reports.Select(r => DateWords.Last(r.Report.Published.Edtf)?.Year).Max();
        Claims = ClaimView.All(this);
        Differences = DifferenceView.All(this);
        Utterances = UtteranceView.All(this);
        Timeline = TimelineView.All(this);
        Happenings = HappeningView.All(this);
        People = PersonView.All(this);
        foreach (ReportView report in Reports)
            AnchorTimes(report);
    }

    /// <summary>The story.</summary>
    public Story Story { get; }

    /// <summary>Its earlier states.</summary>
    public StoryPast Past { get; }

    /// <summary>Its reports, in its order.</summary>
    public ImmutableArray<ReportView> Reports { get; }

    /// <summary>Claims, in the story's order.</summary>
    public ImmutableArray<ClaimView> Claims { get; }

    /// <summary>Differences, in the story's order.</summary>
    public ImmutableArray<DifferenceView> Differences { get; }

    /// <summary>Everything said: utterances in several wordings first, then what one report alone has.</summary>
    public ImmutableArray<UtteranceView> Utterances { get; }

    /// <summary>The timeline.</summary>
    public ImmutableArray<TimelineView> Timeline { get; }

    /// <summary>What happened, parts under what they are part of.</summary>
    public ImmutableArray<HappeningView> Happenings { get; }

    /// <summary>People and organisations: the heard first.</summary>
    public ImmutableArray<PersonView> People { get; }

    /// <summary>The headline that names the story, else the title of its first report.</summary>
    public string Heading => Headline?.Title ?? (Reports.Length > 0 ? Reports[0].Title : "No report");

    /// <summary>The report whose headline names the story, or null.</summary>
    public ReportView? Headline => Story.Headline is int at && at < Reports.Length ? Reports[at] : null;

    /// <summary>Whom and what most reports name, at most five.</summary>
    public ImmutableArray<string> Topics
    {
        get
        {
            Dictionary<string, (int Reports, int Mentions)> counts = new(StringComparer.Ordinal);
            foreach (StoryReport report in Story.Reports)
            {
                foreach (IGrouping<string, int> group in report.Reading.Names.EntityOf.Where(e => e < report.EntityOf.Length && report.EntityOf[e] < Story.Entities.Length).GroupBy(e => Story.Entities[report.EntityOf[e]].Name, StringComparer.Ordinal))
                {
                    (int reports, int mentions) = counts.GetValueOrDefault(group.Key);
                    counts[group.Key] = (reports + 1, mentions + group.Count());
                }
            }
            return [.. counts.OrderByDescending(c => c.Value.Reports).ThenByDescending(c => c.Value.Mentions).ThenBy(c => c.Key, StringComparer.Ordinal).Take(5).Select(c => c.Key)];
        }
    }

    /// <summary>The report with this id, or null.</summary>
    public ReportView? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The words of an evidence; empty if its report is unknown.</summary>
    public string Words(Evidence evidence) => Find(evidence.Report) is { } report ? report.Clamp(evidence.Span).Cut(report.Text) : "";

    /// <summary>
    /// The words of an evidence as a reader expects them: in quotation marks if the report has them in quotation marks, with a sentence's
    /// closing comma or stop left out where the words stand alone.
    /// </summary>
    public string Quoted(Evidence evidence)
    {
        if (Find(evidence.Report) is not { } report)
            return "";
        TextSpan span = report.Clamp(evidence.Span);
        bool quoted = span.Start > 0 && Quotes.IsOpening(report.Text[span.Start - 1]);
        return Quotes.Tidy(span.Cut(report.Text), quoted);
    }

    /// <summary>A link to the words, or null if the report is unknown; the words get a way back to the line.</summary>
    public Cite? Cite(Evidence evidence, BackLink back)
    {
        if (Find(evidence.Report) is not { } report)
            return null;
        TextSpan span = report.Clamp(evidence.Span);
        report.Anchor(span, AnchorUse.Words).Add(back);
        return new Cite(report, "#" + report.IdOf(span), false, report.On);
    }

    /// <summary>A link to the words without a way back, or null if the report is unknown: for lines of earlier days.</summary>
    public Cite? Cite(Evidence evidence)
    {
        if (Find(evidence.Report) is not { } report)
            return null;
        TextSpan span = report.Clamp(evidence.Span);
        report.Anchor(span, AnchorUse.Words);
        return new Cite(report, "#" + report.IdOf(span), false, report.On);
    }

    /// <summary>A date in words; the year only if it is not the year of the reports.</summary>
    public string Date(string? edtf) => DateWords.Of(edtf, year: _year is null || DateWords.First(edtf)?.Year != _year || DateWords.Last(edtf)?.Year != _year);

    /// <summary>Name of an entity, or null.</summary>
    public string? NameOf(int? entity) => entity is int e && e >= 0 && e < Story.Entities.Length ? Story.Entities[e].Name : null;

    private static void AnchorTimes(ReportView report)
    {
        StoryReport told = report.Report;
        for (int i = 0; i < told.Reading.Times.Length && i < told.TimeValues.Length; i++)
        {
            if (told.TimeValues[i].Edtf is not { } edtf)
                continue;
            Anchor anchor = report.Anchor(report.Clamp(told.Reading.Times[i].Span), AnchorUse.Time);
            anchor.Note = DateWords.Of(edtf) + ": " + told.TimeValues[i].Because;
        }
    }
}
