// How often feeds are asked.
namespace Crossread.Storage.Watching;

/// <summary>How often feeds are asked, and for how much.</summary>
public sealed record WatchRules
{
    /// <summary>Between two polls of a feed; default 15 minutes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Between two polls of a feed that keeps failing, at most; default 6 hours.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Between two requests to one host; default 2 seconds.</summary>
    public TimeSpan BetweenRequests { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Share of a pause that is random, to either side; default a tenth.</summary>
    public double Jitter { get; init; } = 0.1;

    /// <summary>Items of one poll, at most; default 500.</summary>
    public int MostItems { get; init; } = 500;

    /// <summary>True to fetch the page that each new item leads to; default false: the item's own words are read.</summary>
    public bool FullText { get; init; }
}
