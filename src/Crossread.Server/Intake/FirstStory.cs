// The first page of a story that anybody opens is as quick as the next ones.
using Crossread.Server.Views;
using Crossread.Storage;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crossread.Server.Intake;

/// <summary>Works out the latest story once the workbench listens and draws its page for nobody: what the first of its kind costs is paid by then.</summary>
internal sealed class FirstStory(Desk desk, IHostApplicationLifetime lifetime, ILogger<FirstStory> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(DrawAsync, stoppingToken));
        return Task.CompletedTask;
    }

    private async Task DrawAsync()
    {
        try
        {
            if (desk.Ask(r => r.Stories(new Page(0, 1))) is [{ } latest] && desk.Story(latest.Id) is { } told)
                await StoryPages.Draw(told).Draw().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreException or InvalidDataException)
        {
            // Whoever opens the story is told why it cannot be shown.
            log.LogWarning("The latest story cannot be worked out: {What}", failure.Message);
        }
    }
}
