// What every store finds, and what it does not let through.
using System.Diagnostics;

using Crossread.Statements;
using Crossread.Storage.Searching;

namespace Crossread.Storage.Tests;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData("warehouses", 2)]
    [InlineData("warehouse", 2)]
    [InlineData("BOTANICAL gardens", 1)]
    [InlineData("\"northern quay\"", 2)]
    [InlineData("\"quay northern\"", 0)]
    [InlineData("warehouses botanical", 0)]
    [InlineData("Ostrey", 1)]
    public void All_words_and_phrases_must_be_there(string words, int hits)
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Fire(2), Pile.Other(1));
        Assert.Equal(hits, Search(words).Hits.Length);
    }

    [Fact]
    public void Hits_show_their_words_where_they_stand()
    {
        Pile.Add(Store, Pile.Fire(1));
        SearchHit hit = Assert.Single(Search("burner lost").Hits);
        Assert.Equal(["lost", "burner"], hit.Words.Select(w => w.Cut(hit.Text)));
        Assert.All(hit.Words, w => Assert.True(hit.Context.Contains(w)));
    }

    [Fact]
    public void Statements_are_found_by_speaker_stance_and_words()
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Other(1));
        SearchHit denial = Assert.Single(Search(null, q => q with { Stance = Stance.Denies }).Hits);
        Assert.Equal("Brakka Lines", denial.Statement!.Speaker);
        Assert.Contains("burner", denial.Statement.Span.Cut(denial.Text), StringComparison.Ordinal);
        Assert.All(Search(null, q => q with { Speaker = Words("tesk") }).Hits, h => Assert.Equal("Orin Tesk", h.Statement!.Speaker));
        Assert.Single(Search("quay", q => q with { Speaker = Words("Orin Tesk") }).Hits);
        Assert.Empty(Search("burner", q => q with { Speaker = Words("Tesk") }).Hits);
    }

    [Fact]
    public void Filters_hold_days_and_stories_apart()
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Fire(8), Pile.Other(1));
        string fire = Search("warehouses").Hits[0].Report.Story;
        Assert.Equal(2, Search(null, q => q with { Story = fire }).Hits.Length);
        Assert.Single(Search("said", q => q with { From = new DateOnly(2025, 7, 1) }).Hits);
        Assert.Single(Search("Tesk", q => q with { To = new DateOnly(2025, 6, 5) }).Hits);
        Assert.Empty(Search("said", q => q with { Outlet = "No Such Courier" }).Hits);
    }

    [Fact]
    public void Names_are_found_over_all_reports()
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Fire(2), Pile.Other(1));
        HeldName tesk = Assert.Single(Search("Tesk").Names);
        Assert.Equal(("Orin Tesk", 2), (tesk.Form, tesk.Reports));
        using IStoreReader reader = Store.Read();
        Assert.Contains(reader.Names(null, Page.All), n => n.Form == "Salome Drist");
    }

    [Fact]
    public void Pages_of_hits_follow_each_other()
    {
        Pile.Add(Store, Enumerable.Range(1, 7).Select(Pile.Fire));
        SearchResult first = Search("Velmora", page: new Page(0, 5)), second = Search("Velmora", page: new Page(5, 5));
        Assert.Equal((5, true, 2, false), (first.Hits.Length, first.More, second.Hits.Length, second.More));
        Assert.Equal(7, first.Hits.Concat(second.Hits).Select(h => h.Report.Id).Distinct().Count());
    }

    [Fact]
    public void Of_more_hits_than_are_ranked_the_latest_are_found()
    {
        NewReport one = Packed.Report("Rain fell on the harbour.");
        const string once = "The ferry sailed in the rain, past the long mole and the two lights at its end.", twice = "The ferry sailed in the rain. The ferry was late.";
        Pile.Add(Store, "The ferry sailed in the sun.", once, twice, "Rain again at sea, and the boats stayed in the harbour.");
        Store.Write(w =>
        {
            for (int i = 0; i < 5_100; i++)
            {
                string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)));
                w.Keep(one with { Original = [.. BitConverter.GetBytes(i)], Reading = one.Reading with { Report = one.Reading.Report with { Id = "r" + sha256[..10], Sha256 = sha256 } } }, new Stories.Placement("s000000000001", null));
            }
            return 0;
        });
        SearchResult found = Search("rain");
        Assert.Equal((20, true), (found.Hits.Length, found.More));
        Assert.Equal(5_104, found.Hits[0].Report.Arrival);
        Assert.Equal(100, Search("rain", page: new Page(4_900, 200)).Hits.Length);
        Assert.Equal(20, Search("rain", q => q with { Story = "s000000000001" }).Hits.Length);
        // A word of nearly every report must be there, but the other one ranks.
        Assert.Equal([twice, once], Search("rain ferry").Hits.Select(h => h.Text));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("x'); DROP TABLE report; --")]
    [InlineData("\" OR body MATCH \"a")]
    [InlineData("title : fire")]
    [InlineData("NEAR(fire quay, 100000)")]
    [InlineData("^fire AND NOT OR")]
    [InlineData("a* b* c* d* e*")]
    [InlineData("{title body} : (fire")]
    [InlineData("fire\0quay")]
    [InlineData("\u202Eerif")]
    [InlineData("\uD800 fire")]
    [InlineData("***")]
    public void Words_that_look_like_a_query_are_only_words(string typed)
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Other(1));
        if (SearchWords.TryParse(typed, out SearchWords? words, out _))
        {
            using IStoreReader reader = Store.Read();
            _ = reader.Search(new SearchQuery(words, new Page(0, 20)) { Speaker = words, Outlet = typed, Story = typed });
            _ = reader.Search(new SearchQuery(words, new Page(0, 20)));
            _ = reader.Names(words, Page.All);
            Assert.Null(reader.Report(typed));
            Assert.Null(reader.Original(typed));
        }
        using IStoreReader after = Store.Read();
        Assert.Equal(2, after.Count().Reports);
    }

    [Fact]
    public void Ten_megabytes_of_search_words_are_refused_at_once()
    {
        Stopwatch clock = Stopwatch.StartNew();
        Assert.False(SearchWords.TryParse(string.Concat(Enumerable.Repeat("flood ", 1_700_000)), out SearchWords? words, out string? wrong));
        Assert.Null(words);
        Assert.Contains("1000", wrong, StringComparison.Ordinal);
        Assert.False(SearchWords.TryParse(string.Concat(Enumerable.Repeat("a ", 40)), out _, out _));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static SearchWords Words(string typed) => SearchWords.TryParse(typed, out SearchWords? words, out string? wrong) ? words! : throw new ArgumentException(wrong);

    private SearchResult Search(string? typed, Func<SearchQuery, SearchQuery>? filter = null, Page? page = null)
    {
        using IStoreReader reader = Store.Read();
        SearchQuery query = new(typed is null ? null : Words(typed), page ?? new Page(0, 20));
        return reader.Search(filter is null ? query : filter(query));
    }
}
