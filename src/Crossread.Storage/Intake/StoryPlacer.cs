// Which story of the store a new report belongs to.
using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Storage.Intake;

/// <summary>
/// Finds the story of each new report. What it knows of the held reports it learns from the store: all of them when it begins, and what other
/// processes added whenever it goes on. Use it inside a write, so that nothing comes in between.
/// </summary>
internal sealed class StoryPlacer
{
    private const int _atOnce = 512;

    private StoryIndex _index = new();
    private long _known;

    /// <summary>Learns of the reports that came since the last time.</summary>
    public void CatchUp(IStoreReader store, CancellationToken cancel)
    {
        while (true)
        {
            IReadOnlyList<Arrival> arrivals = store.Arrivals(_known, _atOnce);
            foreach (Arrival arrival in arrivals)
            {
                _index.Restore(arrival.Title, arrival.Text, arrival.Published, arrival.Story);
                _known = arrival.Number;
            }
            if (arrivals.Count < _atOnce)
                return;
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The story of a new report.</summary>
    public Placement Place(Report report) => _index.Add(report);

    /// <summary>Notes that the report was kept under this number.</summary>
    public void Kept(long arrival) => _known = arrival;

    /// <summary>Forgets everything: a write was undone that it had learnt from.</summary>
    public void Forget() => (_index, _known) = (new StoryIndex(), 0);
}
