// A report of a stream.
namespace Crossread.Stories.Grouping;

/// <summary>A report of a stream. Its weights are renewed while its neighbourhood grows: what was new when it came is known by then.</summary>
internal sealed class StreamItem(NumberedFeature[] features, int? day)
{
    // After so many renewals the weights have settled.
    private const int _mostRenewals = 6;

    internal const int SparseMeetings = 8;

    private NumberedFeature[]? _features = features;
    private int _meetings;
    private int _renewals;
    private double _first, _second, _third;
    private int _met;

    /// <summary>Its heaviest features.</summary>
    public SparseVector Vector { get; private set; } = SparseVector.Empty;

    /// <summary>The day on which it was published.</summary>
    public DayRange Days { get; } = new(day, day);

    /// <summary>Number of its story.</summary>
    public int Story { get; set; }

    /// <summary>What its likeness to others is multiplied with: local scaling by its nearest ones.</summary>
    public double OwnMeasure { get; private set; } = 1;

    /// <summary>Weighs its features by what is known now.</summary>
    public void Weigh(FeatureTable table) => Vector = table.Weigh(_features!, keepSingle: false);

    /// <summary>Its features that are to lead to it, also those that no other report has yet.</summary>
    public int[] Leads(FeatureTable table) => table.Weigh(_features!, keepSingle: true).Ids;

    /// <summary>Renews the weights if it was met twice as often as at the last time.</summary>
    public void Renew(FeatureTable table)
    {
        _meetings++;
        if (_features is null || _meetings < 1 << _renewals)
            return;
        Weigh(table);
        if (++_renewals == _mostRenewals)
            _features = null;
    }

    /// <summary>Learns of a neighbour.</summary>
    public void Meet(double likeness)
    {
        _met++;
        if (likeness > _first)
            (_first, _second, _third) = (likeness, _first, _second);
        else if (likeness > _second)
            (_second, _third) = (likeness, _second);
        else if (likeness > _third)
            _third = likeness;
        else
            return;
        // Until a report has a few neighbours its measure is the usual one.
        if (_met > SparseMeetings)
            OwnMeasure = GroupingRules.OwnMeasureOf((_first + _second + _third) / 3);
    }
}
