// A difference as a row: the readings side by side.
using System.Collections.Immutable;

using Crossread.Stories;

namespace Crossread.Pages;

/// <summary>A difference on the page.</summary>
/// <param name="Id">Id of its row.</param>
/// <param name="Difference">The difference.</param>
/// <param name="Readings">Its readings; reports with the same value stand together.</param>
public sealed record DifferenceView(string Id, Difference Difference, ImmutableArray<ReadingView> Readings)
{
    /// <summary>The verdict in words.</summary>
    public string Verdict => Difference.Verdict switch
    {
        DifferenceVerdict.Conflict => "cannot both hold",
        DifferenceVerdict.Development => "the story moved on",
        _ => "the words do not tell",
    };

    internal static ImmutableArray<DifferenceView> All(StoryView view) => [.. view.Story.Differences.Select((d, i) => Of(view, d, i + 1))];

    private static DifferenceView Of(StoryView view, Difference difference, int number)
    {
        string id = FormattableString.Invariant($"d{number}");
        BackLink back = new(id, "D" + id[1..], "differs: " + difference.About);
        return new DifferenceView(id, difference,
        [
            .. difference.Readings.GroupBy(r => r.Value, StringComparer.Ordinal).Select(group => new ReadingView(
                group.Key, view.Quoted(group.First().Evidence), [.. group.Select(r => r.Evidence).Distinct().Select(e => view.Cite(e, back)).OfType<Cite>().OrderBy(c => c.Report.Number)])),
        ]);
    }
}

/// <summary>One reading and who has it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Words">Its words in the report named first.</param>
/// <param name="Cites">Links to the words.</param>
public sealed record ReadingView(string Value, string Words, ImmutableArray<Cite> Cites);
