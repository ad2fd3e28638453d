// The sentences of a pile, cut once.
using System.Collections.Immutable;

namespace Crossread.Stories.Comparing;

/// <summary>The sentences of a pile with their content words, cut once for all that compares them.</summary>
internal sealed class PileSentences
{
    private readonly ImmutableArray<Proposition>[] _byReport;

    private PileSentences(ImmutableArray<Proposition>[] byReport)
    {
        _byReport = byReport;
        Weights = PileWeights.Count(byReport.SelectMany(r => r).Select(p => (IReadOnlyCollection<Term>)p.Terms));
    }

    /// <summary>Weights by the sentences of the pile: what every sentence says weighs little.</summary>
    public PileWeights Weights { get; }

    /// <summary>The sentences of a report.</summary>
    /// <param name="report">Its index.</param>
    public ImmutableArray<Proposition> this[int report] => _byReport[report];

    /// <summary>Cuts the readings.</summary>
    public static PileSentences Of(ImmutableArray<Reading> readings)
    {
        ImmutableArray<Proposition>[] byReport = new ImmutableArray<Proposition>[readings.Length];
        Parallel.For(0, readings.Length, i => byReport[i] = Propositions.Sentences(readings[i]));
        return new PileSentences(byReport);
    }
}
