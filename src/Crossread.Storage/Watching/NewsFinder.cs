// What reports that came bring into their stories.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;
using Crossread.Stories;

namespace Crossread.Storage.Watching;

/// <summary>Finds what is new: each story is built without the reports that came and with them, and the two are held against each other.</summary>
public static class NewsFinder
{
    /// <summary>What the reports that came after a number bring, story by story.</summary>
    /// <param name="store">The store.</param>
    /// <param name="after">Number of the last report that is not new.</param>
    /// <param name="now">When it is found.</param>
    public static ImmutableArray<News> Find(IStoreReader store, long after, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        DecisionLog log = new(store.Decisions());
        ImmutableArray<News>.Builder news = ImmutableArray.CreateBuilder<News>();
        foreach (IGrouping<string, Arrival> came in store.Arrivals(after, int.MaxValue).GroupBy(a => a.Story, StringComparer.Ordinal))
        {
            HeldReport[] held = [.. store.Reports(came.Key, Page.All)];
            HeldReport[] fresh = [.. held.Where(r => r.Arrival > after)];
            Reading[] readings = [.. store.ReadingsOf(came.Key).Select(r => r.Reading).Where(r => !log.Withdraws(r.Report))];
            HashSet<string> ids = [.. fresh.Select(r => r.Id)];
            Reading[] before = [.. readings.Where(r => !ids.Contains(r.Report.Id))];
            news.AddRange(fresh.Select((r, i) => new News(0, now, before.Length == 0 && i == 0 ? NewsKind.Story : NewsKind.Report, came.Key, r.Id, $"{r.Outlet ?? Path.GetFileName(r.File)}: {r.Title ?? "(no headline)"}")));
            news.AddRange(fresh.Select(r => Edit(store, came.Key, r, now)).OfType<News>());
            if (before.Length > 0)
                news.AddRange(Changes(came.Key, ids, log.Obeyed(StoryBuilder.Build(before, log.Names)), log.Obeyed(StoryBuilder.Build(readings, log.Names)), now));
        }
        return news.ToImmutable();
    }

    // The same address with other words: the version before is the latest one that came before.
    private static News? Edit(IStoreReader store, string story, HeldReport report, DateTimeOffset now)
    {
        if (report.Url is not { } url || store.ReportsAt(url).LastOrDefault(r => r.Arrival < report.Arrival) is not { } earlier)
            return null;
        ImmutableArray<(string Before, string After)> changes = TextDifference.Between(store.Reading(earlier.Id)!.Reading.Report.Text, store.Reading(report.Id)!.Reading.Report.Text);
        return changes.IsEmpty ? null : new News(0, now, NewsKind.Edit, story, report.Id, $"{report.Outlet ?? url}: {report.Title ?? url} was changed since {earlier.Id}")
        {
            Before = string.Join("\n", changes.Select(c => c.Before)),
            After = string.Join("\n", changes.Select(c => c.After)),
        };
    }

    private static IEnumerable<News> Changes(string story, HashSet<string> fresh, Story before, Story after, DateTimeOffset now)
    {
        ClaimsByWords known = new(before);
        foreach (Claim claim in after.Claims)
        {
            Account[] brought = [.. claim.Accounts.Where(a => fresh.Contains(a.Evidence.Report))];
            if (brought.Length == 0)
                continue;
            Claim? was = known.Of(claim);
            Account? denial = Array.Find(brought, a => a.Side == Side.Denies);
            bool contradicted = claim.Accounts.Any(a => a.Side == Side.Denies) && claim.Accounts.Any(a => a.Side == Side.Asserts);
            if (contradicted && was is not { Standing: Standing.Disputed })
                yield return new News(0, now, NewsKind.Dispute, story, (denial ?? brought[0]).Evidence.Report, claim.About) { After = after.Cut((denial ?? brought[0]).Evidence) };
            else if (denial is not null)
                yield return new News(0, now, NewsKind.Denial, story, denial.Evidence.Report, claim.About) { After = after.Cut(denial.Evidence) };
        }
        foreach (Difference difference in after.Differences.Where(d => d.Kind == DifferenceKind.Number))
        {
            DifferingReading[] old = [.. difference.Readings.Where(r => !fresh.Contains(r.Evidence.Report))];
            if (old.Length > 0 && difference.Readings.FirstOrDefault(r => fresh.Contains(r.Evidence.Report) && !old.Any(o => o.Value == r.Value)) is { } other)
                yield return new News(0, now, NewsKind.Figure, story, other.Evidence.Report, difference.About) { Before = after.Cut(old[^1].Evidence), After = after.Cut(other.Evidence) };
        }
        foreach (Utterance utterance in after.Utterances)
        {
            if (Requoted(after, utterance, fresh) is (string report, string was, string words))
                yield return new News(0, now, NewsKind.Quotation, story, report, utterance.Speaker is int s ? after.Entities[s].Name : "an unnamed speaker") { Before = was, After = words };
        }
    }

    // A new report quotes other words than every report before.
    private static (string Report, string Before, string After)? Requoted(Story story, Utterance utterance, HashSet<string> fresh)
    {
        List<(string Report, string Words)> old = [], come = [];
        foreach (StatementRef at in utterance.Statements)
        {
            Reading reading = story.Reports[at.Report].Reading;
            Statement statement = reading.Statements[at.Statement];
            if (statement.Form == StatementForm.Direct)
                (fresh.Contains(reading.Report.Id) ? come : old).Add((reading.Report.Id, string.Join(" … ", statement.Content.Select(c => c.Cut(reading.Report.Text)))));
        }
        if (old.Count == 0)
            return null;
        foreach ((string report, string words) in come)
        {
            if (!old.Exists(o => Plain(o.Words).Contains(Plain(words), StringComparison.Ordinal) || Plain(words).Contains(Plain(o.Words), StringComparison.Ordinal)))
                return (report, old[^1].Words, words);
        }
        return null;
    }

    // Marks, case and the signs of leaving out are no other words.
    private static string Plain(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
