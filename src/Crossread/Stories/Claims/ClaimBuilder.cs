// From positions that belong together to a claim.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Makes a claim of the positions on one proposition.</summary>
internal static class ClaimBuilder
{
    /// <summary>The claim of these positions, which tell one proposition.</summary>
    public static Claim Build(IReadOnlyList<Position> positions, PredicationTable table, ImmutableArray<Origin> origins)
    {
        // A headline only repeats what its own report tells.
        positions = [.. positions.Where(p => !InHeadline(p, table) || !positions.Any(q => q.Predication.Report == p.Predication.Report && q.Side == p.Side && !InHeadline(q, table)))];
        Account[] accounts =
        [
            .. positions
                .DistinctBy(p => (p.Predication.Report, p.Statement, p.Statement is null ? p.Evidence.Span.Start : -1, p.Side))
                .Select(p => Tell(p, table, origins))
                .OrderBy(a => a.When ?? "~", StringComparer.Ordinal).ThenBy(a => a.Evidence),
        ];
        string id = ContentId.Of('c', accounts.Select(a => $"{a.Evidence.Report} {a.Evidence.Span} {a.Side}"));
        return new Claim(id, ClaimTitle.Of(positions, table), Stand(accounts), [.. accounts]);
    }

    /// <summary>Index of the entity that holds the position, or null.</summary>
    public static int? Holder(Position position, PredicationTable table)
    {
        StoryReport report = table.ReportOf(position.Predication);
        return position.Statement is int s && report.Reading.Statements[s].SpeakerEntity is int local ? report.EntityOf[local] : null;
    }

    /// <summary>True if the position stands in the headline of its report.</summary>
    public static bool InHeadline(Position position, PredicationTable table) =>
        table.ReportOf(position.Predication).Reading.Report.Passages.Any(p => p.Kind == PassageKind.Title && p.Span.Contains(position.Evidence.Span.Start));

    private static Account Tell(Position position, PredicationTable table, ImmutableArray<Origin> origins)
    {
        StoryReport report = table.ReportOf(position.Predication);
        int? holder = Holder(position, table);
        return new Account
        {
            Evidence = position.Evidence,
            Side = position.Side,
            Holder = holder,
            HolderWords = holder is null && position.Statement is int s && HolderReader.Words(report, s) is { } words ? new Evidence(report.Id, words) : null,
            Origin = origins[report.Origin].Id,
            When = position.Statement is int at ? report.StatementDates[at] : report.Published.Edtf,
            Scope = Scope(position.Predication, report),
        };
    }

    // The part of the claim that these words are about: the noun or verb that names the deed more closely, how long it has gone on, what it was done for.
    private static string? Scope(Predication told, StoryReport report)
    {
        string[] parts = [.. new[] { ScopeReader.Kind(told, report.Reading.Words), ScopeReader.Length(told, report.Reading.Words), ScopeReader.Occasion(told, report.Reading.Words) }.OfType<string>()];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static Standing Stand(IReadOnlyList<Account> accounts)
    {
        if (accounts.Any(a => a.Side == Side.Denies) || accounts.Any(a => a.Side == Side.Questions) && accounts.Any(a => a.Side == Side.Asserts))
            return Standing.Disputed;
        return accounts.Where(a => a.Side == Side.Asserts).Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count() >= 2 ? Standing.Agreed : Standing.Single;
    }
}
