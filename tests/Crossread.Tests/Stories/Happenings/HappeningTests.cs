// One event, many reports; relations over time.
using System.Collections.Immutable;
using System.Text.Json;

using Crossread.Events;
using Crossread.Events.Actors;
using Crossread.Events.Ties;
using Crossread.Exports;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;

namespace Crossread.Tests.Stories.Happenings;

public sealed class HappeningTests
{
    private static Story Read(params string[] texts) =>
        StoryBuilder.Build(Piles.Read([.. texts.Select((t, i) => Piles.Report(FormattableString.Invariant($"{i}"), t))]));

    [Fact]
    public void Repeated_coverage_adds_accounts_and_no_events()
    {
        Story story = Read(
            "Port news\n\nThe army of Peru attacked the rebels of Colonel Haldo Quist near Cusco. Quist fled.",
            "From Cusco\n\nPeru attacked Haldo Quist, officials in Lima said.",
            "Again\n\nPeru attacked Haldo Quist. On the hills it rained.");
        Happening[] attacks = [.. story.Happenings.Where(h => h.Deed == "FIGHT" && h.Recipient?.Name == "Haldo Quist")];
        Happening attack = Assert.Single(attacks);
        Assert.True(attack.Accounts.Length >= 2);
        Assert.Equal("PER", attack.Actor?.Code?[..3]);
    }

    [Fact]
    public void A_denied_event_is_not_told_as_done()
    {
        Story story = Read("A denial\n\nPeru denied attacking Bolivia on Friday.", "Another day\n\nBolivia arrested three sailors.");
        Happening attack = Assert.Single(story.Happenings, h => h.Deed == "FIGHT");
        Assert.Equal(Modality.Denied, attack.Modality);
        Assert.All(attack.Accounts, a => Assert.True(a.Negated));
    }

    [Fact]
    public void What_one_denies_and_another_tells_is_disputed()
    {
        Story story = Read("A denial\n\nPeru denied attacking Bolivia.", "A report\n\nPeru attacked Bolivia, and the market was closed for the day.");
        Assert.Equal(Standing.Disputed, Assert.Single(story.Happenings, h => h.Deed == "FIGHT").Standing);
    }

    [Fact]
    public void Two_days_are_two_events()
    {
        Story story = Read("May\n\nPeru attacked Bolivia on 3 May 2021. Peru attacked Bolivia on 9 June 2021.");
        Assert.Equal(2, story.Happenings.Count(h => h.Deed == "FIGHT"));
    }

    [Theory]
    [InlineData("Gunmen seized the airport of Cusco on 3 May 2021.", "The militiamen seized the airport.")]
    [InlineData("The union accused the government of theft.", "The union accuses the authorities of theft.")]
    [InlineData("Police arrested 43 sailors in Cusco.", "In Cusco police detained 43 people.")]
    [InlineData("The miners held talks with the government on 3 May 2021.", "The Miners' Federation of Cusco held talks with the government on 3 May 2021.")]
    [InlineData("The Fishers' Federation of Cusco staged a strike against the port.", "The federation staged a strike.")]
    [InlineData("Police fired live rounds at the strikers.", "Police fired live ammunition at the strikers.")]
    [InlineData("The premier of Peru met Tilde Haskhadze in Lima.", "The premier of Peru met Haskadze.")]
    [InlineData("The Harbour Council of Cusco met Haldo Quist.", "The Cusco Harbour Council met Haldo Quist.")]
    [InlineData("Talks on the dam are due on 3 May 2021.", "There, talks about the old dam begin on 3 May 2021.")]
    public void One_event_under_two_namings_is_one(string first, string second)
    {
        Story story = Read("The first news\n\n" + first + " It rained in the whole of the valley.", "The second news\n\n" + second + " The market was closed for the day.");
        Assert.Equal(2, Assert.Single(story.Happenings).Accounts.Length);
    }

    [Theory]
    [InlineData("Police arrested nine sailors in Cusco. In Lima, police arrested four sailors.")]
    [InlineData("Gunmen killed a banker. Gunmen killed a nurse.")]
    public void Two_numbers_or_two_victims_of_one_report_are_two_events(string text) =>
        Assert.Equal(2, Read("The news\n\n" + text + " It rained in the whole of the valley.").Happenings.Length);

    [Fact]
    public void Who_attacks_together_stands_together_also_in_the_exports()
    {
        Story story = Read("The news\n\nPeru, Chile and Bolivia attacked Cusco on 3 May 2021.");
        Happening attack = Assert.Single(story.Happenings);
        Assert.Equal(["Chile", "Bolivia"], attack.CoActors.Select(p => p.Name));
        using MemoryStream plover = new();
        new PloverExport().Write(plover, story);
        Assert.Equal(["Peru", "Chile", "Bolivia"], JsonDocument.Parse(plover.ToArray()).RootElement.GetProperty("source").EnumerateArray().Select(s => s.GetProperty("actorText").GetString()));
    }

    [Fact]
    public void What_somebody_says_and_what_he_denies_in_one_report_are_two_things()
    {
        Story story = Read("The news\n\nPeru said it was not supporting General Haldo Quist. Peru said that it supported the port of Lima.");
        Assert.DoesNotContain(story.Happenings, h => h.Standing == Standing.Disputed);
    }

    [Fact]
    public void Whose_attempt_it_was_is_the_one_that_attempted_it()
    {
        Story story = Read("The news\n\nThe clans vowed to confront Haldo Quist after his attempt to seize the capital, Sarn, raising fears.");
        Assert.Equal("Haldo Quist", Assert.Single(story.Happenings, h => h.Deed == "COERCE").Actor?.Name);
    }

    [Fact]
    public void What_was_to_have_been_disputes_what_another_tells()
    {
        Story story = Read("A report\n\nHaldo Quist visited the miners on 3 May 2021, and it rained.", "Another report\n\nHaldo Quist, who was to have visited the miners on 3 May 2021, stayed at home.");
        Assert.Equal(Standing.Disputed, Assert.Single(story.Happenings, h => h.Deed == "CONSULT").Standing);
    }

    [Fact]
    public void A_backer_is_read_from_a_description_and_its_partners_with_it()
    {
        Story story = Read("Cusco\n\nGeneral Haldo Quist, backed by Peru and Bolivia, spoke in Lima on Monday.");
        Assert.Equal(["Bolivia", "Peru"], story.Relations.Where(r => r.Kind == TieKind.Backs).Select(r => r.From.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_users_actor_goes_before_our_code()
    {
        Story story = StoryBuilder.Coded(Read("Cusco\n\nPeru attacked Haldo Quist."), [new ActorEntry("Haldo Quist", "PERREB", null, null)]);
        Assert.Equal("PERREB", Assert.Single(story.Happenings).Recipient?.Code);
    }

    [Fact]
    public void An_office_holds_on_days_after_it_is_told_and_a_meeting_on_its_day()
    {
        const string Text = "Lima\n\nPrime Minister Tilde Hask met Haldo Quist on 3 May 2021.";
        Story story = Read(Text);
        ImmutableArray<ActorRelation> later = StateOnDay.Of(story, "2021-06-01");
        Assert.Contains(later, r => r.Kind == TieKind.HoldsOffice);
        Assert.DoesNotContain(later, r => r.Kind == TieKind.Meets);
        Assert.Contains(StateOnDay.Of(story, "2021-05-03"), r => r.Kind == TieKind.Meets);
        Assert.Throws<FormatException>(() => StateOnDay.Of(story, "3 May"));
    }
}
