// Claims: who takes which side on one proposition.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;

namespace Crossread.Tests.Stories;

public sealed class ClaimFinderTests
{
    private static ImmutableArray<Claim> Find(params Report[] reports) => StoryBuilder.Build(Piles.Read(reports)).Claims;

    private static Report Dated(string id, string text, string? title = null) => Piles.Report(id, text, title) with { Published = new StatedDate("2031-05-13", "under the headline") };

    private static ImmutableArray<Side> Sides(Claim claim) => [.. claim.Accounts.Select(a => a.Side).Distinct().Order()];

    [Fact]
    public void What_was_working_was_not_switched_off()
    {
        Claim claim = Find(
            Dated("a", "The foreman had switched off the pressure alarm, the electrician Teo Marun said."),
            Dated("b", "The pressure alarm was working on the night of the leak, the spokeswoman Ines Kolda said.")).First(c => c.Standing == Standing.Disputed);
        Assert.Equal([Side.Asserts, Side.Denies], Sides(claim));
    }

    [Fact]
    public void Who_works_for_somebody_is_no_machine_that_runs()
    {
        Claim claim = Assert.Single(Find(Dated("a", "Ines Kolda denied that she was working for the builders. She also denied having said that.")));
        Assert.Equal("Denied: Ines Kolda was working for the builders", claim.About);
    }

    [Fact]
    public void The_doer_inside_what_is_done_to_is_no_thing_in_common()
    {
        ImmutableArray<Claim> claims = Find(
            Dated("a", "Teo Marun has enough experience with those he is considering for the post, Ines Kolda said."),
            Dated("b", "Teo Marun has no patience with those he has met, the senator Olga Brandt said."));
        Assert.DoesNotContain(claims, c => Sides(c).Length > 1);
    }

    [Fact]
    public void Gates_that_stayed_shut_were_not_opened()
    {
        Claim claim = Find(
            Dated("a", "Somebody had opened the lock gates, Mayor Teo Marun said."),
            Dated("b", "The lock gates stayed shut, the spokeswoman Ines Kolda said.")).First(c => c.Standing == Standing.Disputed);
        Assert.Equal([Side.Asserts, Side.Denies], Sides(claim));
    }

    [Fact]
    public void A_condition_keeps_its_if()
    {
        string text = "“If the lock gates were opened, they were opened under the treaty,” the spokeswoman Ines Kolda said.";
        Claim claim = Find(Dated("a", text), Dated("b", "Somebody had opened the lock gates, Mayor Teo Marun said. The harbour master denied opening the lock gates.")).First(c => c.Accounts.Any(a => a.Side == Side.Conditions));
        Assert.Contains("If the lock gates", claim.Accounts.First(a => a.Side == Side.Conditions).Evidence.Span.Cut(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_accused_is_said_to_have_done_it_not_whoever_accuses()
    {
        Claim claim = Assert.Single(Find(Dated("a", "The mayor Teo Marun accused Sarn Power of hiding the log.")), c => c.About.Contains("log", StringComparison.Ordinal));
        Assert.DoesNotContain("Marun", claim.About, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_denies_a_report_denies_what_it_says() =>
        Assert.Contains(Find(Dated("a", "The director Ines Kolda denied reports that Sarn Power was selling the dam.")), c => c.Standing == Standing.Disputed && c.About.Contains("selling", StringComparison.Ordinal));

    [Fact]
    public void Training_and_help_for_years_are_scopes_of_one_dispute()
    {
        Claim claim = Find(
            Dated("a", "Peru denied helping the general Oro Vaskin."),
            Dated("b", "Peru has given training to the general Oro Vaskin for years.")).First(c => c.Accounts.Length > 1);
        Assert.Equal("training; for years", claim.Accounts.Single(a => a.Side == Side.Asserts).Scope);
    }

    [Fact]
    public void Not_only_denies_nothing() =>
        Assert.DoesNotContain(
            Find(Dated("a", "The gunman not only killed the guard Teo Marun but also wounded a clerk."), Dated("b", "The guard Teo Marun was killed by the gunman.")),
            c => c.Accounts.Any(a => a.Side == Side.Denies));

    [Fact]
    public void An_and_closes_a_list()
    {
        string[] values = [.. StoryBuilder.Build(Piles.Read(
            Dated("a", "The general Oro Vaskin is backed by Peru, Chile and Brazil."),
            Dated("b", "The general Oro Vaskin is backed by Peru and Chile."))).Differences.Where(d => d.Kind == DifferenceKind.List).SelectMany(d => d.Readings).Select(r => r.Value)];
        Assert.Equal(["Peru, Chile, Brazil", "Peru, Chile"], values);
    }
}
