// Who is who across reports.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Stories;
using Crossread.Tests.Names;
using Crossread.Text;

namespace Crossread.Tests.Stories;

public class EntityLinkerTests
{
    [Fact]
    public void Spellings_of_one_name_are_one_person_with_a_reason()
    {
        EntityTable table = Link(null, "[P Salim al-Qaddouri] spoke. [P Qaddouri] left.", "[P Saleem Kadouri] spoke.", "[P Kaddouri] spoke.");
        Entity one = Assert.Single(table.Entities);
        Assert.Equal(4, one.Forms.Sum(f => f.Count));
        Assert.Contains(one.Because, b => b.Contains("k and q stand for one Arabic or Persian letter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_surname_alone_finds_the_one_person_who_has_it() =>
        Assert.Equal(["Anna Dorn"], Names(null, "[P Dorn] spoke.", "[P Anna Dorn] spoke."));

    [Fact]
    public void A_surname_that_two_people_have_stays_apart() =>
        Assert.Equal(["Dorn", "Anna Dorn", "Pavel Dorn"], Names(null, "[P Dorn] spoke.", "[P Anna Dorn] spoke.", "[P Pavel Dorn] spoke."));

    [Fact]
    public void Two_people_with_one_surname_stay_two() =>
        Assert.Equal(["Jamal Haddad", "Jamil Haddad"], Names(null, "[P Jamal Haddad] spoke.", "[P Jamil Haddad] spoke."));

    [Fact]
    public void Names_that_one_report_keeps_apart_stay_apart() =>
        Assert.Equal(2, Names(null, "[P Anna Dorn] met [P Ana Dorn Pesh].", "[P Anna Dorn] spoke.").Length);

    [Fact]
    public void An_acronym_is_the_one_body_it_can_be() =>
        Assert.Equal(["Dorana Liberation Front"], Names(null, "The [O DLF] spoke.", "The [O Dorana Liberation Front] spoke."));

    [Fact]
    public void An_acronym_of_two_bodies_stays_apart() =>
        Assert.Equal(3, Names(null, "The [O DLF] spoke.", "The [O Dorana Liberation Front] spoke.", "The [O Democratic League of Farmers] spoke.").Length);

    [Fact]
    public void A_place_and_its_government_are_two() =>
        Assert.Equal([EntityKind.Place, EntityKind.Organisation], Link(null, "In [L Orban] it rained.", "[G Orban] denied it.").Entities.Select(e => e.Kind));

    [Fact]
    public void A_name_that_one_report_takes_for_something_else_is_what_most_take_it_for() =>
        Assert.Equal(["Dorana Liberation Front"], Names(null, "[O Dorana Liberation Front] and [O Dorana Liberation Front].", "[X Dorana Liberation Front]."));

    [Fact]
    public void The_name_is_the_fullest_of_the_usual_forms()
    {
        Entity one = Assert.Single(Link(null, "[P Dorn], [P Dorn], [P Anna Dorn].", "[P Anna Maria Theresa Dorn].", "[P Anna Dorn], [P Anna Dorn], [P Anna Dorn].").Entities);
        Assert.Equal("Anna Dorn", one.Name);
        Assert.Equal(new EntityForm("Anna Dorn", 4), one.Forms[0]);
    }

    [Fact]
    public void A_reader_joins_and_parts_names()
    {
        NameDecisions decisions = NameDecisions.Parse("different\tSalim Haddar\tSaleem Hadar\nsame\tAnna Dorn\tNightingale of Orban\n", out _);
        string[] reports = ["[P Salim Haddar] spoke.", "[P Saleem Hadar] spoke.", "[P Anna Dorn] sang.", "The [X Nightingale of Orban] sang."];
        Assert.Equal(["Saleem Hadar", "Anna Dorn", "Nightingale of Orban"], Names(null, reports));
        Assert.Equal(["Salim Haddar", "Saleem Hadar", "Nightingale of Orban"], Names(decisions, reports));
    }

    [Fact]
    public void Ids_come_from_name_and_kind_whatever_else_is_in_the_pile() =>
        Assert.Equal(Link(null, "[P Anna Dorn] spoke.").Entities[0].Id, Link(null, "[L Orban].", "[P Anna Dorn] spoke.").Entities[1].Id);

    [Fact]
    public void Groups_without_a_name_meet_by_noun_and_place()
    {
        ImmutableArray<Reading> readings = [Group("militias of the western town of Orban"), Group("The militias from western Orban"), Group("militias"), Group("residents of Orban")];
        EntityTable table = EntityLinker.Link(readings);
        Assert.Equal(3, table.Entities.Length);
        Assert.Equal(table.EntityOf[0][0], table.EntityOf[1][0]);
        Assert.Contains(table.Entities[0].Because, b => b.Contains("both militias with “western”", StringComparison.Ordinal));
    }

    [Fact]
    public void Linking_takes_near_linear_time()
    {
        ImmutableArray<Reading> readings = [.. Enumerable.Range(0, 240).Select(r => Read(
            string.Join(' ', Enumerable.Range(0, 20).Select(n => $"[P {(char)('A' + (r + n) % 26)}lan {(char)('D' + n % 20)}or{(char)('a' + r % 26)}n{(char)('a' + n * 7 % 26)}] spoke to [O {(char)('A' + n % 26)}ra Front {r % 50}].")), r))];
        Assert.Equal(240, EntityLinker.Link(readings).EntityOf.Length);
        Assert.InRange(Growth.Of(60, count => EntityLinker.Link(readings[..count])), 0, Growth.NearLinear);
    }

    private static string[] Names(NameDecisions? decisions, params string[] marked) => [.. Link(decisions, marked).Entities.Select(e => e.Name)];

    private static EntityTable Link(NameDecisions? decisions, params string[] marked) => EntityLinker.Link([.. marked.Select((m, i) => Read(m, i, decisions))], decisions);

    private static Reading Read(string marked, int number, NameDecisions? decisions = null)
    {
        MarkedReport report = new(marked);
        return Make(report.Words, report.Resolve(decisions), number);
    }

    private static Reading Group(string phrase) => Make(
        new MarkedReport(phrase).Words,
        new ReportNames([], [], [new LocalEntity(phrase, EntityKind.Group, [])], [new Reference(new TextSpan(0, phrase.Length), 0, "")]),
        phrase.Length);

    private static Reading Make(Crossread.Language.AnnotatedText words, ReportNames names, int number) => new()
    {
        Report = new Report
        {
            Id = FormattableString.Invariant($"r{number}"),
            File = FormattableString.Invariant($"{number:000}.txt"),
            Sha256 = "",
            Language = "en",
            Text = words.Text,
            Passages = [],
            Map = SourceMap.Identity(words.Text.Length),
        },
        Words = words,
        Names = names,
        Times = [],
        Statements = [],
        Events = [],
    };
}
