// An address that a reader asks to add.
namespace Crossread.Server.Intake;

/// <summary>An address to fetch and add.</summary>
/// <param name="Url">Its address, http or https.</param>
public sealed record FetchedAddress(string Url);
