// When undated reports were published.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Stories;


namespace Crossread.Tests.Stories;

public sealed class PublicationResolverTests
{
    private const string Headline = "Orvane says it did not cut the cable to Bellmar";

    private static readonly Report Denial = Piles.Report(
        "a", "Orvane said on Thursday (May 9) that its navy had not cut the undersea cable to the island of Bellmar. Its spokesman Teo Varga called the charge a fable.", Headline);

    private static readonly Report Later = Dated("b", "2019-05-13", "Repair ships reached the island of Bellmar on Monday, Orvane's coast guard said.", new Link("Read also: " + Headline, "#"));

    private static readonly Report Undated = Piles.Report(
        "c", "Spokesman Teo Varga told reporters in Orvane on Thursday that the navy had not cut the undersea cable to Bellmar, a fable as he put it.");

    private static readonly Report Weekday = Piles.Report(
        "d", "A diver of the harbour firm Lund Marine flew to Sarn on Wednesday. In early May the island lost all its telephones.");

    private static Report Dated(string id, string day, string text, params Link[] links) =>
        Piles.Report(id, text, links: links) with { Published = new StatedDate(day, "under the headline") };

    private static ImmutableArray<Publication> Resolve(params Report[] reports)
    {
        ImmutableArray<Reading> readings = Piles.Read(reports);
        return PublicationResolver.Resolve(readings, LinkResolver.Resolve(readings), OriginFinder.Find(readings, EntityLinker.Link(readings)));
    }

    [Fact]
    public void A_weekday_and_a_day_get_their_year_from_the_report_that_links_to_them()
    {
        Publication found = Resolve(Denial, Later)[0];
        Assert.Equal("2019-05-09", found.Edtf);
        Assert.Equal(PublicationBasis.Inferred, found.Basis);
        Assert.Contains("links to this report", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_news_on_the_same_weekday_is_of_the_same_day()
    {
        Publication found = Resolve(Denial, Later, Undated)[2];
        Assert.Equal("2019-05-09", found.Edtf);
        Assert.Contains("same news", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weekday_alone_is_a_set_of_days_and_never_one_guess()
    {
        Publication found = Resolve(Denial, Later, Weekday)[2];
        Assert.Equal("[2019-05-08,2019-05-15,2019-05-22,2019-05-29]", found.Edtf);
        Assert.Contains("nothing tells which", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stated_stays_as_stated_and_without_any_date_nothing_is_guessed()
    {
        Assert.Equal("2019-05-13", Resolve(Denial, Later)[1].Edtf);
        Assert.All(Resolve(Denial, Undated, Weekday), p => Assert.Null(p.Edtf));
    }

    [Fact]
    public void The_order_of_the_reports_does_not_matter()
    {
        ImmutableArray<Publication> one = Resolve(Denial, Later, Undated, Weekday);
        ImmutableArray<Reading> turned = [.. Piles.Read(Denial, Later, Undated, Weekday).Reverse()];
        ImmutableArray<Publication> other = PublicationResolver.Resolve(turned, LinkResolver.Resolve(turned), OriginFinder.Find(turned, EntityLinker.Link(turned)));
        Assert.Equal(one.Select(p => p.Edtf), other.Reverse().Select(p => p.Edtf));
    }

    [Fact]
    public void Two_weekdays_that_the_story_knows_are_of_its_week()
    {
        Report[] dated =
        [
            Dated("a", "2031-05-13", "The ferry Orla sank off Dunmere on Sunday. Divers reached the wreck of the Orla on Monday."),
            Dated("b", "2031-05-14", "Twelve people drowned when the ferry Orla sank off Dunmere on Sunday. On Monday divers went down to the wreck."),
        ];
        Publication found = Resolve([.. dated, Piles.Report("c", "The bell of the church of Dunmere fell silent on Sunday. On Monday the school stayed shut, and nobody spoke of anything but the Orla.")])[2];
        Assert.Equal("[2031-05-13,2031-05-14,2031-05-15,2031-05-16,2031-05-17]", found.Edtf);
        Assert.Contains("2 dated reports", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_ten_years_off_stays_and_is_told_to_be_far()
    {
        ImmutableArray<Publication> found = Resolve(
            Dated("a", "2031-05-13", "The ferry Orla sank off Dunmere on Sunday."), Dated("b", "2031-05-14", "Divers reached the ferry Orla off Dunmere."), Dated("c", "2021-05-14", "Twelve people drowned on the ferry Orla off Dunmere."));
        Assert.Equal("2021-05-14", found[2].Edtf);
        Assert.Contains("10 years from it", found[2].Because, StringComparison.Ordinal);
        Assert.DoesNotContain("from it", found[0].Because, StringComparison.Ordinal);
    }
}
