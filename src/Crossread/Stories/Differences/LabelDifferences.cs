// What people are called.
using System.Collections.Frozen;

using Crossread.Language;
using Crossread.Names;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Lays side by side the labels that reports give one person: commander, strongman, warlord.</summary>
internal static class LabelDifferences
{
    private static readonly Lazy<FrozenSet<string>> _labels = new(() => ListFile.Rows("Stories/Differences/loaded-labels.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>One difference for each person with two or more labels in two or more reports.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        Dictionary<int, List<(int Report, TextSpan Span, string Label)>> found = [];
        for (int r = 0; r < table.Reports.Length; r++)
        {
            foreach ((int entity, TextSpan span, string label) in Read(table.Reports[r], table))
            {
                if (!found.TryGetValue(entity, out var row))
                    found.Add(entity, row = []);
                row.Add((r, span, label));
            }
        }
        foreach ((int entity, List<(int Report, TextSpan Span, string Label)> labels) in found.OrderBy(f => f.Key))
        {
            (int Report, TextSpan Span, string Label)[] distinct = [.. labels.DistinctBy(l => (l.Report, l.Label)).OrderBy(l => l.Report).ThenBy(l => l.Span)];
            if (distinct.Select(l => l.Label).Distinct(StringComparer.Ordinal).Count() < 2 || distinct.Select(l => l.Report).Distinct().Count() < 2)
                continue;
            yield return new Difference(
                DifferenceKind.Wording, DifferenceVerdict.Unclear, $"what {table.Entities[entity].Name} is called", "labels differ from report to report",
                [.. distinct.Select(l => new DifferingReading(new Evidence(table.Reports[l.Report].Id, l.Span), l.Label))]);
        }
    }

    private static IEnumerable<(int Entity, TextSpan Span, string Label)> Read(StoryReport report, PredicationTable table)
    {
        ReportNames names = report.Reading.Names;
        AnnotatedText text = report.Reading.Words;
        for (int m = 0; m < names.Mentions.Length; m++)
        {
            int entity = report.EntityOf[names.EntityOf[m]];
            if (table.Entities[entity].Kind != EntityKind.Person)
                continue;
            Mention mention = names.Mentions[m];
            if (mention.Role is { } role)
            {
                foreach ((TextSpan span, string label) in Labels(text, role))
                    yield return (entity, span, label);
            }
            // ", the powerful commander of …": an apposition right behind the name.
            int last = text.TokenAt(mention.Span.End - 1);
            for (int t = last + 1; t < text.Tokens.Length && t < last + 8; t++)
            {
                if (text.Tokens[t].Relation == Relation.Appos && text.Tokens[t].Head >= 0 && mention.Span.Overlaps(text.Tokens[text.Tokens[t].Head].Span) && _labels.Value.Contains(text.Tokens[t].Lemma))
                    yield return (entity, text.Tokens[t].Span, text.Tokens[t].Lemma);
            }
        }
        foreach (Reference reference in names.References.Where(r => table.Entities[report.EntityOf[r.Entity]].Kind == EntityKind.Person))
        {
            foreach ((TextSpan span, string label) in Labels(text, reference.Span))
                yield return (report.EntityOf[reference.Entity], span, label);
        }
    }

    private static IEnumerable<(TextSpan Span, string Label)> Labels(AnnotatedText text, TextSpan words)
    {
        for (int t = text.TokenAt(words.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < words.End; t++)
        {
            string lemma = text.Tokens[t].Lemma.ToLowerInvariant();
            // The last noun of a role is what he is called; "LNA" in "LNA chief" is not.
            bool head = t + 1 >= text.Tokens.Length || text.Tokens[t + 1].Span.Start >= words.End;
            if (head && _labels.Value.Contains(lemma))
                yield return (text.Tokens[t].Span, lemma);
        }
    }
}
