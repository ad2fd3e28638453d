// Differences: what reports tell differently, and what only moved on.
using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Tests.Stories;

public sealed class DifferenceFinderTests
{
    private static Difference[] Numbers(params Report[] reports) => [.. StoryBuilder.Build(Piles.Read(reports)).Differences.Where(d => d.Kind == DifferenceKind.Number)];

    private static Report On(string day, string id, string text, string? title = null) => Piles.Report(id, text, title) with { Published = new StatedDate(day, "under the headline") };

    [Fact]
    public void Two_counts_of_one_day_by_two_reports_are_a_conflict()
    {
        Difference found = Assert.Single(Numbers(
            On("2031-05-13", "a", "The ferry Orla sank off Sarn. 14 people were killed, the coastguard said."),
            On("2031-05-13", "b", "A ferry went down near Sarn. Hospital staff said 19 people were killed.")));
        Assert.Equal(DifferenceVerdict.Conflict, found.Verdict);
    }

    [Fact]
    public void Two_counts_of_two_days_are_a_development()
    {
        Difference found = Assert.Single(Numbers(
            On("2031-05-13", "a", "The ferry Orla sank off Sarn. 14 people were killed, the coastguard said."),
            On("2031-05-14", "b", "A ferry went down near Sarn. Hospital staff said 19 people were killed.")));
        Assert.Equal(DifferenceVerdict.Development, found.Verdict);
    }

    [Fact]
    public void Two_speakers_in_one_report_may_contradict_each_other()
    {
        Difference found = Assert.Single(Numbers(On("2031-05-13", "a", "The minister Ines Kolda said 11 miners were killed. The union leader Teo Marun said at least 23 miners were killed.")));
        Assert.Equal(DifferenceVerdict.Conflict, found.Verdict);
    }

    [Fact]
    public void The_dead_of_another_year_are_counted_by_themselves() =>
        Assert.Empty(Numbers(
            On("2031-05-13", "a", "14 people were killed on Tuesday when the ferry Orla sank off Sarn. The sinking of the Halma killed 80 people in 2019."),
            On("2031-05-13", "b", "14 people were killed on Tuesday near Sarn.")));

    [Fact]
    public void Wounded_policemen_are_not_the_wounded() =>
        Assert.Empty(Numbers(
            On("2031-05-13", "a", "Nine people were wounded on the bridge of Sarn, the mayor Teo Marun said."),
            On("2031-05-13", "b", "Six policemen were wounded on the bridge of Sarn, the ministry said.")));

    [Fact]
    public void An_age_is_no_count() =>
        Assert.Empty(Numbers(
            On("2031-05-13", "a", "Two people were killed on the bridge of Sarn: Ann Vell, 51, and her husband Oto Vell, 53, were killed at once."),
            On("2031-05-13", "b", "Two people were killed on the bridge of Sarn.")));

    [Fact]
    public void A_toll_is_read_behind_its_noun()
    {
        Difference found = Assert.Single(Numbers(
            On("2031-05-13", "a", "The minister Ines Kolda put the number of missing at 16."),
            On("2031-05-15", "b", "Nine people are still missing off Sarn.")));
        Assert.Equal(["16", "9"], found.Readings.Select(r => r.Value));
    }

    [Fact]
    public void Look_alike_events_do_not_contradict_each_other()
    {
        Report First(string id, string more) => On("2031-05-13", id, "The ferry Orla sank off Sarn on Tuesday. The captain Oro Vaskin left the bridge, the coastguard of Sarn said. 14 people were killed on the Orla. " + more);
        Report Second(string id, string more) => On("2031-05-13", id, "The ferry Belisar sank near Quintra on Tuesday. The pilot Juno Tarkal slept, the harbour office of Quintra said. 90 people were killed on the Belisar. " + more);
        Assert.Empty(Numbers(
            First("a", "Vaskin had steered the Orla for nine years."), First("b", "The Orla was built in Sarn; Vaskin is in custody."),
            Second("c", "Tarkal had the night watch on the Belisar."), Second("d", "The Belisar carried flour to Quintra; Tarkal was rescued.")));
    }

    [Fact]
    public void A_count_says_who_gives_it_and_which_one_most_origins_give()
    {
        Report[] reports =
        [
            On("2031-05-13", "a", "The ferry Orla sank off Sarn. Fourteen people were killed, the mayor Teo Marun said."),
            On("2031-05-13", "b", "A ferry went down near Sarn. Nineteen people were killed, said a nurse of the hospital."),
            On("2031-05-13", "c", "The Orla lies in forty metres of water. The rescue has ended for the night, and 14 people were killed."),
        ];
        Story story = StoryBuilder.Build(Piles.Read(reports));
        Difference found = Assert.Single(story.Differences, d => d.Kind == DifferenceKind.Number);
        Assert.Equal("how many dead: from 14 to 19, most often 14", found.About);
        Assert.Equal(["14", "19", "14"], found.Readings.Select(r => r.Value));
        Assert.Equal("Teo Marun", story.Entities[found.Readings[0].Holder!.Value].Name);
        Assert.Equal("a nurse of the hospital", found.Readings[1].HolderWords!.Value.Span.Cut(reports[1].Text));
        Assert.Null(found.Readings[2].HolderWords);
    }

