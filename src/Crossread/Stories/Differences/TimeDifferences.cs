// One deed told for two days.
using Crossread.Stories.Claims;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds deeds that independent reports tell of the same parties for different days.</summary>
internal static class TimeDifferences
{
    /// <summary>One difference for each such deed.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Predication[] dated = [.. table.All.Where(p => p is { Listed: true, Negated: false, Conditional: false, Question: false, Unreal: false } && Days.One(table.DateOf(p)) is not null)];
        foreach (IGrouping<string, Predication> deed in dated.GroupBy(p => p.Deed, StringComparer.Ordinal))
        {
            Predication[] told = [.. deed];
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    Predication a = told[i], b = told[j];
                    if (!table.OfOneEvent(a, b) || table.ReportOf(a).Origin == table.ReportOf(b).Origin || Days.One(table.DateOf(a)) == Days.One(table.DateOf(b)))
                        continue;
                    // Doer and object must both agree: people meet, attack and travel on many days.
                    if (SameProposition.Compare(a.Subjects, b.Subjects) != Agreement.Same || SameProposition.Compare(a.Objects, b.Objects) != Agreement.Same || a.Deed is "meet" or "attack" or "fight" or "visit" or "travel" or "control" or "support")
                        continue;
                    yield return new Difference(
                        DifferenceKind.Time, DifferenceVerdict.Unclear, $"when: {a.Deed.Replace('_', ' ')}", "the same deed of the same parties, told for two days; it may have happened twice", [Reading(a, table), Reading(b, table)]);
                }
            }
        }
    }

    private static DifferingReading Reading(Predication told, PredicationTable table) =>
        new(new Evidence(table.ReportOf(told).Id, told.Span), table.DateOf(told)!);
}
