// All features of a pile, numbered, with how many reports have each.
using System.Runtime.InteropServices;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Grouping;

/// <summary>Numbers features and counts the reports that have each. Grows; not safe for several writers.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _reports = [];
    private readonly List<int> _named = [];
    private long _words;

    /// <summary>Number of features.</summary>
    public int Count => _keys.Count;

    /// <summary>Number of reports counted.</summary>
    public int Reports { get; private set; }

    /// <summary>Counts a report; gives each of its features its id.</summary>
    public NumberedFeature[] Add(Feature[] features)
    {
        NumberedFeature[] numbered = new NumberedFeature[features.Length];
        for (int i = 0; i < features.Length; i++)
        {
            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, features[i].Key, out bool known);
            if (!known)
            {
                id = _keys.Count;
                _keys.Add(features[i].Key);
                _reports.Add(0);
                _named.Add(0);
            }
            numbered[i] = new NumberedFeature(id, features[i].Count, features[i].Kind);
            _reports[id]++;
            if (features[i].Named)
                _named[id]++;
            if (features[i].Kind == FeatureKind.Word)
                _words++;
        }
        Reports++;
        return numbered;
    }

    /// <summary>How many reports have the feature.</summary>
    public int ReportsWith(int id) => _reports[id];

    /// <summary>The vector of a report: its heaviest features, of length one. What only one report has counts less the larger the pile is.</summary>
    /// <param name="features">The features.</param>
    /// <param name="keepSingle">True if it is to count fully.</param>
    public SparseVector Weigh(NumberedFeature[] features, bool keepSingle = false)
    {
        double length = Math.Max(1, _words / (double)Math.Max(1, Reports));
        double single = keepSingle ? 1 : GroupingRules.Single(Reports);
        int n = 0;
        (int Id, float Value)[] entries = new (int, float)[features.Length];
        for (int i = 0; i < features.Length; i++)
        {
            int id = features[i].Id;
            double rarity = PileWeights.Weight(_reports[id], Reports, _keys[id], length);
            if (rarity <= 0)
                continue;
            double kind = features[i].Kind switch
            {
                FeatureKind.Number => GroupingRules.Number,
                FeatureKind.Pair => GroupingRules.Name,
                _ => _named[id] * 2 > _reports[id] ? GroupingRules.Name : 1,
            };
            kind *= _reports[id] < 2 ? single : 1;
            entries[n++] = (id, (float)((1 + Math.Log(features[i].Count)) * Math.Pow(rarity, GroupingRules.Rarity) * kind));
        }
        // The heaviest by value and then by key, so that the numbering does not matter.
        Array.Sort(entries, 0, n, Comparer<(int Id, float Value)>.Create((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : _keys[a.Id].CompareTo(_keys[b.Id])));
        n = Math.Min(n, GroupingRules.Features);
        Array.Sort(entries, 0, n, Comparer<(int Id, float Value)>.Create((a, b) => a.Id.CompareTo(b.Id)));
        double square = 0;
        for (int i = 0; i < n; i++)
            square += (double)entries[i].Value * entries[i].Value;
        float norm = square > 0 ? (float)Math.Sqrt(square) : 1;
        int[] kept = new int[n];
        float[] values = new float[n];
        for (int i = 0; i < n; i++)
            (kept[i], values[i]) = (entries[i].Id, entries[i].Value / norm);
        return new(kept, values);
    }
}
