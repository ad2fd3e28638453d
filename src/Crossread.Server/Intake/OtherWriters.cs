// What other processes write into the store while the workbench runs, told to those who listen.
using Crossread.Storage;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crossread.Server.Intake;

/// <summary>Looks every two seconds whether reports, decisions or news came from <c>crossread add</c>, <c>decide</c> or <c>watch</c>.</summary>
internal sealed class OtherWriters(Desk desk, EventFeed events, TimeProvider clock, ILogger<OtherWriters> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private const int _mostTold = 200;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(_pause, clock);
        (long Arrival, long News) known = desk.Ask(r => (r.LastArrival(), r.LastNews()));
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                known = Look(known);
            }
            catch (StoreException failure)
            {
                log.LogWarning("The store cannot be asked what is new: {What}", failure.Problem.What);
            }
        }
    }

    private (long Arrival, long News) Look((long Arrival, long News) known) => desk.Ask(reader =>
    {
        long arrival = reader.LastArrival(), news = reader.LastNews();
        foreach (string story in reader.Arrivals(known.Arrival, arrival > known.Arrival ? _mostTold : 1).Select(a => a.Story).Distinct(StringComparer.Ordinal))
            events.Tell("story", new { id = story });
        if (news > known.News)
            events.Tell("news", new { last = news });
        return (arrival, news);
    });
}
