// A user's actors and our own codes.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Events.Actors;

namespace Crossread.Tests.Events.Actors;

public sealed class ActorFileTests
{
    private static (ImmutableArray<ActorEntry> Actors, List<Problem> Problems) Read(string text)
    {
        List<Problem> problems = [];
        return (ActorFile.Read(new StringReader(text), "actors.tsv", problems), problems);
    }

    [Fact]
    public void Tabs_and_quoted_commas_are_read_alike()
    {
        ActorEntry expected = new("Front of the North, Armed", "LBYREB", "2026-01-01", null);
        Assert.Equal([expected], Read("name\tcode\tfrom\tto\nFront of the North, Armed\tLBYREB\t2026-01-01\t\n").Actors);
        Assert.Equal([expected], Read("# ours\n\"Front of the North, Armed\",LBYREB,2026-01-01,\n").Actors);
    }

    [Theory]
    [InlineData("Navy of Sarn", "1 columns")]
    [InlineData("Navy\tMIL\t\t\tmore", "5 columns")]
    [InlineData("Navy\tMILL", "no parts of three letters")]
    [InlineData("Navy\tQQQ", "neither country nor sector")]
    [InlineData("Navy\tMIL\t2026-02-30", "is no day")]
    [InlineData("Navy\tMIL\t2026-02-03\t2026-02-01", "before it begins")]
    [InlineData("\tMIL", "the name is empty")]
    public void A_wrong_line_is_named_with_what_is_wrong_and_the_rest_is_read(string line, string what)
    {
        (ImmutableArray<ActorEntry> actors, List<Problem> problems) = Read("Army\tMIL\n" + line + "\nCourt\tJUD\n");
        Assert.Equal(["Army", "Court"], actors.Select(a => a.Name));
        Problem problem = Assert.Single(problems);
        Assert.Equal(("actors.tsv", "line 2"), (problem.File, problem.Place));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem()
    {
        List<Problem> problems = [];
        Assert.Empty(ActorFile.Read(Path.Combine(Path.GetTempPath(), "no-such-actors.tsv"), problems));
        Assert.Single(problems);
    }

    [Fact]
    public void A_code_holds_from_its_first_day_to_its_last()
    {
        ActorEntry entry = new("Tilde Hask", "GOV", "2026-01-01", "2026-02-01");
        Assert.True(entry.HoldsOn("2026-02-01T09:00"));
        Assert.False(entry.HoldsOn("2026-02-02"));
        Assert.True(entry.HoldsOn(null));
    }

    [Theory]
    [InlineData("Peruvian soldiers", "PERMIL")]
    [InlineData("the police", "COP")]
    [InlineData("Lima", "PER")]
    [InlineData("a court in Lima", "PERJUD")]
    [InlineData("the United Nations", "IGO")]
    [InlineData("a red boat", null)]
    public void Country_and_sector_are_read_from_names_and_roles(string phrase, string? code) => Assert.Equal(code, ActorCodes.Of(phrase, []));

    [Fact]
    public void Every_sector_and_country_has_three_letters() =>
        Assert.All(ActorCodes.Sectors, s => Assert.Null(ActorCodes.Wrong(s)));
}
