// Propositions that two or more accounts take a side on.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Stories.Claims;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories;

/// <summary>
/// Finds claims. Each denial, and each accusation, opens one; whatever tells the same proposition in any report, in whatever voice,
/// becomes an account of it. What independent origins assert alike, and nobody denies, is an agreed claim.
/// </summary>
internal static class ClaimFinder
{
    /// <summary>All claims, the most disputed first.</summary>
    public static ImmutableArray<Claim> Find(PredicationTable table, ImmutableArray<Origin> origins, ImmutableArray<Utterance> utterances)
    {
        HashSet<(int, int?)> negatedInside = [.. table.All.Where(p => p.Negated && p.Statement is not null).Select(p => (p.Report, p.Statement))];
        Position[] told = [.. table.All.Select(p => Position.Of(p, table.ReportOf(p), negatedInside.Contains((p.Report, p.Statement)))).OfType<Position>()];
        Position[] positions = [.. told, .. told.GroupBy(p => p.Predication.Report).SelectMany(g => DenialReader.Find(table.Reports[g.Key], [.. g])), .. Answers(table)];
        // Two clauses can tell the same only if they share the deed and something that it is done by or to; nothing compares all with all.
        Dictionary<(string Deed, string Key), List<int>> index = [];
        for (int i = 0; i < positions.Length; i++)
        {
            foreach (string key in Keys(positions[i]))
            {
                if (!index.TryGetValue((positions[i].Predication.Deed, key), out List<int>? row))
                    index.Add((positions[i].Predication.Deed, key), row = []);
                row.Add(i);
            }
        }
        int[] group = Enumerable.Range(0, positions.Length).ToArray();
        int Top(int i)
        {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        }
        for (int i = 0; i < positions.Length; i++)
        {
            if (!Opens(positions[i], table))
                continue;
            foreach (int j in Keys(positions[i]).SelectMany(k => index[(positions[i].Predication.Deed, k)]).Distinct())
            {
                if (j != i && table.OfOneEvent(positions[i].Predication, positions[j].Predication) && SameProposition.Holds(positions[i].Predication, positions[j].Predication))
                    group[Math.Max(Top(i), Top(j))] = Math.Min(Top(i), Top(j));
            }
        }
        // The same words of one speaker, told by several reports, take one side of one claim, whatever the trees make of them.
        Dictionary<(int, int), int> utteranceOf = [];
        for (int u = 0; u < utterances.Length; u++)
        {
            foreach (StatementRef wording in utterances[u].Statements)
                utteranceOf[(wording.Report, wording.Statement)] = u;
        }
        Dictionary<(int Utterance, string Deed, bool Negated), int> first = [];
        for (int i = 0; i < positions.Length; i++)
        {
            Predication one = positions[i].Predication;
            if (positions[i].Statement is not int s || !one.HeadsStatement || !utteranceOf.TryGetValue((one.Report, s), out int u))
                continue;
            if (!first.TryGetValue((u, one.Deed, one.Negated), out int before))
                first.Add((u, one.Deed, one.Negated), i);
            else if ((positions[before].Predication.Report, positions[before].Statement) != (one.Report, s) && SameProposition.Compare(positions[before].Predication.Objects, one.Objects, ofObjects: true) != Agreement.Differs)
                group[Math.Max(Top(i), Top(before))] = Math.Min(Top(i), Top(before));
        }
        return
        [
            .. Enumerable.Range(0, positions.Length).GroupBy(Top)
                .Select(g => g.Select(i => positions[i]).ToArray())
                .Where(g => Matters(g, table))
                .Select(g => ClaimBuilder.Build(g, table, origins))
                .OrderBy(c => c.Standing switch { Standing.Disputed => 0, Standing.Superseded => 1, Standing.Agreed => 2, _ => 3 })
                .ThenByDescending(c => c.Accounts.Any(a => a.Side == Side.Asserts) && c.Accounts.Any(a => a.Side == Side.Denies))
                .ThenByDescending(c => c.Accounts.Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(c => c.Accounts.Length)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Keys(Position position) =>
        position.Predication.Subjects.Concat(position.Predication.Objects).Concat(position.Predication.Obliques).SelectMany(a => a.Keys)
            .Where(k => !DeedList.IsGeneric(k) || SameProposition.IsTellingAlone(position.Predication)).Distinct(StringComparer.Ordinal);

    private static bool Opens(Position position, PredicationTable table) =>
        position.Disclaimed || Accuses(position, table) || position.Predication.Listed && position.Side == Side.Asserts && (!position.Predication.Objects.IsEmpty || SameProposition.IsTellingAlone(position.Predication));

    private static bool Accuses(Position position, PredicationTable table) =>
        position is { Statement: int s, Predication.HeadsStatement: true } && table.ReportOf(position.Predication).Reading.Statements[s].Stance == Stance.Accuses;

    // A denial in so many words, an accusation, two sides, or independent tellers that agree. What one speaker said, told by many, is an utterance.
    private static bool Matters(Position[] group, PredicationTable table) =>
        group.Any(p => p.Outright || Accuses(p, table))
        || group.Any(p => p.Disclaimed) && (group.Any(p => p.Side is Side.Asserts or Side.Questions) || Origins(group.Where(p => p.Disclaimed), table) >= 2)
        || Contradicted(group, table)
        || Agreed(group, table);

    // Two origins, two tellers, and the same doer doing it to the same thing: "the firm owns 60 percent" and "the state owns 40 percent" agree on nothing.
    private static bool Agreed(Position[] group, PredicationTable table)
    {
        Dictionary<string, List<(int Origin, int Teller)>> tellers = new(StringComparer.Ordinal);
        foreach (Position told in group.Where(p => p is { Side: Side.Asserts, Predication.Listed: true }))
        {
            (int Origin, int Teller) by = (table.ReportOf(told.Predication).Origin, ClaimBuilder.Holder(told, table) ?? -1 - told.Predication.Report);
            foreach (string deed in SameProposition.InFull(told.Predication))
            {
                List<(int Origin, int Teller)> known = tellers.TryGetValue(deed, out var row) ? row : tellers[deed] = [];
                if (known.Exists(k => k.Origin != by.Origin && k.Teller != by.Teller))
                    return true;
                if (!known.Contains(by))
                    known.Add(by);
            }
        }
        return false;
    }

    // A speaker says that it is not so, and another speaker, or the report of another origin, says that it is, without either calling it a denial.
    private static bool Contradicted(Position[] group, PredicationTable table) =>
        group.Any(not => not is { Side: Side.Denies, Predication: { HeadsStatement: true, Listed: true } } && ClaimBuilder.Holder(not, table) is int denier
            && group.Any(says => says is { Side: Side.Asserts, Predication.Listed: true }
                && (says.Predication.HeadsStatement && ClaimBuilder.Holder(says, table) is int asserter && asserter != denier
                    || says.Statement is null && table.ReportOf(says.Predication).Origin != table.ReportOf(not.Predication).Origin)));

    private static int Origins(IEnumerable<Position> group, PredicationTable table) => group.Select(p => table.ReportOf(p.Predication).Origin).Distinct().Count();

    // "Asked if A was helping B, C said it was not involved": C's words deny what the question puts.
    private static IEnumerable<Position> Answers(PredicationTable table)
    {
        foreach (IGrouping<int, Predication> told in table.All.GroupBy(p => p.Report))
        {
            StoryReport report = table.Reports[told.Key];
            for (int s = 0; s < report.Reading.Statements.Length; s++)
            {
                Statement answer = report.Reading.Statements[s];
                if (answer.Stance != Stance.Denies || answer.Occasion is not { } occasion || answer.Content.IsEmpty)
                    continue;
                // "asked if A considered helping B": the deed that is asked about, not the asking or the considering.
                Predication? asked = told.Where(p => p.Question && occasion.Contains(report.Reading.Words.Tokens[p.Token].Span))
                    .OrderByDescending(p => p.Listed).ThenBy(p => p.Token).FirstOrDefault();
                if (asked is not null)
                    yield return new Position(asked, Side.Denies, s, new Evidence(report.Id, answer.Content[0]), true, false);
            }
        }
    }
}
