// Tells everybody who listens what happens: additions on their way, reports kept, stories changed.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Crossread.Server.Intake;

/// <summary>One event, as server-sent events carry it (WHATWG HTML, 9.2).</summary>
/// <param name="Id">Its number since the workbench was started, from 1.</param>
/// <param name="Kind">What kind: <c>addition</c>, <c>story</c>, <c>decision</c>, <c>news</c>.</param>
/// <param name="Data">What happened.</param>
public sealed record DeskEvent(long Id, string Kind, object Data);

/// <summary>Hands every event to every listener. One who listens too slowly loses the oldest, and sees it by the numbers.</summary>
internal sealed class EventFeed(int mostListeners)
{
    private const int Kept = 256;
    private readonly ConcurrentDictionary<Channel<DeskEvent>, byte> _listeners = new();
    private readonly Queue<DeskEvent> _latest = new();
    private readonly Lock _lock = new();
    private long _last;

    /// <summary>True if one more may listen.</summary>
    public bool HasRoom => _listeners.Count < mostListeners;

    /// <summary>Tells all listeners.</summary>
    public void Tell(string kind, object data)
    {
        lock (_lock)
        {
            DeskEvent told = new(++_last, kind, data);
            _latest.Enqueue(told);
            if (_latest.Count > Kept)
                _latest.Dequeue();
            foreach (Channel<DeskEvent> listener in _listeners.Keys)
                listener.Writer.TryWrite(told);
        }
    }

    /// <summary>Every event from now on, after those kept since the number that the listener had last.</summary>
    /// <param name="after">Number of the last event that the listener has, or null to begin now.</param>
    /// <param name="cancel">Ends the listening.</param>
    public async IAsyncEnumerable<DeskEvent> Listen(long? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        Channel<DeskEvent> mine = Channel.CreateBounded<DeskEvent>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_lock)
        {
            if (after is { } last)
            {
                foreach (DeskEvent missed in _latest.Where(e => e.Id > last))
                    mine.Writer.TryWrite(missed);
            }
            _listeners[mine] = 0;
        }
        try
        {
            await foreach (DeskEvent told in mine.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
                yield return told;
        }
        finally
        {
            _listeners.TryRemove(mine, out _);
        }
    }
}
