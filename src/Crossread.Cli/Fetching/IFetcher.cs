// Gets what lies under an address.
namespace Crossread.Cli.Fetching;

/// <summary>Gets what lies under an address that the user named; the network in use, a double in tests.</summary>
internal interface IFetcher
{
    /// <summary>Fetches an address. What goes wrong comes as a problem; only a stop from outside throws.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="condition">What is known from the last time, or null.</param>
    /// <param name="cancel">Stops the fetch.</param>
    /// <exception cref="OperationCanceledException">The fetch was stopped from outside.</exception>
    Task<Fetched> FetchAsync(Uri address, FetchCondition? condition, CancellationToken cancel);
}
