// Names as many lands write them: double surnames, mononyms, titles, bodies, towns and provinces. The people are invented.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;

namespace Crossread.Tests.Names;

public sealed class ManyLandsTests
{
    [Theory]
    [InlineData("Governor Ion Petran-Dal spoke in Orban. Petran-Dal said the rate had slowed.", "Ion Petran-Dal", 2)]
    [InlineData("President Beatriz Ochoa Villan spoke in Orban. Ochoa Villan said it was late. Ochoa left.", "Beatriz Ochoa Villan", 3)]
    [InlineData("Sutaro, who uses one name, spoke in Orban. Sutaro said it was late.", "Sutaro", 2)]
    public void A_surname_of_two_words_is_its_bearer_s(string text, string name, int times) =>
        Assert.Equal(times, Entities(text).Single(e => e.Name == name).Mentions.Length);

    [Fact]
    public void Two_people_with_the_same_two_surnames_stay_two()
    {
        var found = Entities("José Montera Arroyal and Lucía Montera Arroyal spoke in Orban. Montera Arroyal said it was late.");
        Assert.Contains(found, e => e.Name == "José Montera Arroyal" && e.Mentions.Length == 1);
        Assert.Contains(found, e => e.Name == "Lucía Montera Arroyal" && e.Mentions.Length == 1);
    }

    [Theory]
    [InlineData("Minister Sahar Ruiz of the Ministry of Forestry spoke on Monday.", "Sahar Ruiz", EntityKind.Person)]
    [InlineData("Union Water Resources Minister Shri Devendra Rathora on Monday defended the plan.", "Devendra Rathora", EntityKind.Person)]
    [InlineData("The ferry left the port of Ras Demin on Monday.", "Ras Demin", EntityKind.Place)]
    [InlineData("The governor of Tel Marat province spoke on Monday.", "Tel Marat", EntityKind.Place)]
    [InlineData("A plane landed in San Adrian, Calif. on Monday.", "Calif.", EntityKind.Place)]
    [InlineData("Storm Ottilia struck the coast on Monday.", "Storm Ottilia", EntityKind.Other)]
    public void A_name_is_of_the_kind_that_the_words_beside_it_tell(string text, string name, EntityKind kind) =>
        Assert.Contains((name, kind), Mentions(text));

    [Fact]
    public void No_name_goes_on_over_a_dash_that_stands_free() =>
        Assert.DoesNotContain(Mentions("Port Adubra — Harbour Police fired tear gas on Saturday to disperse thousands of people."), m => m.Item1.Contains('—', StringComparison.Ordinal));

    [Fact]
    public void Whose_somebody_is_stands_outside_the_name() =>
        Assert.Contains(("Ciara Mac Giolan", EntityKind.Person), Mentions("The minister spoke, while Labour's Ciara Mac Giolan urged the Government to wait."));

    [Fact]
    public void A_company_s_first_word_is_the_company() =>
        Assert.Contains(("Nordhal", EntityKind.Organisation), Mentions("Nordhal Semiconductor Inc. will report next week. Nordhal declined to comment."));

    [Fact]
    public void The_citizen_who_speaks_is_no_name()
    {
        const string text = "Coach Alou Trares admitted that the row had hurt his side. “We play on Tuesday,” the Peruvian said.";
        ReportNames names = Resolve(text);
        Assert.DoesNotContain(names.Mentions, m => m.Span.Cut(text) == "Peruvian");
        Assert.Contains(names.References, r => r.Span.Cut(text) == "the Peruvian" && names.Entities[r.Entity].Name == "Alou Trares");
    }

    private static ReportNames Resolve(string text)
    {
        AnnotatedText words = LanguageReader.Read(text, []);
        return NameResolver.Resolve(words, NameFinder.Find(words, []));
    }

    private static (string, EntityKind)[] Mentions(string text) => [.. Resolve(text).Mentions.Select(m => (m.Span.Cut(text), m.Kind))];

    private static (string Name, ImmutableArray<Mention> Mentions)[] Entities(string text)
    {
        ReportNames names = Resolve(text);
        return [.. names.Entities.Select((e, i) => (e.Name, names.Mentions.Where((_, m) => names.EntityOf[m] == i).ToImmutableArray()))];
    }
}
