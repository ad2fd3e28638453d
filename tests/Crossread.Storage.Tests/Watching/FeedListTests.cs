// Lists of feeds, well-formed and not.
using Crossread.Storage.Watching;

namespace Crossread.Storage.Tests.Watching;

public sealed class FeedListTests
{
    [Fact]
    public void Lines_hold_an_address_and_a_title()
    {
        var (feeds, problems) = FeedList.Read("# desk\nhttps://a.example/feed\thttps is fine\n\nhttp://b.example/rss  The Courier of B\nhttps://a.example/feed\n", "list.txt");
        Assert.Equal([("https://a.example/feed", "https is fine"), ("http://b.example/rss", "The Courier of B")], feeds.Select(f => (f.Url, f.Title)));
        Assert.Empty(problems);
    }

    [Fact]
    public void Opml_is_read_with_its_folders()
    {
        var (feeds, problems) = FeedList.Read("<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"News\"><outline type=\"rss\" text=\"Courier\" xmlUrl=\"https://a.example/feed\"/></outline></body></opml>", "list.opml");
        Assert.Equal(("https://a.example/feed", "Courier"), (feeds[0].Url, feeds[0].Title));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/feed")]
    [InlineData("https://user:secret@a.example/feed")]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData("<opml><body><outline xmlUrl=\"javascript:alert(1)\"/></body></opml>")]
    [InlineData("<opml><body><outline xmlUrl=\"https://a")]
    [InlineData("<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&x;\" xmlUrl=\"https://a.example/feed\"/></body></opml>")]
    public void What_is_no_list_of_feeds_is_told(string text) => Assert.NotEmpty(FeedList.Read(text, "list").Problems);
}
