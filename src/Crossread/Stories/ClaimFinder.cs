// Propositions that two or more accounts take a side on.
using System.Collections.Immutable;

using Crossread.Language;
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
        return
        [
            .. new PositionGrouper(positions, table).Group(p => Opens(p, table), utterances)
                .Where(g => Matters(g, table))
                .Select(g => ClaimBuilder.Build(g, table, origins))
                .OrderBy(c => c.Standing switch { Standing.Disputed => 0, Standing.Superseded => 1, Standing.Agreed => 2, _ => 3 })
                .ThenByDescending(c => c.Accounts.Any(a => a.Side == Side.Asserts) && c.Accounts.Any(a => a.Side == Side.Denies))
                .ThenByDescending(c => c.Accounts.Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(c => c.Accounts.Length)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

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
    // A speaker told as "the governor" may be the one whom another report names: he is no second teller.
    private static bool Agreed(Position[] group, PredicationTable table)
    {
        Dictionary<string, List<(int Origin, int Teller)>> tellers = new(StringComparer.Ordinal);
        foreach (Position told in group.Where(p => p is { Side: Side.Asserts, Predication.Listed: true } && !IsUnknown(p, table)))
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

    private static bool IsUnknown(Position told, PredicationTable table)
    {
        StoryReport report = table.ReportOf(told.Predication);
        if (told.Statement is not int s || report.Reading.Statements[s] is not { SpeakerEntity: null, SpeakerWords: { } speaker })
            return false;
        AnnotatedText text = report.Reading.Words;
        int first = text.TokenAt(speaker.Start), last = text.TokenAt(speaker.End - 1);
        return first == last && text.Tokens[first].Upos == Upos.PRON || last == first + 1 && text.Tokens[first].Lemma == "the" && text.Tokens[last].Xpos == "NN";
    }

    // A speaker says that it is not so, and another speaker, or the report of another origin, says that it is, without either calling it a denial.
    private static bool Contradicted(Position[] group, PredicationTable table)
    {
        // By the speakers who say it, and the origins whose reports tell it in their own voice: a denier needs only one other than himself.
        HashSet<int> asserters = [.. group.Where(p => p is { Side: Side.Asserts, Predication: { Listed: true, HeadsStatement: true } }).Select(p => ClaimBuilder.Holder(p, table)).OfType<int>()];
        HashSet<int> tellers = [.. group.Where(p => p is { Side: Side.Asserts, Statement: null, Predication.Listed: true }).Select(p => table.ReportOf(p.Predication).Origin)];
        bool Another(HashSet<int> some, int one) => some.Count > (some.Contains(one) ? 1 : 0);
        return group.Any(not => not is { Side: Side.Denies, Predication: { HeadsStatement: true, Listed: true } } && ClaimBuilder.Holder(not, table) is int denier
            && (Another(asserters, denier) || Another(tellers, table.ReportOf(not.Predication).Origin)));
    }

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
