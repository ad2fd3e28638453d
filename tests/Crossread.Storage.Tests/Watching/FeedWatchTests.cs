// Feeds are polled politely, and what is new is told once.
using System.Text;

using Crossread.Documents;
using Crossread.Storage.Sqlite;
using Crossread.Storage.Watching;

namespace Crossread.Storage.Tests.Watching;

public sealed class FeedWatchTests : IDisposable
{
    private const string _fire = "VELMORA — A fire destroyed four warehouses in the grain harbour of Velmora on Monday. The harbour master Orin Tesk said that 12 workers were hurt. The northern quay of the grain harbour stays closed.";

    private readonly TemporaryFolder _folder = new();
    private readonly FeedServer _server = new();
    private readonly LoopbackWeb _web = new();
    private readonly HandClock _clock = new();
    private readonly SqliteStore _store;
    private readonly List<News> _news = [];
    private readonly List<Problem> _problems = [];

    public FeedWatchTests() => _store = SqliteStore.Open(_folder.File("store.db"), StoreAccess.Create);

    private string Feed => _server.Root + "feed.xml";

    public void Dispose()
    {
        _web.Dispose();
        _server.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task New_items_are_read_put_into_stories_and_told_once()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch();
        await Poll(watch);
        Assert.Equal(NewsKind.Story, Assert.Single(_news).Kind);
        _news.Clear();
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire), ("2", "Harbour fire: more hurt", _fire.Replace("12 workers", "15 workers", StringComparison.Ordinal) + " The mayor will visit the quay on Friday.")));
        await Later(watch);
        Assert.Contains(_news, n => n.Kind == NewsKind.Report);
        Assert.Equal(2, Reports());
        _news.Clear();
        await Later(watch);
        Assert.Empty(_news);
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_asked_by_its_tag_and_costs_nothing()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch();
        await Poll(watch);
        await Later(watch);
        Assert.Null(_server.Asked[0].IfNoneMatch);
        Assert.NotNull(_server.Asked[1].IfNoneMatch);
        Assert.Equal(1, Reports());
        Assert.Empty(_problems);
    }

    [Fact]
    public async Task A_feed_is_not_asked_before_it_is_due()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch();
        await Poll(watch);
        await Poll(watch);
        _clock.Now += TimeSpan.FromMinutes(5);
        await Poll(watch);
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        _server.Feed("/moved.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        _server.Paths["/feed.xml"] = context =>
        {
            context.Response.Redirect("/moved.xml");
            return Task.CompletedTask;
        };
        await Poll(Watch());
        Assert.Equal(1, Reports());
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Fire at Velmora</title><description>A fire burnt")]
    [InlineData("<html><body><p>No feed here today, come back tomorrow.</p></body></html>")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("")]
    public async Task A_malformed_feed_is_told_and_stops_nothing(string answer)
    {
        _server.Feed("/feed.xml", answer);
        _server.Feed("/good.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch(Feed, _server.Root + "good.xml");
        await Poll(watch);
        Assert.Contains(_news, n => n.About.Contains("Fire", StringComparison.Ordinal));
        Assert.True(Reports() >= 1);
    }

    [Fact]
    public async Task A_feed_that_fails_is_asked_ever_less_often_and_recovers()
    {
        FeedWatch watch = Watch();
        await Poll(watch);
        List<TimeSpan> pauses = [];
        for (int i = 0; i < 8; i++)
        {
            WatchedFeed feed = Held();
            pauses.Add(feed.Due!.Value - _clock.Now);
            _clock.Now = feed.Due.Value;
            await Poll(watch);
        }
        Assert.True(pauses[1] > pauses[0] * 1.5, $"{pauses[0]} {pauses[1]}");
        Assert.All(pauses, p => Assert.InRange(p, TimeSpan.FromMinutes(25), TimeSpan.FromHours(7)));
        Assert.Equal(9, _problems.Count);
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        _clock.Now = Held().Due!.Value;
        await Poll(watch);
        Assert.Equal((0, null), (Held().Failures, Held().Problem));
        Assert.Equal(1, Reports());
    }

    [Fact]
    public async Task A_silent_edit_is_shown_as_the_difference_of_its_versions()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch();
        await Poll(watch);
        _news.Clear();
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire.Replace("12 workers", "two workers", StringComparison.Ordinal))));
        await Later(watch);
        News edit = Assert.Single(_news, n => n.Kind == NewsKind.Edit);
        Assert.Contains("12 workers", edit.Before, StringComparison.Ordinal);
        Assert.Contains("two workers", edit.After, StringComparison.Ordinal);
        Assert.DoesNotContain("northern quay", edit.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_vanishes_stays_held_and_its_return_is_no_news()
    {
        string both = _server.Rss(("1", "Fire at Velmora", _fire), ("2", "Tram line for Ostrey", "OSTREY — The council of Ostrey voted for a new tram line past the garden, councillor Pavle Imber said."));
        _server.Feed("/feed.xml", both);
        FeedWatch watch = Watch();
        await Poll(watch);
        _news.Clear();
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        await Later(watch);
        _server.Feed("/feed.xml", both);
        await Later(watch);
        Assert.Empty(_news);
        Assert.Equal(2, Reports());
    }

    [Fact]
    public async Task A_counter_that_changes_in_an_item_is_no_news()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)).Replace("</item>", "<slash:comments>3</slash:comments></item>", StringComparison.Ordinal));
        FeedWatch watch = Watch();
        await Poll(watch);
        _news.Clear();
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)).Replace("</item>", "<slash:comments>4</slash:comments></item>", StringComparison.Ordinal));
        await Later(watch);
        Assert.Empty(_news);
        Assert.Equal(1, Reports());
    }

    [Fact]
    public async Task A_feed_that_never_ends_is_given_up()
    {
        _server.Paths["/feed.xml"] = async context =>
        {
            byte[] item = Encoding.UTF8.GetBytes("<item><title>again</title></item>");
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("<rss><channel>"));
            while (true)
                await context.Response.OutputStream.WriteAsync(item);
        };
        await Poll(Watch());
        Assert.Equal(1, Held().Failures);
        Assert.Single(_problems);
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task A_clock_that_is_set_stops_no_feed_for_long(int days)
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        FeedWatch watch = Watch();
        await Poll(watch);
        _clock.Now += TimeSpan.FromDays(days);
        await Poll(watch);
        Assert.Equal(2, _server.Asked.Count);
        await Poll(watch);
        Assert.Equal(2, _server.Asked.Count);
    }

    [Fact]
    public async Task Two_feeds_of_one_host_are_asked_with_a_pause_between()
    {
        _server.Feed("/feed.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        _server.Feed("/other.xml", _server.Rss(("1", "Fire at Velmora", _fire)));
        await Poll(Watch(Feed, _server.Root + "other.xml"));
        Assert.True(_clock.Waited >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_came_before_a_stop_is_told_after_it()
    {
        FeedWatch watch = Watch();
        Pile.Add(_store, _fire);
        await Poll(watch);
        Assert.Contains(_news, n => n.Kind == NewsKind.Story);
    }

    [Fact]
    public async Task A_denial_and_a_dispute_are_told()
    {
        const string one = "OSTREY — The mechanic Tomas Brell said that the tug Brisa was overloaded. Brell has worked at the yard of Ostrey for eleven years.";
        const string two = "OSTREY — The pilot Ansel Korth said on Monday that the tug Brisa left the harbour of Ostrey at noon. Korth denied that the tug Brisa was overloaded.";
        FeedWatch watch = Watch();
        _store.Write(w => w.Keep(Packed.Report(one), new Stories.Placement("s000000000001", null)));
        await Poll(watch);
        _news.Clear();
        _store.Write(w => w.Keep(Packed.Report(two), new Stories.Placement("s000000000001", null)));
        await Poll(watch);
        News dispute = Assert.Single(_news, n => n.Kind == NewsKind.Dispute);
        Assert.Contains("overloaded", dispute.About, StringComparison.Ordinal);
    }

    private FeedWatch Watch(params string[] feeds)
    {
        FeedWatch watch = new(_store, _web, _clock, new WatchRules(), 7);
        watch.Add((feeds.Length == 0 ? [Feed] : feeds).Select(f => new WatchedFeed(f)));
        return watch;
    }

    private Task Poll(FeedWatch watch) => watch.PollDueAsync(_news.Add, _problems.Add, TestContext.Current.CancellationToken);

    private Task Later(FeedWatch watch)
    {
        _clock.Now += TimeSpan.FromHours(8);
        return Poll(watch);
    }

    private WatchedFeed Held()
    {
        using IStoreReader reader = _store.Read();
        return reader.Feeds()[0];
    }

    private long Reports()
    {
        using IStoreReader reader = _store.Read();
        return reader.Count().Reports;
    }
}
