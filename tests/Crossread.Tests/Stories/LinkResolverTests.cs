using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Tests.Stories;

public class LinkResolverTests
{
    private static string? Target(Link link) => LinkResolver.Resolve(Piles.Read(
        Piles.Report("a", "Text.", "Council ‘keeps’ Pell Anwick’s lighthouse", url: "https://www.example.org/news/lighthouse-17?ref=front"),
        Piles.Report("b", "Text.", "Hotel company withdraws its offer", links: [link])))[1][0];

    [Theory]
    [InlineData("http://example.org/news/lighthouse-17/", "more", true)]
    [InlineData("https://example.org/news/lighthouse-18", "more", false)]
    [InlineData("#", "COUNCIL \"KEEPS\" PELL ANWICK'S LIGHTHOUSE", true)]
    [InlineData("#", "Related article: Council 'keeps' Pell Anwick's lighthouse", true)]
    [InlineData("#", "Council keeps the lighthouse", false)]
    [InlineData("", "Hotel company withdraws its offer", false)]
    [InlineData(":::", "", false)]
    public void A_link_leads_to_a_report_by_address_or_headline(string url, string words, bool leads) =>
        Assert.Equal(leads ? "ra" : null, Target(new Link(words, url)));

    [Fact]
    public void Two_reports_of_one_headline_are_not_guessed_between()
    {
        const string Headline = "Floods in the upper valley";
        Report[] pile = [Piles.Report("a", "Text.", Headline), Piles.Report("b", "Text.", Headline), Piles.Report("c", "Text.", links: [new Link(Headline, "#")])];
        Assert.Null(LinkResolver.Resolve(Piles.Read(pile))[2][0]);
    }
}
