// One line of a user's actor file.
namespace Crossread.Events.Actors;

/// <summary>What a user says of an actor: a name, its code, and the days from which and to which the code holds.</summary>
/// <param name="Name">The name as reports write it; case does not count.</param>
/// <param name="Code">Three-letter parts in capitals: country (ISO 3166-1 alpha-3), sector, or both (<c>LBYMIL</c>).</param>
/// <param name="From">First day (as in 2026-03-14), or null for always.</param>
/// <param name="To">Last day, or null for always.</param>
public sealed record ActorEntry(string Name, string Code, string? From, string? To)
{
    /// <summary>True if the entry holds on a day; a day that is not known does not exclude it.</summary>
    public bool HoldsOn(string? day) =>
        day is null || day.Length < 10
        || (From is null || string.CompareOrdinal(From, day[..10]) <= 0) && (To is null || string.CompareOrdinal(day[..10], To) <= 0);
}