    [Fact]
    public void A_count_dated_ten_years_off_is_no_earlier_state_of_the_story()
    {
        Difference found = Assert.Single(Numbers(
            On("2031-05-13", "a", "The ferry Orla sank off Sarn. 14 people were killed, the coastguard said."),
            On("2021-05-14", "b", "The ferry Orla sank off Sarn. 19 people were killed, the coastguard said.")));
        Assert.Equal(DifferenceVerdict.Unclear, found.Verdict);
        Assert.Contains("years", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_embraces_the_mourners_of_a_town_is_in_that_town()
    {
        Difference found = Assert.Single(
            StoryBuilder.Build(Piles.Read(
                On("2031-05-16", "a", "President Oro Vaskin embraced the families of the dead miners in Dunmere on Thursday."),
                On("2031-05-16", "b", "President Oro Vaskin stayed in Tellport on Thursday, and the families of the dead miners of Dunmere waited for him."))).Differences,
            d => d.Kind == DifferenceKind.Place);
        Assert.Equal(["Dunmere", "in Tellport"], found.Readings.Select(r => r.Value));
    }

    [Fact]
    public void Where_somebody_was_expected_is_not_where_he_was() =>
        Assert.DoesNotContain(
            StoryBuilder.Build(Piles.Read(
                On("2031-05-16", "a", "President Oro Vaskin was expected to fly to Dunmere on Thursday."),
                On("2031-05-16", "b", "President Oro Vaskin stayed in Tellport on Thursday."))).Differences,
            d => d.Kind == DifferenceKind.Place);

    private static Difference[] Kind(DifferenceKind kind, params Report[] reports) => [.. StoryBuilder.Build(Piles.Read(reports)).Differences.Where(d => d.Kind == kind)];

    [Fact]
    public void Two_shares_of_one_owner_in_one_thing_are_a_conflict()
    {
        Difference found = Assert.Single(Numbers(
            On("2031-05-13", "a", "Sarn Power owns 60 percent of the quarry above Dorn."),
            On("2031-05-13", "b", "The workers of the quarry stayed at home. Sarn Power holds 51 percent of the quarry.")));
        Assert.Equal(DifferenceVerdict.Conflict, found.Verdict);
        Assert.Equal(["60 percent", "51 percent"], found.Readings.Select(r => r.Value));
    }

    [Fact]
    public void Shares_of_two_things_and_of_two_owners_do_not_differ() =>
        Assert.Empty(Numbers(
            On("2031-05-13", "a", "Sarn Power owns 60 percent of the quarry above Dorn. Orla Bank owns 40 percent of the quarry."),
            On("2031-05-13", "b", "Sarn Power owns 30 percent of the harbour below Dorn.")));

    [Fact]
    public void A_share_that_a_report_itself_tells_to_have_grown_is_no_conflict() =>
        Assert.Empty(Numbers(
            On("2031-05-13", "a", "Sarn Power owns 60 percent of the quarry above Dorn."),
            On("2031-05-13", "b", "Sarn Power held 30 percent of the quarry in 2024. Sarn Power owns 60 percent of the quarry today.")));

    [Fact]
    public void Two_hours_of_one_explosion_on_one_day_are_a_conflict()
    {
        Difference found = Assert.Single(Kind(
            DifferenceKind.Time,
            On("2031-05-13", "a", "The boiler of the Orla works exploded at 4:40 a.m. on Tuesday."),
            On("2031-05-13", "b", "The boiler of the Orla works exploded shortly after seven on Tuesday morning.")));
        Assert.Equal(DifferenceVerdict.Conflict, found.Verdict);
        Assert.Equal(["04:40", "07:00 to 07:30"], found.Readings.Select(r => r.Value));
    }

    [Theory]
    [InlineData("The boiler of the Orla works exploded around 4:30 a.m. on Tuesday.")]
    [InlineData("The boiler of the Orla works exploded at twenty to five on Tuesday morning.")]
    [InlineData("The boiler of the Orla works exploded at 4:40 on Tuesday.")]
    [InlineData("The mayor of Sarn visited the Orla works at 7 a.m. on Tuesday.")]
    [InlineData("A boiler of the Orla works exploded at 9 p.m. on Friday.")]
    [InlineData("The boiler of the Orla works had exploded by 9 a.m. on Tuesday.")]
    public void Hours_that_fit_and_hours_of_other_deeds_do_not_differ(string other) =>
        Assert.DoesNotContain(
            Kind(DifferenceKind.Time, On("2031-05-13", "a", "The boiler of the Orla works exploded at 4:40 a.m. on Tuesday."), On("2031-05-13", "b", other)),
            d => d.About.StartsWith("at what hour", StringComparison.Ordinal));

    [Fact]
    public void What_each_report_calls_those_who_did_one_thing_is_laid_side_by_side()
    {
        Difference found = Assert.Single(Kind(
            DifferenceKind.Wording,
            On("2031-05-13", "a", "The rebels seized the harbour of Sarn on Monday."),
            On("2031-05-13", "b", "The terrorists seized the harbour of Sarn on Monday. They have closed its gates.")));
        Assert.Equal(["rebel", "terrorist"], found.Readings.Select(r => r.Value).Order());
        Assert.Equal(DifferenceVerdict.Unclear, found.Verdict);
    }

    [Fact]
    public void Those_who_did_another_thing_are_other_people() =>
        Assert.Empty(Kind(
            DifferenceKind.Wording,
            On("2031-05-13", "a", "The protesters blocked the harbour of Sarn on Monday."),
            On("2031-05-13", "b", "The rioters burned the customs house of Velidar on Monday.")));
}
