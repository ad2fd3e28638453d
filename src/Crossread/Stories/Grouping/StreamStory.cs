// A story of a stream.
namespace Crossread.Stories.Grouping;

/// <summary>A story of a stream.</summary>
internal sealed class StreamStory(string id, int number)
{
    // The latest reports stand for the story, so that a step costs the same however many it has.
    private const int _mostRecent = 24;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its number, in the order of founding.</summary>
    public int Number { get; } = number;

    /// <summary>Its latest reports.</summary>
    public Queue<int> Recent { get; } = new();

    /// <summary>The days of its latest reports.</summary>
    public DayRange Days { get; private set; }

    /// <summary>The story that it became a part of, or null.</summary>
    public StreamStory? Into { get; private set; }

    /// <summary>Adds a report.</summary>
    public void Add(int item, DayRange days)
    {
        Recent.Enqueue(item);
        if (Recent.Count > _mostRecent)
            Recent.Dequeue();
        Days = Days.With(days);
    }

    /// <summary>Takes another story in.</summary>
    public void Take(StreamStory other)
    {
        int[] both = [.. Recent.Concat(other.Recent).Order().TakeLast(_mostRecent)];
        Recent.Clear();
        foreach (int item in both)
            Recent.Enqueue(item);
        Days = Days.With(other.Days);
        other.Into = this;
    }
}
