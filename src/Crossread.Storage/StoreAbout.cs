// What and where a store is.
namespace Crossread.Storage;

/// <summary>What and where a store is.</summary>
/// <param name="Location">Its file, or the address of its server.</param>
/// <param name="Engine">What runs it, with its version.</param>
/// <param name="EngineSource">Where the engine came from: the system's library or the one that Crossread brings.</param>
/// <param name="Format">Number of its form, 1 or more.</param>
/// <param name="ReadOnly">True if it cannot be written.</param>
public sealed record StoreAbout(string Location, string Engine, string EngineSource, int Format, bool ReadOnly);
