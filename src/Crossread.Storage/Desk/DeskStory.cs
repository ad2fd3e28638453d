// A story with the decisions that shaped it.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Storage.Decisions;
using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>A story with the decisions that shaped it.</summary>
/// <param name="Story">The story, with the decisions obeyed.</param>
/// <param name="Log">The decisions.</param>
/// <param name="Withdrawn">Its reports that no longer count, in the order in which they came.</param>
public sealed record DeskStory(Story Story, DecisionLog Log, ImmutableArray<Report> Withdrawn)
{
    /// <summary>The decisions that stand and touch the story, in the order in which they were made.</summary>
    /// <param name="story">The story, whole or as of a day.</param>
    public IEnumerable<Decision> DecisionsOn(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        Report[] reports = [.. story.Reports.Select(r => r.Reading.Report), .. Withdrawn];
        HashSet<string> names = new(story.Entities.SelectMany(e => e.Forms.Select(f => f.Form)), StringComparer.OrdinalIgnoreCase);
        HashSet<string> outlets = new(reports.Select(r => r.Outlet).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        HashSet<string> hashes = [.. reports.Select(r => r.Sha256)];
        HashSet<string> ids = [story.Id, .. reports.Select(r => r.Id), .. story.Claims.Select(c => c.Id), .. story.Entities.Select(e => e.Id)];
        return Log.Standing.Where(d => d.Matter switch
        {
            NamesDecision pair => names.Contains(pair.One) || names.Contains(pair.Other),
            ClaimDecision claim => claim.Accounts.Any(a => hashes.Contains(a.Sha256)),
            ReliabilityDecision { Of: RatedKind.Outlet } rated => outlets.Contains(rated.Name),
            ReliabilityDecision rated => names.Contains(rated.Name),
            WithdrawalDecision { Outlet: { } outlet } => outlets.Contains(outlet),
            WithdrawalDecision { Sha256: { } sha256 } => hashes.Contains(sha256),
            NoteDecision note => names.Contains(note.On) || ids.Contains(note.On),
            _ => false,
        });
    }

    /// <summary>The story as it could be known at the end of that day, with the decisions obeyed.</summary>
    /// <param name="day">The day, as in 2026-03-14.</param>
    public Story AsOf(string day)
    {
        Story bare = StoryBuilder.AsOf(Story, day);
        bool named = !Log.Names.Same.IsEmpty || !Log.Names.Different.IsEmpty;
        return Log.Obeyed(named ? StoryBuilder.Build(bare.Reports.Select(r => r.Reading), Log.Names) with { Id = bare.Id, Problems = bare.Problems } : bare);
    }
}
