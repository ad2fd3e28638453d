// The decisions that stand, ready to be obeyed.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Storage.Decisions;

/// <summary>The decisions of a store that stand. Of two on the same matter the later counts.</summary>
public sealed class DecisionLog
{
    private readonly Dictionary<string, char> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _speakers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawnOutlets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawnReports = new(StringComparer.Ordinal);
    private readonly List<ClaimDecision> _claims = [];

    /// <summary>Gathers the decisions that stand.</summary>
    public DecisionLog(IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        Standing = [.. decisions.Where(d => d.Stands && d.Matter is not UndoDecision)];
        Dictionary<(string, string), NamesDecision> names = [];
        foreach (DecisionMatter matter in Standing.Select(d => d.Matter))
        {
            switch (matter)
            {
                case NamesDecision pair:
                    (string one, string other) = (PlainName.Of(pair.One), PlainName.Of(pair.Other));
                    names[string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one)] = pair;
                    break;
                case ReliabilityDecision { Of: RatedKind.Outlet } rated:
                    _outlets[PlainName.Of(rated.Name)] = rated.Letter;
                    break;
                case ReliabilityDecision rated:
                    _speakers[PlainName.Of(rated.Name)] = rated.Letter;
                    break;
                case WithdrawalDecision { Outlet: { } outlet }:
                    _withdrawnOutlets.Add(PlainName.Of(outlet));
                    break;
                case WithdrawalDecision { Sha256: { } report }:
                    _withdrawnReports.Add(report);
                    break;
                case ClaimDecision claim:
                    _claims.Add(claim);
                    break;
            }
        }
        Names = new NameDecisions(
            [.. names.Values.Where(n => n.Same).Select(n => new NamePair(n.One, n.Other))], [.. names.Values.Where(n => !n.Same).Select(n => new NamePair(n.One, n.Other))]);
    }

    /// <summary>The decisions that stand, in the order in which they were made.</summary>
    public ImmutableArray<Decision> Standing { get; }

    /// <summary>The decisions on names, as the library obeys them.</summary>
    public NameDecisions Names { get; }

    /// <summary>True if the report no longer counts, by itself or with its outlet.</summary>
    public bool Withdraws(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _withdrawnReports.Contains(report.Sha256) || (report.Outlet is { } outlet && _withdrawnOutlets.Contains(PlainName.Of(outlet)));
    }

    /// <summary>The letter that an outlet was given, or null.</summary>
    public char? OutletReliability(string outlet) => _outlets.TryGetValue(PlainName.Of(outlet), out char letter) ? letter : null;

    /// <summary>The letter that a speaker was given under one of the names, or null.</summary>
    public char? SpeakerReliability(Entity speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        foreach (string name in speaker.Forms.Select(f => f.Form).Prepend(speaker.Name))
        {
            if (_speakers.TryGetValue(PlainName.Of(name), out char letter))
                return letter;
        }
        return null;
    }

    /// <summary>The latest decision on a claim: one that two or more of its accounts stand in; null if there is none.</summary>
    public ClaimDecision? On(Story story, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        return _claims.FindLast(d => claim.Accounts.Count(a => In(story, d, a)) is var met && met > 1 || (met == 1 && claim.Accounts.Length == 1 && d.Accounts.Length == 1));
    }

    /// <summary>The story with every rejected claim parted: the accounts that a reader took apart stand alone.</summary>
    public Story Obeyed(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (_claims.Count == 0)
            return story;
        return story with { Claims = [.. story.Claims.SelectMany(claim => On(story, claim) is { Accepted: false } rejected ? Parted(story, claim, rejected) : [claim])] };
    }

    /// <summary>The words of a claim's accounts, by which it is found again after any analysis.</summary>
    public static ImmutableArray<QuotedWords> AccountsOf(Story story, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        return [.. claim.Accounts.Select(a => new QuotedWords(story.Reports.First(r => r.Id == a.Evidence.Report).Reading.Report.Sha256, story.Cut(a.Evidence), a.Evidence.Span.Start))];
    }

    private static IEnumerable<Claim> Parted(Story story, Claim claim, ClaimDecision rejected)
    {
        Account[] apart = [.. claim.Accounts.Where(a => In(story, rejected, a))], rest = [.. claim.Accounts.Except(apart)];
        int number = 0;
        foreach (Account account in apart)
            yield return new Claim($"{claim.Id}-{++number}", claim.About, StandingOf(account), [account]);
        if (rest.Length > 0)
            yield return claim with { Accounts = [.. rest], Standing = rest.Length == 1 ? StandingOf(rest[0]) : claim.Standing };
    }

    private static Standing StandingOf(Account account) => account.Side is Side.Denies or Side.Questions ? Stories.Standing.Disputed : Stories.Standing.Single;

    private static bool In(Story story, ClaimDecision decision, Account account)
    {
        Report report = story.Reports.First(r => r.Id == account.Evidence.Report).Reading.Report;
        TextSpan span = account.Evidence.Span;
        return decision.Accounts.Any(q => q.Sha256 == report.Sha256 && Find(report.Text, q) is { } place && place.Overlaps(span));
    }

    private static TextSpan? Find(string text, QuotedWords quoted)
    {
        int best = -1;
        for (int at = text.IndexOf(quoted.Words, StringComparison.Ordinal); at >= 0 && quoted.Words.Length > 0; at = text.IndexOf(quoted.Words, at + 1, StringComparison.Ordinal))
        {
            if (best < 0 || Math.Abs(at - quoted.Start) < Math.Abs(best - quoted.Start))
                best = at;
        }
        return best < 0 ? null : new TextSpan(best, best + quoted.Words.Length);
    }
}
