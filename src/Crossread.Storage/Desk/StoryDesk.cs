// A story of the store, built as a pile of files is, with the readers' decisions obeyed.
using Crossread.Storage.Decisions;
using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>Builds stories out of what the store holds, with the decisions that stand.</summary>
public static class StoryDesk
{
    /// <summary>The story with this id; null if there is none or all of its reports are withdrawn.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">Id of the story, or of one that became a part of it.</param>
    public static Story? Build(IStoreReader store, string id) => Open(store, id) is { } desk && !desk.Story.Reports.IsEmpty ? desk.Story : null;

    /// <summary>The story with this id, the decisions on it and what was withdrawn from it; null if there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">Id of the story, or of one that became a part of it.</param>
    public static DeskStory? Open(IStoreReader store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Open(store, id, new DecisionLog(store.Decisions()));
    }

    /// <summary>The story as it would be with these decisions; null if there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">Id of the story, or of one that became a part of it.</param>
    /// <param name="log">The decisions to obey.</param>
    public static DeskStory? Open(IStoreReader store, string id, DecisionLog log)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(log);
        IReadOnlyList<HeldReading> held = store.ReadingsOf(id);
        if (held.Count == 0)
            return null;
        HeldReading[] counted = [.. held.Where(h => !log.Withdraws(h.Reading.Report))];
        Story story = StoryBuilder.Build(counted.Select(h => h.Reading), log.Names) with { Id = store.Story(id)!.Id, Problems = [.. counted.SelectMany(h => h.Problems)] };
        return new DeskStory(log.Obeyed(story), log, [.. held.Where(h => log.Withdraws(h.Reading.Report)).Select(h => h.Reading.Report)]);
    }
}
