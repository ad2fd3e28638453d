// Who is on a list: the same deed to the same object, told with other names.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds lists that differ: who backs somebody, who paid for something, whose teams came.</summary>
internal static class ListDifferences
{
    private sealed record Listing(int Report, string About, string Label, TextSpan Span, ImmutableArray<string> Keys, ImmutableArray<string> Names);

    /// <summary>One difference for each list that reports give with other members.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        List<Listing> found = [.. table.All.SelectMany(p => OfClause(p, table)), .. Enumerable.Range(0, table.Reports.Length).SelectMany(r => OfPhrases(r, table))];
        foreach (IGrouping<(int Event, string About), Listing> group in found.GroupBy(l => (table.Events[l.Report], l.About)))
        {
            Listing[] lists = [.. group.GroupBy(l => (l.Report, string.Join(' ', l.Keys.Order(StringComparer.Ordinal)))).Select(g => g.OrderBy(l => l.Span).First())];
            if (lists.Select(l => l.Report).Distinct().Count() < 2 || lists.All(l => l.Keys.Length < 2))
                continue;
            if (lists.Select(l => string.Join(' ', l.Keys.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            // Lists that share no member are lists of different things.
            if (!lists.Skip(1).All(l => l.Keys.Any(lists[0].Keys.Contains)))
                continue;
            string[] all = [.. lists.SelectMany(l => l.Names.Zip(l.Keys)).DistinctBy(x => x.Second).Select(x => x.First)];
            string[] some = [.. lists.SelectMany(l => l.Names.Zip(l.Keys)).DistinctBy(x => x.Second).Where(x => !lists.All(l => l.Keys.Contains(x.Second))).Select(x => x.First)];
            yield return new Difference(
                DifferenceKind.List,
                DifferenceVerdict.Conflict,
                lists[0].Label,
                $"{string.Join(", ", some)} {(some.Length == 1 ? "is" : "are")} not on every list of {all.Length}",
                [.. lists.OrderBy(l => l.Report).ThenBy(l => l.Span).Select(l => new DifferingReading(new Evidence(table.Reports[l.Report].Id, l.Span), string.Join(", ", l.Names)))]);
        }
    }

    private static IEnumerable<Listing> OfClause(Predication told, PredicationTable table)
    {
        if (told.Negated || told.Question || told.Conditional || !told.Listed || told.Subjects.IsEmpty || told.Objects.IsEmpty)
            yield break;
        Argument[] members = [.. told.Subjects.Where(s => s.HeadKeys > 0 && !s.Keys[0].StartsWith("n:", StringComparison.Ordinal))];
        if (members.Length != told.Subjects.Length || told.Objects[0].HeadKeys == 0)
            yield break;
        string about = $"{told.Deed} {told.Objects[0].Keys[0]}";
        string text = table.ReportOf(told).Reading.Report.Text;
        yield return new Listing(
            told.Report, about, $"who {Described(told, table)}", told.Core, [.. members.Select(m => m.Keys[0]).Distinct(StringComparer.Ordinal)], [.. members.DistinctBy(m => m.Keys[0]).Select(m => table.NameOf(m.Keys[0]) ?? m.Span.Cut(text))]);
    }

    private static string Described(Predication told, PredicationTable table)
    {
        StoryReport report = table.ReportOf(told);
        string key = told.Objects[0].Keys[0];
        return $"is told to {told.Deed.Replace('_', ' ')} {table.NameOf(key) ?? report.Reading.Words.Tokens[told.Objects[0].Head].Span.Cut(report.Reading.Report.Text)}";
    }

    // "Rescue teams from A and B": names under a noun.
    private static IEnumerable<Listing> OfPhrases(int index, PredicationTable table)
    {
        StoryReport report = table.Reports[index];
        AnnotatedText text = report.Reading.Words;
        for (int t = 0; t < text.Tokens.Length; t++)
        {
            Token word = text.Tokens[t];
            if (word.Relation != Relation.Nmod || word.Head < 0 || word.Upos != Upos.PROPN || text.Tokens[word.Head].Upos != Upos.NOUN)
                continue;
            List<(string Key, string Name)> members = [];
            for (int m = t; m < text.Tokens.Length && m < t + 40; m++)
            {
                if ((m == t || text.Tokens[m].Relation == Relation.Conj && text.Tokens[m].Head == t) && EntityAt(report, text.Tokens[m].Span) is int entity)
                    members.Add((table.Parties.Of(entity), table.Entities[entity].Name));
            }
            if (members.Count < 2 || Before(text, t) is not "from")
                continue;
            string noun = Modifier(text, word.Head) ?? text.Tokens[word.Head].Lemma;
            (string Key, string Name)[] distinct = [.. members.DistinctBy(m => m.Key)];
            TextSpan span = new(text.Tokens[Math.Min(word.Head, t)].Span.Start, text.Tokens[Math.Min(text.Tokens.Length - 1, t)].Span.End);
            yield return new Listing(index, $"phrase {WithoutAgentEnding(noun)} from", $"where the {noun} {text.Tokens[word.Head].Lemma}s are from", Widened(text, word.Head, span, t), [.. distinct.Select(m => m.Key)], [.. distinct.Select(m => m.Name)]);
        }
    }

    // "rescue teams" and "rescuers" are one.
    private static string WithoutAgentEnding(string noun) => noun.Length > 5 && noun.EndsWith("er", StringComparison.Ordinal) ? noun[..^1] : noun;

    private static TextSpan Widened(AnnotatedText text, int head, TextSpan span, int first)
    {
        int start = span.Start, end = span.End;
        for (int c = 0; c < 8 && head - c >= 0; c++)
        {
            if (text.Tokens[head - c].Head == head && text.Tokens[head - c].Relation is Relation.Compound or Relation.Amod)
                start = Math.Min(start, text.Tokens[head - c].Span.Start);
        }
        for (int m = first; m < text.Tokens.Length && m < first + 40; m++)
        {
            if (text.Tokens[m].Relation == Relation.Conj && text.Tokens[m].Head == first)
                end = Math.Max(end, text.Tokens[m].Span.End);
        }
        return new TextSpan(start, end);
    }

    private static string? Before(AnnotatedText text, int token)
    {
        for (int c = token - 1; c >= 0 && c > token - 4; c--)
        {
            if (text.Tokens[c].Relation == Relation.Case && text.Tokens[c].Head == token)
                return text.Tokens[c].Lemma;
        }
        return null;
    }

    private static string? Modifier(AnnotatedText text, int head)
    {
        for (int c = head - 1; c >= 0 && c > head - 4; c--)
        {
            if (text.Tokens[c].Head == head && text.Tokens[c].Relation == Relation.Compound)
                return text.Tokens[c].Lemma.ToLowerInvariant();
        }
        return null;
    }

    private static int? EntityAt(StoryReport report, TextSpan word)
    {
        for (int m = 0; m < report.Reading.Names.Mentions.Length; m++)
        {
            if (report.Reading.Names.Mentions[m].Span.Overlaps(word))
                return report.EntityOf[report.Reading.Names.EntityOf[m]];
        }
        return null;
    }
}
