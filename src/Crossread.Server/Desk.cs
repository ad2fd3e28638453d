// What the views and the API read: held stories with their comparison, worked out once for each state of a story.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Pages;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;
using Crossread.Stories;

namespace Crossread.Server;

/// <summary>Reads the store. What a story's comparison costs is paid once; the last used are kept within a bound of memory.</summary>
internal sealed class Desk(IStore store)
{
    /// <summary>Clean text of all stories that are kept worked out, in UTF-16 code units; about 40 bytes of memory each.</summary>
    public const long MostLettersKept = 1_500_000;

    private readonly LatestKept<StoryState, ToldStory> _told = new(MostLettersKept);

    /// <summary>The store.</summary>
    public IStore Store => store;

    /// <summary>Asks the store as it is now.</summary>
    public T Ask<T>(Func<IStoreReader, T> question)
    {
        using IStoreReader reader = store.Read();
        return question(reader);
    }

    /// <summary>A story as it is now, or as it could be known on a day; null if there is none of this id.</summary>
    public ToldStory? Story(string id, DateOnly? asOf = null)
    {
        using IStoreReader reader = store.Read();
        if (reader.Story(id) is not { } held)
            return null;
        long decided = reader.LastDecision();
        ToldStory whole = _told.Get(new StoryState(held, decided, null), () => Whole(reader, held));
        return asOf is { } day && day < whole.Days.LastOrDefault() && day >= whole.Days.FirstOrDefault()
            ? _told.Get(new StoryState(held, decided, day), () => AsOf(whole, day))
            : whole;
    }

    /// <summary>A report as its story dates it, by itself; null if there is none of this id.</summary>
    public ToldReport? Report(string id)
    {
        HeldReport? held;
        HeldReading? reading;
        using (IStoreReader reader = store.Read())
        {
            held = reader.Report(id);
            reading = held is null ? null : reader.Reading(id);
        }
        if (held is null || reading is null)
            return null;
        Story alone = StoryBuilder.Alone(reading.Reading);
        ToldStory? around = Story(held.Story);
        if (around?.Story.Reports.FirstOrDefault(r => r.Id == reading.Reading.Report.Id) is { } placed)
        {
            alone = alone with
            {
                Reports = [alone.Reports[0] with { Published = placed.Published, TimeValues = placed.TimeValues, StatementDates = placed.StatementDates, EventDates = placed.EventDates, LinkTargets = placed.LinkTargets }],
            };
        }
        return new ToldReport(held, alone with { Problems = reading.Problems }, around?.Desk.Withdrawn.Any(r => r.Sha256 == held.Sha256) == true);
    }

    /// <summary>What would fall of its story without a report; null if it does not count anyhow.</summary>
    public StoryChange? Without(HeldReport report) => Ask(reader =>
    {
        IReadOnlyList<Decision> decisions = reader.Decisions();
        Decision withdrawn = new(long.MaxValue, DateTimeOffset.UnixEpoch, "", "", new WithdrawalDecision(null, report.Sha256), true);
        DeskStory? now = StoryDesk.Open(reader, report.Story, new DecisionLog(decisions)), then = StoryDesk.Open(reader, report.Story, new DecisionLog([.. decisions, withdrawn]));
        return now is null || then is null || now.Withdrawn.Any(r => r.Sha256 == report.Sha256) ? null : StoryChange.Between(now.Story, then.Story);
    });

    private static ToldStory Whole(IStoreReader reader, HeldStory held)
    {
        // A story whose reports were all withdrawn is still a story, of none.
        DeskStory desk = StoryDesk.Open(reader, held.Id) ?? throw new InvalidDataException("story " + held.Id + " has no reports");
        Dictionary<string, string> ids = reader.Reports(held.Id, Page.All).ToDictionary(r => r.Sha256, r => r.Id, StringComparer.Ordinal);
        return new ToldStory(held, desk, desk.Story, new StoryView(desk.Story), Days(desk.Story), ids, null);
    }

    private static ToldStory AsOf(ToldStory whole, DateOnly day)
    {
        Story story = whole.Desk.AsOf(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return whole with { Story = story, View = new StoryView(story), AsOf = day };
    }

    private static ImmutableArray<DateOnly> Days(Story story) =>
        [.. story.Reports.Where(r => r.Published.Basis != PublicationBasis.Unknown).Select(r => DateWords.Last(r.Published.Edtf)).OfType<DateOnly>().Distinct().Order()];

    private sealed record StoryState(HeldStory Held, long Decided, DateOnly? AsOf);
}

/// <summary>A held story with its comparison.</summary>
/// <param name="Held">The story as the store lists it.</param>
/// <param name="Desk">The story with the decisions that shaped it.</param>
/// <param name="Story">The comparison.</param>
/// <param name="View">The comparison made ready for pages.</param>
/// <param name="Days">The days on which reports of the whole story were published.</param>
/// <param name="Ids">For the SHA-256 of each report the id under which the store holds it.</param>
/// <param name="AsOf">The day as of which it is told, or null for now.</param>
internal sealed record ToldStory(HeldStory Held, DeskStory Desk, Story Story, StoryView View, ImmutableArray<DateOnly> Days, IReadOnlyDictionary<string, string> Ids, DateOnly? AsOf) : IWeighed
{
    /// <summary>The decisions that stand and touch the story, the latest first.</summary>
    public IReadOnlyList<Decision> Decided => [.. Desk.DecisionsOn(Story).Reverse()];

    /// <inheritdoc/>
    public long Weight => 2_000 + Story.Reports.Sum(r => (long)r.Reading.Report.Text.Length);
}

/// <summary>A held report by itself.</summary>
/// <param name="Held">The report as the store lists it.</param>
/// <param name="Story">A story of this report alone, dated by its own story.</param>
/// <param name="Withdrawn">True if it no longer counts in its story.</param>
internal sealed record ToldReport(HeldReport Held, Story Story, bool Withdrawn);
