// How much a word tells in this pile.
using Crossread.Cleaning;

namespace Crossread.Stories.Comparing;

/// <summary>
/// How much a word tells: the logarithm of how rare it is in the units (reports, sentences) of the pile together with those of ordinary prose.
/// The prose keeps the weights steady in a pile of five reports, where every word is common.
/// </summary>
public sealed class PileWeights
{
    /// <summary>Units of ordinary prose that stand beside the pile's.</summary>
    internal const int ProseUnits = 600;

    /// <summary>Content words that the counts of ordinary prose were taken from.</summary>
    private const double _proseWords = 244_000;

    private readonly Dictionary<ulong, int> _units;
    private readonly Dictionary<ulong, double> _weights;
    private readonly int _count;
    private readonly double _length;

    private PileWeights(Dictionary<ulong, int> units, int count, double length)
    {
        _units = units;
        _count = count;
        _length = length;
        // A weight is asked for millions of times.
        _weights = units.ToDictionary(u => u.Key, u => Weight(u.Value, count, u.Key, length));
    }

    /// <summary>Counts in how many units each word stands.</summary>
    /// <param name="units">The content words of each unit.</param>
    public static PileWeights Count(IEnumerable<IReadOnlyCollection<Term>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Dictionary<ulong, int> counts = [];
        HashSet<ulong> seen = [];
        int count = 0;
        long words = 0;
        foreach (IReadOnlyCollection<Term> unit in units)
        {
            seen.Clear();
            foreach (Term term in unit)
            {
                foreach (ulong key in term.Keys)
                    seen.Add(key);
            }
            foreach (ulong key in seen)
                counts[key] = counts.GetValueOrDefault(key) + 1;
            count++;
            words += unit.Count;
        }
        return new PileWeights(counts, count, count == 0 ? 1 : Math.Max(1, words / (double)count));
    }

    /// <summary>Weights by the reports of a pile.</summary>
    public static PileWeights OfReports(IEnumerable<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return Count(reports.Select(r => (IReadOnlyCollection<Term>)TermReader.Read(r.Text)));
    }

    /// <summary>In how many units the word stands.</summary>
    public int Units(Term term) => _units.GetValueOrDefault(term.Key);

    /// <summary>The weight of a word, 0 or more; 3 is a word of some weight, 6 a rare one.</summary>
    public double Of(Term term) => Of(term.Key);

    /// <summary>The weight of a key.</summary>
    public double Of(ulong key) => _weights.TryGetValue(key, out double weight) ? weight : Weight(0, _count, key, _length);

    /// <summary>The weight of two words that meet: by the key by which they do.</summary>
    public double OfMeeting(Term first, Term second) => first.Key == second.Key ? Of(first.Key)
        : Math.Min(
            Of(first.Entity != 0 && first.Entity == second.Entity ? first.Entity : first.Sound),
            Math.Max(Of(first.Key), Of(second.Key)));

    /// <summary>The weight of a key that stands in this many of so many units of a mean length in content words.</summary>
    internal static double Weight(int units, int of, ulong key, double length)
    {
        double prose = ProseUnits * Math.Min(1, WordLists.Counts.GetValueOrDefault(key) * length / _proseWords);
        return Math.Max(0, Math.Log((of + ProseUnits + 1) / (Math.Max(1, units) + prose)));
    }
}
