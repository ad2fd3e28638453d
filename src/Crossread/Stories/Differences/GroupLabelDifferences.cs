// What each report calls the same people: fighters, rebels, terrorists.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Statements;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Lays side by side the words for a group of people without a name. They are the same people if they do the same thing, or have the same done to them by somebody named.</summary>
internal static class GroupLabelDifferences
{
    private static readonly Lazy<FrozenDictionary<string, string>> _groups = new(() => ListFile.Rows("Stories/Differences/group-labels.tsv")
        .SelectMany(r => r[1].Split(' ').Select(w => KeyValuePair.Create(w, r[0]))).ToFrozenDictionary(StringComparer.Ordinal));

    private sealed record Called(int Report, TextSpan Span, string Label, string Group);

    /// <summary>One difference for each group of people with two or more labels in two or more reports.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Dictionary<(int Event, string Group, string Deed, string With), List<Called>> deeds = [];
        foreach (Predication told in table.All.Where(p => !p.Broad && !IsQuoted(p, table)))
        {
            foreach ((string with, Called called) in Read(told, table))
            {
                var key = (table.Events[told.Report], called.Group, Deed(told), with);
                if (!deeds.TryGetValue(key, out List<Called>? row))
                    deeds.Add(key, row = []);
                row.Add(called);
            }
        }
        List<HashSet<(int Report, string Label)>> peoples = [];
        Dictionary<(int Report, string Label), TextSpan> first = [];
        foreach (List<Called> row in deeds.Values.Where(r => r.Select(c => c.Report).Distinct().Skip(1).Any()))
        {
            HashSet<(int, string)> people = [.. row.Select(c => (c.Report, c.Label))];
            foreach (Called called in row)
                first[(called.Report, called.Label)] = first.TryGetValue((called.Report, called.Label), out TextSpan before) && before.Start < called.Span.Start ? before : called.Span;
            // One report's "rebels" are one group, whatever they do.
            foreach (HashSet<(int, string)> other in peoples.Where(p => p.Overlaps(people)).ToArray())
            {
                people.UnionWith(other);
                peoples.Remove(other);
            }
            peoples.Add(people);
        }
        foreach (HashSet<(int Report, string Label)> people in peoples)
        {
            string[] labels = [.. people.Select(p => p.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (labels.Length < 2 || people.Select(p => p.Report).Distinct().Count() < 2)
                continue;
            yield return new Difference(
                DifferenceKind.Wording, DifferenceVerdict.Unclear, $"what the same people are called: {string.Join(", ", labels)}", "labels differ from report to report",
                [.. people.OrderBy(p => p.Report).ThenBy(p => first[p]).Select(p => new DifferingReading(new Evidence(table.Reports[p.Report].Id, first[p]), p.Label))]);
        }
    }

    // Whoever holds a place has taken it.
    private static string Deed(Predication told) => told.Deed is "control" ? "seize" : told.Deed;

    // A speaker's word is the speaker's, not the report's.
    private static bool IsQuoted(Predication told, PredicationTable table) =>
        told.Statement is int s && table.ReportOf(told).Reading.Statements[s].Form == StatementForm.Direct;

    private static IEnumerable<(string With, Called Called)> Read(Predication told, PredicationTable table)
    {
        AnnotatedText text = table.ReportOf(told).Reading.Words;
        foreach ((ImmutableArray<Argument> people, ImmutableArray<Argument> others, string role) in new[] { (told.Subjects, told.Objects, "do"), (told.Objects, told.Subjects, "suffer") })
        {
            foreach (Argument who in people)
            {
                Token head = text.Tokens[who.Head];
                if (head.Upos != Upos.NOUN || !_groups.Value.TryGetValue(head.Lemma, out string? group))
                    continue;
                foreach (string with in others.SelectMany(o => o.Keys.Take(o.HeadKeys)).Where(k => !DeedList.IsGeneric(k) && !who.Keys.Contains(k)))
                    yield return ($"{role} {with}", new Called(told.Report, head.Span, head.Lemma, group));
            }
        }
    }
}
