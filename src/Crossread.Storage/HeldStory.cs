// A story as the store lists it.
namespace Crossread.Storage;

/// <summary>A story as the store lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Headline of its latest report that has one, or null.</param>
/// <param name="Reports">Number of its reports, 1 or more.</param>
/// <param name="Outlets">Number of outlets among them; reports without an outlet count as one.</param>
/// <param name="LatestArrival">Number of its latest report.</param>
/// <param name="FirstDay">Earliest day that a report of it states, or null.</param>
/// <param name="LastDay">Latest such day, or null.</param>
public sealed record HeldStory(string Id, string? Title, int Reports, int Outlets, long LatestArrival, DateOnly? FirstDay, DateOnly? LastDay);
