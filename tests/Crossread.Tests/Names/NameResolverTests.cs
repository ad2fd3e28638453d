// Who is who inside one report.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Tests.Names;

public class NameResolverTests
{
    [Fact]
    public void A_surname_is_the_person_named_in_full()
    {
        MarkedReport report = new("[P Anna Dorn] spoke in [L Orban]. [P Ms.|Dorn] left. [P Dorn] came back.");
        Assert.Equal("Anna Dorn, Orban, Anna Dorn, Anna Dorn", report.Who());
        Assert.Contains("“Dorn” is the surname of “Anna Dorn”", report.Resolve().Entities[0].Because);
    }

    [Fact]
    public void A_surname_in_the_headline_is_the_person_named_in_full_below() =>
        Assert.Equal("Anna Dorn, Anna Dorn", new MarkedReport("[P Dorn] resigns. [P Anna Dorn] resigned.").Who());

    [Fact]
    public void Two_people_with_one_surname_stay_two()
    {
        MarkedReport report = new("[P Anna Dorn] met [P Pavel Dorn]. [P Dorn] left.");
        Assert.Equal("Anna Dorn, Pavel Dorn, Dorn", report.Who());
        Assert.Contains("stays apart", report.Resolve().Entities[2].Because[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_tells_which_of_two_with_one_surname() =>
        Assert.Equal("Anna Dorn, Pavel Dorn, Anna Dorn, Pavel Dorn",
            new MarkedReport("[P Ms.|Anna Dorn] met [P Mr.|Pavel Dorn]. [P Mrs.|Dorn] left. [P Mr.|Dorn] stayed.").Who());

    [Fact]
    public void A_surname_stays_for_a_while_with_the_one_it_meant() =>
        Assert.Equal("Anna Dorn, Anna Dorn, Pavel Dorn, Anna Dorn",
            new MarkedReport("[P Anna Dorn] spoke. [P Dorn] left. Then [P Pavel Dorn] spoke. [P Dorn] left, too.").Who());

    [Fact]
    public void A_surname_is_the_one_named_last() =>
        Assert.Equal("Anna Dorn, Anna Dorn, Pavel Dorn, Pavel Dorn",
            new MarkedReport("[P Anna Dorn] spoke. [P Dorn] left. It rained. It snowed. [P Pavel Dorn] spoke. It rained again. [P Dorn] left, too.").Who());

    [Fact]
    public void A_surname_is_not_the_wife_but_the_one_she_is_the_wife_of() =>
        Assert.Equal("Dorn, Anna Dorn, Dorn", new MarkedReport("[P President|Dorn] spoke. [P His wife|Anna Dorn] listened. [P Dorn] left.").Who());

    [Fact]
    public void A_surname_in_the_headline_is_the_one_named_first_in_full() =>
        Assert.Equal("Anna Dorn, Anna Dorn, Pavel Dorn", new MarkedReport("[P Dorn] resigns. [P Anna Dorn] resigned. [P Pavel Dorn] did not.").Who());

    [Fact]
    public void Another_spelling_of_the_surname_is_the_same_person() =>
        Assert.Equal("Salim Haddar, Salim Haddar, Salim Haddar", new MarkedReport("[P Salim Haddar] spoke. [P Haddar] and [P Heddar] agreed.").Who());

    [Fact]
    public void An_acronym_is_its_long_form() =>
        Assert.Equal("Dorana Liberation Front, Dorana Liberation Front, Dorana Liberation Front",
            new MarkedReport("The [O DLF] spoke. The [O Dorana Liberation Front] ([O DLF]) denied it.").Who());

    [Fact]
    public void A_short_form_of_two_bodies_stays_apart() =>
        Assert.Equal("Orban River Council, Sarn River Council, River Council",
            new MarkedReport("The [O Orban River Council] met the [O Sarn River Council]. The [O River Council] met.").Who());

    [Fact]
    public void A_general_word_takes_up_the_last_body() =>
        Assert.Equal("Orban River Council, Orban River Council", new MarkedReport("The [O Orban River Council] met. The [O Council] voted.").Who());

    [Fact]
    public void A_place_is_not_its_government_nor_its_people()
    {
        ReportNames names = new MarkedReport("[L Orban] is a city. [G Orban] denied it. The [N Orbanese] and [O The Orban Times] waited.").Resolve();
        Assert.Equal(4, names.Entities.Length);
        Assert.Equal(EntityKind.Organisation, names.Entities[1].Kind);
        Assert.Equal("“Orban” stands for its government here", names.Entities[1].Because[0]);
    }

    [Fact]
    public void The_kind_of_most_mentions_counts()
    {
        ReportNames names = new MarkedReport("[P Salim Haddar] spoke. [O Haddar] left. [P Haddar] came back to [L Haddar].").Resolve();
        Assert.Equal(2, names.Entities.Length);
        Assert.Equal(EntityKind.Person, names.Entities[0].Kind);
        Assert.Equal(EntityKind.Place, names.Entities[1].Kind);
    }

    [Fact]
    public void What_lies_somewhere_is_a_place() =>
        Assert.Equal(EntityKind.Place, Assert.Single(new MarkedReport("He holds [X Sarnivia], in the eastern part of the country.").Resolve().Entities).Kind);

    [Fact]
    public void Words_of_the_page_are_no_names() =>
        Assert.Equal("Anna Dorn", new MarkedReport("[P Dear] [O Subscribers], [O Read] what [P Anna Dorn] says.").Who());

    [Fact]
    public void A_photographer_is_parted_from_the_person_shown() =>
        Assert.Equal("Anna Dorn, Anna Dorn, Ilan Pesh", new MarkedReport("[P Anna Dorn] spoke. [P Anna Dorn Ilan Pesh]").Who());

    [Theory]
    [InlineData("[P -General Anna Dorn] spoke.", "Anna Dorn")]
    [InlineData("[P of State Anna Dorn] spoke.", "Anna Dorn")]
    [InlineData("[P of the United States Anna Dorn] spoke.", "United States, Anna Dorn")]
    [InlineData("The [O United States ferry company Kestrel] closed.", "United States, Kestrel")]
    [InlineData("The [O Doranian ferry company Kestrel] closed.", "Kestrel")]
    [InlineData("[O Kestrel] met [O Sarn Lines]. [O Kestrel and Sarn Lines] closed.", "Kestrel, Sarn Lines, Kestrel, Sarn Lines")]
    [InlineData("[O Kestrel and Sons] closed.", "Kestrel and Sons")]
    [InlineData("In [L Orban, Dorana] it rained.", "Orban, Dorana")]
    [InlineData("[P Anna de la Dorn] spoke.", "Anna de la Dorn")]
    public void A_name_found_too_long_is_cut(string marked, string who) => Assert.Equal(who, new MarkedReport(marked).Who());

    [Fact]
    public void A_reader_can_part_what_the_rules_join()
    {
        MarkedReport report = new("[P Salim Haddar] spoke. [P Saleem Hadar] left.");
        Assert.Single(report.Resolve().Entities);
        Assert.Equal(2, report.Resolve(NameDecisions.Parse("different\tSalim Haddar\tSaleem Hadar\n", out _)).Entities.Length);
    }

    [Fact]
    public void A_reader_can_join_what_the_rules_part()
    {
        MarkedReport report = new("[P Anna Dorn] sang. The [X Nightingale of Orban] sang.");
        Assert.Equal("Anna Dorn, Nightingale of Orban", report.Who());
        ReportNames names = report.Resolve(NameDecisions.Parse("# mine\nsame\tAnna Dorn\tNightingale of Orban", out ImmutableArray<string> problems));
        Assert.Empty(problems);
        Assert.Single(names.Entities);
        Assert.Contains("a reader decided that “Anna Dorn” and “Nightingale of Orban” are one", names.Entities[0].Because);
    }

    [Fact]
    public void A_line_that_is_no_decision_is_told()
    {
        NameDecisions decisions = NameDecisions.Parse("same\tA\tB\nperhaps\tA\tB\nsame\tA\n", out ImmutableArray<string> problems);
        Assert.Single(decisions.Same);
        Assert.Equal(2, problems.Length);
        Assert.StartsWith("line 2:", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Five_thousand_names_take_near_linear_time()
    {
        double growth = Growth.Of(1000, count =>
        {
            System.Text.StringBuilder marked = new();
            for (int i = 0; i < count; i++)
                marked.Append(System.Globalization.CultureInfo.InvariantCulture, $"[P {(char)('A' + i % 26)}na{(char)('a' + i / 26 % 26)} Dor{(char)('a' + i % 7)}n{(char)('a' + i / 700)}] spoke. ");
            new MarkedReport(marked.ToString()).Resolve();
        });
        Assert.InRange(growth, 0, Growth.NearLinear);
    }

    [Fact]
    public void Of_two_with_one_surname_Ms_and_Mr_are_never_one()
    {
        MarkedReport report = new("[P Wang Jian] met [P Wang Mei]. [P Ms.|Wang] left. [P Mr.|Wang] stayed.");
        ReportNames names = report.Resolve();
        Assert.NotEqual(names.EntityOf[2], names.EntityOf[3]);
        Assert.Contains("stays apart", names.Entities[names.EntityOf[2]].Because[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[O Kestrel Inc.], formerly known as [O Harbour Computer], will pay. [O Harbour Computer] was founded in 1980.", "Kestrel Inc., Kestrel Inc., Kestrel Inc.")]
    [InlineData("[O Harbour Computer], now known as [O Kestrel Inc.], will pay.", "Kestrel Inc., Kestrel Inc.")]
    [InlineData("[O Harbour Computer] and [O Kestrel Inc.] will pay.", "Harbour Computer, Kestrel Inc.")]
    public void A_firm_that_was_renamed_is_one(string marked, string who) => Assert.Equal(who, new MarkedReport(marked).Who());

    [Fact]
    public void A_reader_who_parts_a_renamed_firm_is_obeyed() => Assert.Equal("Kestrel Inc., Harbour Computer",
        string.Join(", ", new MarkedReport("[O Kestrel Inc.], formerly [O Harbour Computer], will pay.").Resolve(NameDecisions.Parse("different\tKestrel Inc.\tHarbour Computer", out _)).Entities.Select(e => e.Name)));

    [Fact]
    public void An_initialism_of_a_country_in_a_name_is_the_country() => Assert.Equal("United States River Court, United States River Court, United States River Court",
        new MarkedReport("[O U.S. River Court] sat. [O United States River Court] ruled. [O River Court] rose.").Who());

    [Fact]
    public void A_month_before_a_land_is_no_part_of_its_name() =>
        Assert.Equal("Rovaria", new MarkedReport("In [P May Rovaria]'s army withdrew.").Who());

    [Fact]
    public void An_office_inside_a_name_is_borne_by_who_follows_it() =>
        Assert.Contains("Anna Dorn", new MarkedReport("[O Senate Minority Whip Anna Dorn] spoke.").Resolve().Entities.Select(e => e.Name));

    [Fact]
    public void Nothing_throws_on_odd_names()
    {
        foreach (string odd in new[] { "\ud800", "...", "-", "’s", "\u202e", new string('A', 100_000), "А Б", "12" })
            new MarkedReport($"[P {odd}] [O {odd}] [L {odd}] [G {odd}] [X {odd}] [N {odd}]").Resolve();
        new MarkedReport("").Resolve();
        Assert.Null(ReportNames.None.EntityAt(new AnnotatedText("", [], []), new TextSpan(0, 0)));
    }
}
