// Reports that come one by one find their stories.
using Crossread.Cleaning;
using Crossread.Stories.Grouping;

namespace Crossread.Stories;

/// <summary>
/// Groups a stream of reports: each finds its story in a time that does not grow with the pile. The answer may differ from that of
/// <see cref="StoryGrouper"/>, which sees the whole pile at once. For one writer; not safe for several threads.
/// </summary>
public sealed class StoryIndex
{
    private readonly FeatureReader _reader = new();
    private readonly FeatureTable _table = new();
    private readonly StreamNeighbours _neighbours;
    private readonly List<StreamItem> _items = [];
    private readonly List<StreamStory> _stories = [];
    private readonly Dictionary<ulong, int> _byContent = [];
    private readonly Dictionary<string, StreamStory> _byName = new(StringComparer.Ordinal);

    /// <summary>An empty index.</summary>
    public StoryIndex() => _neighbours = new StreamNeighbours(_table, _items);

    /// <summary>Number of reports added.</summary>
    public int Reports { get; private set; }

    /// <summary>Number of stories.</summary>
    public int Stories { get; private set; }

    /// <summary>Adds a report and tells its story, and which stories it made one.</summary>
    public Placement Add(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Reports++;
        GroupingItem read = GroupingItem.Of(report, _reader);
        if (_byContent.TryGetValue(read.Content, out int same))
            return new Placement(Find(_items[same].Story).Id, null);
        (int number, List<Neighbour> near) = Learn(read);
        StreamItem item = _items[number];
        List<(double Likeness, StreamStory Story)> candidates = [];
        foreach (StreamStory story in near.Select(n => Find(_items[n.Item].Story)).Distinct())
        {
            double likeness = Likeness(item, story);
            if (likeness >= GroupingRules.Joins)
                candidates.Add((likeness, story));
        }
        if (candidates.Count == 0)
        {
            StreamStory founded = Found(StoryGrouper.IdOf(read.Content));
            Put(number, founded);
            return new Placement(founded.Id, null);
        }
        candidates.Sort((a, b) => a.Likeness != b.Likeness ? b.Likeness.CompareTo(a.Likeness) : a.Story.Number.CompareTo(b.Story.Number));
        StreamStory home = candidates[0].Story;
        Put(number, home);
        List<string>? merged = null;
        foreach ((_, StreamStory other) in candidates.Skip(1))
        {
            StreamStory now = Find(home.Number);
            if (other == now || Likeness(now, other) < GroupingRules.Merges)
                continue;
            (StreamStory older, StreamStory younger) = now.Number < other.Number ? (now, other) : (other, now);
            older.Take(younger);
            Stories--;
            (merged ??= []).Add(younger.Id);
        }
        return new Placement(Find(home.Number).Id, merged is null ? null : [.. merged]);
    }

    /// <summary>
    /// Adds a report whose story is settled: by an index that lived before, or by a reader. Restoring the reports of an index in the order in which
    /// they came, each with the story that it had at the end, gives an index that goes on as the other would.
    /// </summary>
    /// <param name="title">Headline, or null.</param>
    /// <param name="text">Clean text.</param>
    /// <param name="published">Publication date as stated (EDTF), or null.</param>
    /// <param name="story">Id of its story.</param>
    public void Restore(string? title, string text, string? published, string story)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(story);
        Reports++;
        GroupingItem read = GroupingItem.Of(title, text, published, _reader);
        if (_byContent.ContainsKey(read.Content))
            return;
        if (!_byName.TryGetValue(story, out StreamStory? home))
            home = Found(story);
        Put(Learn(read).Number, Find(home.Number));
    }

    /// <summary>The story of a report that was added, also after stories were merged; null if it was not.</summary>
    public string? StoryOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _byContent.TryGetValue(GroupingItem.ContentOf(report), out int item) ? Find(_items[item].Story).Id : null;
    }

    // Numbers the report, meets its neighbours and lets its features lead to it.
    private (int Number, List<Neighbour> Near) Learn(GroupingItem read)
    {
        int number = _items.Count;
        _byContent.Add(read.Content, number);
        StreamItem item = new(_table.Add(read.Features), read.Day);
        item.Weigh(_table);
        _items.Add(item);
        List<Neighbour> near = _neighbours.Of(number);
        foreach (Neighbour other in near)
        {
            item.Meet(other.Likeness);
            _items[other.Item].Meet(other.Likeness);
        }
        _neighbours.Post(number);
        return (number, near);
    }

    private StreamStory Found(string id)
    {
        StreamStory founded = new(id, _stories.Count);
        _stories.Add(founded);
        _byName[id] = founded;
        Stories++;
        return founded;
    }

    private void Put(int number, StreamStory story)
    {
        _items[number].Story = story.Number;
        story.Add(number, _items[number].Days);
    }

    private StreamStory Find(int story)
    {
        while (_stories[story].Into is StreamStory into)
            story = into.Number;
        return _stories[story];
    }

    private double Likeness(StreamItem item, StreamStory story)
    {
        double sum = 0;
        foreach (int member in story.Recent)
            sum += item.Vector.Dot(_items[member].Vector) * item.OwnMeasure * _items[member].OwnMeasure;
        return sum / story.Recent.Count * GroupingRules.AfterDays(item.Days.DaysTo(story.Days));
    }

    private double Likeness(StreamStory a, StreamStory b)
    {
        double sum = 0;
        foreach (int member in a.Recent)
        {
            foreach (int other in b.Recent)
                sum += _items[member].Vector.Dot(_items[other].Vector) * _items[member].OwnMeasure * _items[other].OwnMeasure;
        }
        return sum / ((double)a.Recent.Count * b.Recent.Count) * GroupingRules.AfterDays(a.Days.DaysTo(b.Days));
    }
}
