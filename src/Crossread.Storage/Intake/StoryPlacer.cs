// Which story of the store a new report belongs to.
using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Storage.Intake;

/// <summary>
/// Finds the story of each new report. What it knows of the held reports it learns from the store: the latest of them when it begins, and what other
/// processes added whenever it goes on. So what it costs to begin does not grow with the store.
/// </summary>
/// <param name="most">Held reports that it begins with, at most: the latest ones.</param>
internal sealed class StoryPlacer(int most = 10_000)
{
    private const int _atOnce = 512;

    private StoryIndex _index = new();
    private long _known = -1;

    /// <summary>How many reports it knows.</summary>
    public int Known => _index.Reports;

    /// <summary>Learns of the reports that came since the last time.</summary>
    public void CatchUp(IStoreReader store, CancellationToken cancel)
    {
        if (_known < 0)
            _known = store.ArrivalBefore(most);
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
    /// <param name="report">The report.</param>
    /// <param name="into">Id of the story if it is settled, else null.</param>
    public Placement Place(Report report, string? into)
    {
        if (into is null)
            return _index.Add(report);
        _index.Restore(report.Title, report.Text, report.Published?.Edtf, into);
        return new Placement(into, null);
    }

    /// <summary>Notes that the report was kept under this number.</summary>
    public void Kept(long arrival) => _known = arrival;

    /// <summary>Forgets everything: a write was undone that it had learnt from.</summary>
    public void Forget() => (_index, _known) = (new StoryIndex(), -1);
}
