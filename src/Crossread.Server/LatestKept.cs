// Keeps what was made and used last, within a bound.
namespace Crossread.Server;

/// <summary>Something that takes room.</summary>
internal interface IWeighed
{
    /// <summary>How much.</summary>
    long Weight { get; }
}

/// <summary>Makes each value once, however many ask for it at the same time, and forgets the least recently used beyond a bound.</summary>
internal sealed class LatestKept<TKey, TValue>(long most)
    where TKey : notnull
    where TValue : IWeighed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Kept>> _byKey = [];
    private readonly LinkedList<Kept> _byUse = new();
    private long _weight;

    /// <summary>The value of the key; made by the first who asks, while the others wait for it. What fails is tried again.</summary>
    public TValue Get(TKey key, Func<TValue> make)
    {
        LinkedListNode<Kept>? node;
        lock (_lock)
        {
            if (_byKey.TryGetValue(key, out node))
                _byUse.Remove(node);
            else
                _byKey[key] = node = new LinkedListNode<Kept>(new Kept(key));
            _byUse.AddFirst(node);
        }
        Kept kept = node.Value;
        lock (kept)
        {
            if (kept.IsMade)
                return kept.Value!;
            try
            {
                kept.Value = make();
                kept.IsMade = true;
            }
            catch
            {
                Forget(node);
                throw;
            }
        }
        lock (_lock)
        {
            _weight += kept.Value.Weight;
            kept.Counted = true;
            while (_weight > most && _byUse.Last is { } oldest && oldest != node)
                Drop(oldest);
        }
        return kept.Value;
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        lock (_lock)
        {
            Drop(node);
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        if (node.List is null)
            return;
        _byUse.Remove(node);
        _byKey.Remove(node.Value.Key);
        if (node.Value.Counted)
            _weight -= node.Value.Value!.Weight;
    }

    private sealed class Kept(TKey key)
    {
        public TKey Key { get; } = key;

        public TValue? Value { get; set; }

        public bool IsMade { get; set; }

        public bool Counted { get; set; }
    }
}
