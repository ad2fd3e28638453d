// Reports on their way into the store, one addition after the other, so that writers never wait for each other in the middle of a request.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Intake;

using Microsoft.Extensions.Logging;

namespace Crossread.Server.Intake;

/// <summary>Takes additions in their order and tells how far each is.</summary>
internal sealed class Additions : IAsyncDisposable
{
    private const int Remembered = 200;
    private readonly Channel<Job> _waiting;
    private readonly ConcurrentDictionary<long, Addition> _known = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Desk _desk;
    private readonly EventFeed _events;
    private readonly ILogger<Additions> _log;
    private readonly ReportIntake _intake;
    private readonly Task _work;
    private long _last;

    /// <summary>Begins to take additions.</summary>
    public Additions(Desk desk, EventFeed events, TimeProvider clock, WorkbenchOptions options, ILogger<Additions> log)
    {
        (_desk, _events, _log) = (desk, events, log);
        _waiting = Channel.CreateBounded<Job>(options.Limits.WaitingAdditions);
        // Whoever reads finds a processor that is free.
        _intake = new ReportIntake(desk.Store, clock) { AtOnce = Math.Max(1, Environment.ProcessorCount - 1) };
        _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>The latest additions, the last first.</summary>
    public IReadOnlyList<Addition> Latest => [.. _known.Values.OrderByDescending(a => a.Id)];

    /// <summary>The addition with this number, or null.</summary>
    public Addition? Find(long id) => _known.GetValueOrDefault(id);

    /// <summary>Puts an addition in the line; null if the line is full.</summary>
    /// <param name="what">What it is, in words.</param>
    /// <param name="total">How many documents it has, or 0 if that is not known.</param>
    /// <param name="documents">Gives the documents when its turn has come, read with <see cref="ReportIntake.Limits"/>.</param>
    /// <param name="source">What to dispose of when it is done, or null.</param>
    public Addition? Add(string what, int total, Func<CancellationToken, IEnumerable<DocumentResult>> documents, IDisposable? source = null)
    {
        Addition addition = new(Interlocked.Increment(ref _last), what, AdditionState.Waiting) { Total = total };
        _known[addition.Id] = addition;
        if (!_waiting.Writer.TryWrite(new Job(addition.Id, documents, source)))
        {
            _known.TryRemove(addition.Id, out _);
            source?.Dispose();
            return null;
        }
        foreach (long old in _known.Keys.Where(id => id <= addition.Id - Remembered))
            _known.TryRemove(old, out _);
        return addition;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task Work()
    {
        await foreach (Job job in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            using (job.Source)
                Do(job);
        }
    }

    private void Do(Job job)
    {
        if (_stop.IsCancellationRequested)
            return;
        Dictionary<string, int> stories = new(StringComparer.Ordinal);
        Tell(job.Id, a => a with { State = AdditionState.Reading });
        try
        {
            IntakeResult result = _intake.Add(
                job.Documents(_stop.Token),
                kept => stories[kept.Report.Story] = stories.GetValueOrDefault(kept.Report.Story) + 1,
                read => Tell(job.Id, a => a with { Read = read, Total = Math.Max(a.Total, read) }),
                _stop.Token);
            Tell(job.Id, a => a with { State = AdditionState.Done, Added = result.Added, Known = result.Held, Problems = result.Problems, Stories = Named(stories) });
            foreach (string story in result.Stories)
                _events.Tell("story", new { id = story });
        }
        catch (OperationCanceledException)
        {
            Fail(job.Id, stories, new Problem("this addition", null, "the workbench was stopped", "start it again and add the rest; what is held is not added twice"));
        }
        catch (StoreException failure)
        {
            Fail(job.Id, stories, failure.Problem);
        }
#pragma warning disable CA1031 // One addition that fails must not end those behind it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _log.LogError(failure, "Addition {Id} failed", job.Id);
            Fail(job.Id, stories, new Problem("this addition", null, "it failed through a fault of the program", "add the files one by one to find which it is, and report it"));
        }
    }

    private void Fail(long id, Dictionary<string, int> stories, Problem problem) =>
        Tell(id, a => a with { State = AdditionState.Failed, Added = stories.Values.Sum(), Problems = [problem], Stories = Named(stories) });

    private ImmutableArray<AddedStory> Named(Dictionary<string, int> stories) =>
        _desk.Ask(reader => stories
            .GroupBy(s => reader.Story(s.Key) is { } story ? (story.Id, story.Title) : (s.Key, null))
            .Select(g => new AddedStory(g.Key.Item1, g.Key.Item2, g.Sum(s => s.Value)))
            .OrderByDescending(s => s.Added).ThenBy(s => s.Id, StringComparer.Ordinal).ToImmutableArray());

    private void Tell(long id, Func<Addition, Addition> change)
    {
        if (!_known.TryGetValue(id, out Addition? before))
            return;
        Addition now = change(before);
        _known[id] = now;
        _events.Tell("addition", now);
    }

    private sealed record Job(long Id, Func<CancellationToken, IEnumerable<DocumentResult>> Documents, IDisposable? Source);
}
