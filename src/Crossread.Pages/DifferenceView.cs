// A difference as a row: the readings side by side.
using System.Collections.Immutable;

using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A difference on the page.</summary>
/// <param name="Id">Id of its row.</param>
/// <param name="Difference">The difference.</param>
/// <param name="Readings">Its readings; reports with the same value stand together.</param>
public sealed record DifferenceView(string Id, Difference Difference, ImmutableArray<ReadingView> Readings)
{
    /// <summary>The positions of the slider at which it is there.</summary>
    public StepSet On { get; init; }

    /// <summary>What it is about.</summary>
    public Varied About { get; init; }

    /// <summary>The verdict in words.</summary>
    public Varied Verdict { get; init; }

    /// <summary>The reason of the verdict; empty if there is none.</summary>
    public Varied Because { get; init; }

    /// <summary>True for a row that only an earlier day has.</summary>
    public bool Former { get; init; }

    /// <summary>A verdict in words.</summary>
    public static string VerdictOf(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.Verdict switch
        {
            DifferenceVerdict.Conflict => "cannot both hold",
            DifferenceVerdict.Development => "the story moved on",
            _ => "the words do not tell",
        };
    }

    internal static ImmutableArray<DifferenceView> All(StoryView view) =>
    [
        .. view.Story.Differences.Select((d, i) => Of(view, d, FormattableString.Invariant($"d{i + 1}"), at => view.Past.DifferenceAt(at, i), former: false)),
        .. view.Past.FormerDifferences.Select((f, i) => Of(view, f.Difference, FormattableString.Invariant($"dw{i + 1}"), at => f.On[at] ? f.Difference : null, former: true)),
    ];

    private static DifferenceView Of(StoryView view, Difference difference, string id, Func<int, Difference?> at, bool former)
    {
        BackLink back = new(id, former ? "" : "D" + id[1..], "differs: " + difference.About);
        StoryPast past = view.Past;
        Dictionary<(Evidence, string), StepSet> on = [];
        for (int position = 0; position < past.Count; position++)
        {
            foreach (DifferingReading reading in at(position)?.Readings ?? [])
                on[(reading.Evidence, reading.Value)] = on.GetValueOrDefault((reading.Evidence, reading.Value), StepSet.None(past.Count)).With(position);
        }
        StepSet On(DifferingReading reading) => on.GetValueOrDefault((reading.Evidence, reading.Value), StepSet.None(past.Count));
        return new DifferenceView(id, difference,
        [
            .. difference.Readings.GroupBy(r => r.Value, StringComparer.Ordinal).Select(group => new ReadingView(
                group.Key, view.Quoted(group.First().Evidence),
                [.. group.DistinctBy(r => r.Evidence).Select(r => (former ? view.Cite(r.Evidence) : view.Cite(r.Evidence, back)) is { } cite ? cite with { On = On(r) } : (Cite?)null).OfType<Cite>().OrderBy(c => c.Report.Number)])
            {
                On = group.Aggregate(StepSet.None(past.Count), (set, r) => set | On(r)),
                Givers = [.. group.Select(r => view.NameOf(r.Holder) ?? (r.HolderWords is { } words ? view.Words(words) : "")).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal)],
            }),
        ])
        {
            On = past.Where(p => at(p) is not null),
            About = past.Vary(p => at(p)?.About),
            Verdict = past.Vary(p => at(p) is { } then ? VerdictOf(then) : null),
            Because = past.Vary(p => at(p)?.Because),
            Former = former,
        };
    }
}

/// <summary>One reading and who has it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Words">Its words in the report named first.</param>
/// <param name="Cites">Links to the words.</param>
public sealed record ReadingView(string Value, string Words, ImmutableArray<Cite> Cites)
{
    /// <summary>The positions of the slider at which it is there.</summary>
    public StepSet On { get; init; }

    /// <summary>Who gives it, where that is told; the reports' own voices are not named here.</summary>
    public ImmutableArray<string> Givers { get; init; } = [];

    /// <summary>Who gives it, in words, or empty.</summary>
    public string By => Givers.IsEmpty ? "" : "by " + string.Join(", ", Givers.Select(WithSmallArticle).Distinct(StringComparer.Ordinal));

    // "A doctor" opened a sentence there; here she stands inside one.
    private static string WithSmallArticle(string giver) =>
        giver.StartsWith("A ", StringComparison.Ordinal) || giver.StartsWith("An ", StringComparison.Ordinal) || giver.StartsWith("The ", StringComparison.Ordinal) ? char.ToLowerInvariant(giver[0]) + giver[1..] : giver;
}
