// A story of the store, built as a pile of files is.
using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>Builds stories out of what the store holds.</summary>
public static class StoryDesk
{
    /// <summary>The story with this id, from all of its reports; null if there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">Id of the story, or of one that became a part of it.</param>
    public static Story? Build(IStoreReader store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        IReadOnlyList<HeldReading> held = store.ReadingsOf(id);
        return held.Count == 0 ? null : StoryBuilder.Build(held.Select(h => h.Reading)) with { Problems = [.. held.SelectMany(h => h.Problems)] };
    }
}
