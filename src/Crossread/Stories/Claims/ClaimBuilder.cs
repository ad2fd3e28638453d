// From positions that belong together to a claim.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Makes a claim of the positions on one proposition.</summary>
internal static class ClaimBuilder
{
    private const int _aboutLimit = 140;

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
        return new Claim(id, About(positions, table), Stand(accounts), [.. accounts]);
    }

    /// <summary>Index of the entity that holds the position, or null.</summary>
    public static int? Holder(Position position, PredicationTable table)
    {
        StoryReport report = table.ReportOf(position.Predication);
        return position.Statement is int s && report.Reading.Statements[s].SpeakerEntity is int local ? report.EntityOf[local] : null;
    }

    private static bool InHeadline(Position position, PredicationTable table) =>
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

    // The words of an account that asserts it say best what the claim is; where all deny, what they deny.
    private static string About(IReadOnlyList<Position> positions, PredicationTable table)
    {
        Position best = positions
            .OrderBy(p => p.Side switch { Side.Asserts => 0, Side.Conditions => 2, Side.Questions => 3, _ => 1 })
            .ThenBy(p => InHeadline(p, table))
            .ThenByDescending(p => Within(p.Predication.Subjects, p.Predication) && Within(p.Predication.Objects, p.Predication))
            .ThenBy(p => p.Predication.Subjects.IsEmpty || p.Predication.Subjects[0].Keys.IsEmpty || !p.Predication.Span.Contains(p.Predication.Subjects[0].Span))
            .ThenBy(p => p.Predication.Negated)
            .ThenBy(p => p.Predication.Span.Length)
            .ThenBy(p => p.Evidence)
            .First();
        StoryReport report = table.ReportOf(best.Predication);
        string words = Worded(best.Predication, report, table);
        return Cut(best.Side == Side.Denies ? $"Denied: {words}" : char.ToUpperInvariant(words[0]) + words[1..]);
    }

    private static bool Within(ImmutableArray<Argument> arguments, Predication told) => arguments.Any(a => a.HeadKeys > 0 && told.Core.Contains(a.Span.Start));

    // The clause with its doer before it, where the words themselves have only "it", "which" or nothing.
    private static string Worded(Predication told, StoryReport report, PredicationTable table)
    {
        AnnotatedText text = report.Reading.Words;
        TextSpan core = told.Core;
        int first = text.TokenAt(core.Start);
        bool pronoun = text.Tokens[first].Upos == Upos.PRON || text.Tokens[first].Xpos is "WDT" or "WP";
        // "that is held by the men": what the clause hangs on stands for its first word.
        Argument? subject = (pronoun && text.Tokens[first].Relation == Relation.NsubjPass ? told.Objects : told.Subjects).FirstOrDefault();
        string? doer = subject is null ? null : subject.Keys.Take(1).Select(table.NameOf).FirstOrDefault() ?? Folded(new TextSpan(text.Tokens[subject.Head].Span.Start, Math.Max(text.Tokens[subject.Head].Span.End, subject.CoreEnd)).Cut(text.Text));
        string words = Folded((pronoun && first + 1 < text.Tokens.Length && text.Tokens[first + 1].Span.Start < core.End ? new TextSpan(text.Tokens[first + 1].Span.Start, core.End) : core).Cut(text.Text));
        if (pronoun && (doer is null || subject!.Head == first && subject.HeadKeys == 0))
            return Folded(core.Cut(text.Text));
        if (pronoun)
            return words.StartsWith(doer!, StringComparison.Ordinal) ? words : $"{doer} {words}";
        return doer is null || core.Contains(subject!.Span.Start) || words.Contains(doer, StringComparison.Ordinal) ? words : $"{doer}: {words}";
    }

    private static string Folded(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string words)
    {
        if (words.Length <= _aboutLimit)
            return words;
        int at = words.LastIndexOf(' ', _aboutLimit);
        return words[..(at > 40 ? at : _aboutLimit)].TrimEnd(',', ';', ' ') + " …";
    }
}
