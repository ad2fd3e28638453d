// What several reports say, side by side.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Events.Actors;
using Crossread.Names;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;
using Crossread.Stories.Speaking;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>The story that a pile of reports tells: who says what, who denies it, how many independent origins there are, and where they differ. No verdict.</summary>
public sealed record Story
{
    /// <summary>Id of the story: from the content of its earliest report, so that later reports leave it as it is; empty if there is no report.</summary>
    public string Id { get; init; } = "";

    /// <summary>Index in <see cref="Reports"/> of the report whose headline names the story best: the one that shares most with what the other origins tell; null if no report has a headline.</summary>
    public int? Headline { get; init; }

    /// <summary>The reports, ordered by file name and id.</summary>
    public required ImmutableArray<StoryReport> Reports { get; init; }

    /// <summary>Who and what is named, over all reports.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>Texts that the reports come from; each report belongs to one.</summary>
    public required ImmutableArray<Origin> Origins { get; init; }

    /// <summary>The same words of one speaker, told in one or more reports.</summary>
    public required ImmutableArray<Utterance> Utterances { get; init; }

    /// <summary>Propositions with who takes which side.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Where the reports tell the same thing differently.</summary>
    public required ImmutableArray<Difference> Differences { get; init; }

    /// <summary>What happened, was said and is due, in order of time.</summary>
    public required ImmutableArray<TimelineEntry> Timeline { get; init; }

    /// <summary>A user's actors, whose codes go before our own.</summary>
    public ImmutableArray<ActorEntry> Actors { get; init; } = [];

    /// <summary>What happened, each event once, with everybody who tells it.</summary>
    public ImmutableArray<Happening> Happenings { get; init; } = [];

    /// <summary>How actors stand to each other over time, with everybody who tells or denies it.</summary>
    public ImmutableArray<ActorRelation> Relations { get; init; } = [];

    /// <summary>Who speaks how often, who is only talked about, and what each report adds.</summary>
    public VoiceTable Voices { get; init; } = VoiceTable.Empty;

    /// <summary>The reader's decisions on names that it was built with.</summary>
    public NameDecisions Decisions { get; init; } = NameDecisions.None;

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>The words that the evidence points to.</summary>
    /// <exception cref="ArgumentException">No report of the story has this id.</exception>
    public string Cut(Evidence evidence)
    {
        foreach (StoryReport report in Reports)
        {
            if (string.Equals(report.Id, evidence.Report, StringComparison.Ordinal))
                return evidence.Span.Cut(report.Reading.Report.Text);
        }
        throw new ArgumentException($"No report of this story has the id {evidence.Report}.", nameof(evidence));
    }
}
