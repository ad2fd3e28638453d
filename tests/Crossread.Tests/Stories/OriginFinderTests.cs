using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Tests.Stories;

public class OriginFinderTests
{
    private const string Wire =
        """
        The harbour council of Pell Anwick on Monday rejected a plan to sell the old lighthouse to a hotel company from Ostrell.
        Council leader Jorun Haddock told reporters that the building belonged to the people who had paid for its lamp.
        “We will not trade a light for a bar,” Haddock said.
        The company, Calder Rooms, had offered four million crowns and the repair of the northern pier.
        Asked whether a lower bid from the seamen's union would be accepted, Haddock said the council would read it in April.
        The lighthouse was built in 1874 after the wreck of the ferry Santa Orla, in which 61 passengers drowned.
        It has stood empty since the last keeper, Bram Tollund, retired in 1999.
        Fishermen had threatened to block the harbour mouth if the sale went through.
        """;

    private const string CutAndReordered =
        """
        A plan to sell the old lighthouse of Pell Anwick to a hotel company has been rejected by the harbour council.
        The lighthouse, built in 1874 after the wreck of the ferry Santa Orla in which 61 passengers drowned, has stood empty since its last keeper Bram Tollund retired in 1999.
        The hotel company Calder Rooms had offered four million crowns and the repair of the northern pier.
        “We will not trade a light for a bar,” council leader Jorun Haddock said.
        """;

    private const string ThroughAnotherLanguage =
        """
        Monday the council of the harbour of Pel Anvick refused a project of selling the ancient lighthouse to an enterprise of hotels of Ostrel.
        "We do not exchange a light against a bar", declared Yorun Hadock, the chief of the council.
        To journalists he said that the edifice was the property of the people that paid for its lamp.
        The enterprise Calder Rooms offered four millions of crowns as well as the repairing of the pier of the north.
        Questioned if an inferior bid by the union of the seamen would be accepted, Hadock said the council would read it in April.
        Constructed in 1874 following the wreck of the ferry Santa Orla, in which drowned 61 passengers, the lighthouse is empty since its last keeper Bram Tolund went into retirement in 1999.
        """;

    private const string OtherWriter =
        """
        I walked up to the lighthouse the morning after the vote, and the door was open.
        Inside, gulls had nested on the stairs that Bram Tollund swept for thirty years.
        “We will not trade a light for a bar,” Jorun Haddock had said the evening before, and the gallery of the council house had stamped its feet.
        Nobody at Calder Rooms answered the telephone.
        In the pub by the slip the men spoke of nothing else, and of the four million crowns that would now stay in Ostrell.
        One of them, who would not give his name, thought the council had been paid by somebody else.
        """;

    private static ImmutableArray<Origin> Find(params Report[] reports)
    {
        ImmutableArray<Reading> readings = Piles.Read(reports);
        return OriginFinder.Find(readings, EntityLinker.Link(readings));
    }

    [Theory]
    [InlineData(CutAndReordered)]
    [InlineData(ThroughAnotherLanguage)]
    public void A_copy_counts_with_its_text_and_another_writer_does_not(string copy)
    {
        ImmutableArray<Origin> origins = Find(Piles.Report("a", Wire), Piles.Report("b", copy), Piles.Report("c", OtherWriter));
        Assert.Equal(2, origins.Length);
        Assert.Equal(["ra", "rb"], origins[0].Reports);
        Assert.Equal(["rc"], origins[1].Reports);
        Assert.Contains("side by side", origins[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_passage_pair_is_shown_aligned()
    {
        Origin origin = Find(Piles.Report("a", Wire), Piles.Report("b", ThroughAnotherLanguage))[0];
        Assert.True(origin.Passages.Length >= 5);
        SharedPassage pier = origin.Passages.Single(p => p.Passage.Span.Cut(Wire).Contains("northern pier", StringComparison.Ordinal));
        Assert.Contains("pier of the north", pier.Like.Span.Cut(ThroughAnotherLanguage), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_report_belongs_to_one_origin_in_any_order()
    {
        Report[] pile = [Piles.Report("a", Wire), Piles.Report("b", CutAndReordered), Piles.Report("c", ThroughAnotherLanguage), Piles.Report("d", OtherWriter)];
        ImmutableArray<Origin> origins = Find(pile);
        Assert.Equal(4, origins.Sum(o => o.Reports.Length));
        string Shape(ImmutableArray<Origin> found) => string.Join('\n', found.Select(o => $"{o.Id} {string.Join(' ', o.Reports)} {o.Because} {o.Passages.Length}"));
        Array.Reverse(pile);
        Assert.Equal(Shape(origins), Shape(Find(pile)));
    }

    [Fact]
    public void One_report_alone_is_its_own_origin()
    {
        Origin origin = Assert.Single(Find(Piles.Report("a", Wire)));
        Assert.Empty(origin.Passages);
        Assert.Empty(Find());
        Assert.Single(Find(Piles.Report("a", "")));
    }

    [Fact]
    public void A_hundred_and_twenty_copies_are_one_origin()
    {
        Origin origin = Assert.Single(Find([.. Enumerable.Range(100, 120).Select(i => Piles.Report($"{i}", Wire + $" Page {i}."))]));
        Assert.Equal(120, origin.Reports.Length);
    }
}
