// Polls feeds politely and tells what is new.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Storage.Intake;

namespace Crossread.Storage.Watching;

/// <summary>
/// Watches the feeds of a store. Each feed is asked for changes only, not before it is due, one request a host at a time with a pause between; one
/// that fails is asked ever less often, with a random part so that many watchers do not ask at once. What is new is kept before it is told.
/// </summary>
public sealed class FeedWatch
{
    private readonly IStore _store;
    private readonly IWebSource _web;
    private readonly TimeProvider _clock;
    private readonly WatchRules _rules;
    private readonly Random _random;
    private readonly ReportIntake _intake;
    private readonly Dictionary<string, long> _asked = new(StringComparer.Ordinal);

    /// <summary>A watch over a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="web">Where answers come from.</param>
    /// <param name="clock">The clock; it may be set back or forth at any time.</param>
    /// <param name="rules">How often to ask.</param>
    /// <param name="seed">Where the random parts of pauses begin.</param>
    public FeedWatch(IStore store, IWebSource web, TimeProvider clock, WatchRules rules, int seed)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(rules);
        (_store, _web, _clock, _rules, _random, _intake) = (store, web, clock, rules, new Random(seed), new ReportIntake(store, clock));
    }

    /// <summary>Puts feeds on the watch list; those that are on it stay as they are.</summary>
    public void Add(IEnumerable<WatchedFeed> feeds) => _store.Write(writer =>
    {
        HashSet<string> known = [.. writer.Feeds().Select(f => f.Url)];
        foreach (WatchedFeed feed in feeds.Where(f => known.Add(f.Url)))
            writer.KeepFeed(feed);
        if (writer.NewsMark() is null)
            writer.KeepNews([], writer.LastArrival());
        return 0;
    });

    /// <summary>Polls until it is stopped.</summary>
    /// <param name="tell">Told what is new, once it is kept.</param>
    /// <param name="problem">Told what went wrong.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task RunAsync(Action<News> tell, Action<Problem> problem, CancellationToken cancel)
    {
        while (true)
        {
            await PollDueAsync(tell, problem, cancel).ConfigureAwait(false);
            await Task.Delay(Pause(), _clock, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Polls each feed that is due, once.</summary>
    /// <param name="tell">Told what is new, once it is kept.</param>
    /// <param name="problem">Told what went wrong.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task PollDueAsync(Action<News> tell, Action<Problem> problem, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tell);
        ArgumentNullException.ThrowIfNull(problem);
        // A stop between keeping reports and keeping what is new in them is made good here.
        Tell(tell);
        IReadOnlyList<WatchedFeed> feeds;
        using (IStoreReader reader = _store.Read())
            feeds = reader.Feeds();
        foreach (WatchedFeed feed in feeds.Where(f => IsDue(f, _clock.GetUtcNow())))
        {
            cancel.ThrowIfCancellationRequested();
            await PollAsync(feed, problem, cancel).ConfigureAwait(false);
            Tell(tell);
        }
    }

    private async Task PollAsync(WatchedFeed feed, Action<Problem> problem, CancellationToken cancel)
    {
        Uri address = new(feed.Url);
        await WaitForHostAsync(address.Host, cancel).ConfigureAwait(false);
        WebAnswer answer = await _web.GetAsync(address, feed.EntityTag, feed.LastModified, cancel).ConfigureAwait(false);
        Problem? failed = answer.Problem;
        if (failed is null && !answer.Unchanged)
        {
            List<DocumentResult> items = [.. DocumentReader.Read(ImmutableCollectionsMarshal.AsArray(answer.Bytes) ?? [], feed.Url, ReportIntake.Limits, answer.Encoding).Take(_rules.MostItems)];
            bool isFeed = items.Exists(i => i.Document is { Format: DocumentFormat.FeedItem });
            if (isFeed)
            {
                List<DocumentResult> fresh = [.. items.Where(IsNew)];
                if (_rules.FullText)
                    fresh = await PagesAsync(fresh, problem, cancel).ConfigureAwait(false);
                if (fresh.Count > 0)
                    _intake.Add(fresh, cancel: cancel);
            }
            else
            {
                failed = items.SelectMany(i => i.Problems).FirstOrDefault() ?? new Problem(feed.Url, null, "is no feed", "check the address; a page often names its feed in its head");
            }
        }
        DateTimeOffset now = _clock.GetUtcNow();
        int failures = failed is null ? 0 : feed.Failures + 1;
        WatchedFeed after = feed with { Polled = now, Due = now + Interval(failures), Failures = failures, Problem = failed?.What };
        if (failed is null && !answer.Unchanged)
            after = after with { EntityTag = answer.EntityTag, LastModified = answer.LastModified };
        _store.Write(writer =>
        {
            writer.KeepFeed(after);
            return 0;
        });
        if (failed is not null)
            problem(failed with { Remedy = FormattableString.Invariant($"{failed.Remedy}; asked again at {after.Due:yyyy-MM-dd HH:mm} UTC") });
    }

    // An item whose words are held under its address is not new, whatever else in it changed.
    private bool IsNew(DocumentResult item)
    {
        if (item.Document is not { } document)
            return false;
        Report report = Cleaner.Clean([document])[0];
        using IStoreReader reader = _store.Read();
        if (reader.Holds(report.Sha256))
            return false;
        return report.Url is not { } url || !reader.ReportsAt(url).Any(r => reader.Reading(r.Id) is { } held && held.Reading.Report.Text == report.Text && held.Reading.Report.Title == report.Title);
    }

    private async Task<List<DocumentResult>> PagesAsync(List<DocumentResult> items, Action<Problem> problem, CancellationToken cancel)
    {
        List<DocumentResult> pages = [];
        foreach (DocumentResult item in items)
        {
            string? link = Cleaner.Clean([item.Document!])[0].Url;
            if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            {
                pages.Add(item);
                continue;
            }
            await WaitForHostAsync(address.Host, cancel).ConfigureAwait(false);
            WebAnswer answer = await _web.GetAsync(address, null, null, cancel).ConfigureAwait(false);
            DocumentResult[] read = answer.Problem is null ? [.. DocumentReader.Read(ImmutableCollectionsMarshal.AsArray(answer.Bytes) ?? [], link, ReportIntake.Limits, answer.Encoding).Where(IsNew)] : [];
            if (answer.Problem is { } failed)
                problem(failed);
            // The feed's own words are better than none.
            pages.AddRange(answer.Problem is not null ? [item] : read);
        }
        return pages;
    }

    private void Tell(Action<News> tell)
    {
        // Stories are built before the write, so that no other writer waits for that. Of two watchers the first keeps what is new.
        long? mark;
        long last;
        ImmutableArray<News> found;
        using (IStoreReader reader = _store.Read())
        {
            (mark, last) = (reader.NewsMark(), reader.LastArrival());
            if (mark is not { } known || known >= last)
                return;
            found = NewsFinder.Find(reader, known, _clock.GetUtcNow());
        }
        foreach (News news in _store.Write(writer => writer.NewsMark() == mark ? writer.KeepNews(found, last) : []))
            tell(news);
    }

    // A due time further off than any pause can set was written under another clock.
    private bool IsDue(WatchedFeed feed, DateTimeOffset now) => feed.Due is not { } due || due <= now || due - now > _rules.Longest * 1.5;

    private TimeSpan Interval(int failures)
    {
        double grown = _rules.Every.TotalSeconds * Math.Pow(2, Math.Min(failures, 16));
        double seconds = Math.Min(grown, Math.Max(_rules.Longest.TotalSeconds, _rules.Every.TotalSeconds));
        return TimeSpan.FromSeconds(seconds * (1 + (_rules.Jitter * ((_random.NextDouble() * 2) - 1))));
    }

    private TimeSpan Pause()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        using IStoreReader reader = _store.Read();
        TimeSpan next = reader.Feeds().Select(f => IsDue(f, now) ? TimeSpan.Zero : f.Due!.Value - now).DefaultIfEmpty(_rules.Every).Min();
        // Not longer than a minute, so that a clock that is set is noticed.
        return next < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : next > TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : next;
    }

    private async Task WaitForHostAsync(string host, CancellationToken cancel)
    {
        if (_asked.TryGetValue(host, out long last) && _clock.GetElapsedTime(last) is var since && since < _rules.BetweenRequests)
            await Task.Delay(_rules.BetweenRequests - since, _clock, cancel).ConfigureAwait(false);
        _asked[host] = _clock.GetTimestamp();
    }
}
