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

    [Fact]
    public void Whoever_denies_this_denies_what_was_told_before()
    {
        string text = "The minister Teo Marun accused Sarn Power of shelling the ferry. Sarn Power denies this.";
        Claim claim = Assert.Single(Find(Dated("a", text)), c => c.About.Contains("ferry", StringComparison.Ordinal));
        Account denial = Assert.Single(claim.Accounts, a => a.Side == Side.Denies);
        Assert.Equal("Sarn Power denies this", denial.Evidence.Span.Cut(text));
        Assert.Contains(claim.Accounts, a => a.Side == Side.Asserts);
    }

    [Fact]
    public void An_accusation_is_denied_before_what_stands_nearer() =>
        Assert.Contains(
            Find(Dated("a", "The minister Teo Marun accused Sarn Power of shelling the ferry. He said the workers had closed the harbour. Sarn Power rejected the accusation.")),
            c => c.About.Contains("ferry", StringComparison.Ordinal) && c.Accounts.Any(a => a.Side == Side.Denies));

    [Fact]
    public void They_are_no_single_person() =>
        Assert.DoesNotContain(Find(Dated("a", "The mayor Teo Marun denied that they were hostages.")), c => c.About.Contains("Marun", StringComparison.Ordinal));

    [Fact]
    public void A_thing_that_is_there_for_one_and_not_for_another_is_disputed()
    {
        Claim claim = Find(
            Dated("a", "There had been mines in the harbour, the captain Oro Vaskin said."),
            Dated("b", "The spokeswoman Ines Kolda denied that there were any mines in the harbour.")).First(c => c.Accounts.Length > 1);
        Assert.Equal([Side.Asserts, Side.Denies], Sides(claim));
    }

    [Fact]
    public void Guards_who_fire_shoot_and_a_minister_who_is_fired_is_dismissed() =>
        Assert.DoesNotContain(
            Find(
                Dated("a", "The guards had fired from the harbour wall, the captain Oro Vaskin said. The mayor Teo Marun denied that the guards had fired the cook."),
                Dated("b", "The guards fired from the harbour wall.")),
            c => c.Standing == Standing.Disputed && c.Accounts.Any(a => a.Side == Side.Asserts));

    [Fact]
    public void What_everybody_sees_done_is_not_what_the_accused_denies()
    {
        ImmutableArray<Claim> claims = Find(
            Dated("a", "Three rockets hit the ferry on Monday. The minister Teo Marun accused Sarn Power of shelling the ferry."),
            Dated("b", "Sarn Power denied shelling the ferry. Rockets hit the ferry at noon."));
        Claim disputed = Assert.Single(claims, c => c.Standing == Standing.Disputed);
        Assert.DoesNotContain(disputed.Accounts, a => a is { Side: Side.Asserts, Holder: null });
    }

    [Fact]
    public void A_driller_without_a_name_is_not_he()
    {
        string text = "“It had a sock over it,” said a driller of the night shift. He said the foreman had switched off the gas alarm.";
        Account account = Find(Dated("a", text), Dated("b", "The director Ines Kolda denied that the gas alarm had been switched off.")).SelectMany(c => c.Accounts).Single(a => a.Side == Side.Asserts);
        Assert.Equal("a driller of the night shift", account.HolderWords!.Value.Span.Cut(text));
    }

    [Fact]
    public void Forty_percent_and_sixty_percent_are_no_agreement() =>
        Assert.Empty(Find(Dated("a", "The firm owns 60 percent of the quarry."), Dated("b", "The state owns 40 percent of the quarry.")));

    [Fact]
    public void Returns_that_two_people_release_are_two_things() =>
        Assert.DoesNotContain(
            Find(
                Dated("a", "Ines Kolda released her tax returns on her website. The tax returns released on Monday fill forty pages."),
                Dated("b", "Ines Kolda released her tax returns on Monday. Teo Marun released his tax returns a month ago.")),
            c => c.Accounts.Length > 3);

    [Fact]
    public void Knowledge_of_two_things_is_no_dispute() =>
        Assert.DoesNotContain(
            Find(
                Dated("a", "Teo Marun said he had advance knowledge of the strike at the quarry."),
                Dated("b", "Teo Marun said he had no direct knowledge of the letters to the bank.")),
            c => Sides(c).Length > 1);

    [Fact]
    public void Barns_in_two_villages_are_two_losses()
    {
        ImmutableArray<Claim> claims = Find(
            Dated("a", "The mayor Teo Marun said that the barns in Sarn were destroyed."),
            Dated("b", "The clerk Ines Kolda denied that the barns in Velidar were destroyed."));
        Assert.DoesNotContain(claims, c => Sides(c).Length > 1);
    }

    [Fact]
    public void Whoever_rules_out_a_plan_denies_no_fact() =>
        Assert.Empty(Find(Dated("a", "The senator Ines Kolda ruled out running for mayor.")));

    [Fact]
    public void A_denial_in_the_negative_is_titled_by_what_is_denied()
    {
        Claim claim = Assert.Single(Find(
            Dated("a", "“I have not sold the quarry,” the director Ines Kolda said on Tuesday. She denied the report."),
            Dated("b", "“I have not sold the quarry,” the director Ines Kolda told reporters on Tuesday.")), c => c.About.Contains("quarry", StringComparison.Ordinal));
        Assert.Equal("Denied: I have sold the quarry", claim.About);
    }

    [Fact]
    public void Whoever_denies_that_it_was_not_so_says_that_it_was()
    {
        string text = "The harbour master Ines Kolda denied that the pilots had not closed the lock.";
        Account account = Assert.Single(Assert.Single(Find(Dated("a", text))).Accounts);
        Assert.Equal(Side.Asserts, account.Side);
        Assert.StartsWith("denied that", account.Evidence.Span.Cut(text), StringComparison.Ordinal);
    }

    [Fact]
    public void When_she_met_him_is_not_what_she_denies() =>
        Assert.DoesNotContain(
            Find(Dated("a", "Ines Kolda denied that she had lied to the court when she met the envoy Teo Marun.")),
            c => c.Accounts.Any(a => a.Side == Side.Denies) && c.About.Contains("met", StringComparison.Ordinal) && !c.About.Contains("lied", StringComparison.Ordinal));

    [Fact]
    public void The_governor_is_no_second_teller() =>
        Assert.DoesNotContain(
            Find(
                Dated("a", "“The council sold the quarry,” the governor said on Monday in Sarn."),
                Dated("b", "Teo Marun said on Monday that the council sold the quarry.")),
            c => c.Standing == Standing.Agreed);

    [Fact]
    public void To_sell_it_would_be_wrong_tells_of_no_sale() =>
        Assert.Empty(Find(
            Dated("a", "“To sell the quarry would raise the debt of Sarn,” the senator Ines Kolda said."),
            Dated("b", "To sell the quarry would raise the debt, the clerk Teo Marun said.")));

    [Theory]
    [InlineData("The mayor Teo Marun declined to comment on the report.")]
    [InlineData("The minister Olga Brandt rejected a plan to close the quarry.")]
    [InlineData("The director Oro Vaskin refused to sell the quarry.")]
    [InlineData("Teo Marun said he would not resign.")]
    [InlineData("The company said it will not pay the miners of Dorn.")]
    public void A_refusal_is_no_denial(string text) => Assert.Empty(Find(Dated("a", text)));

    [Fact]
    public void The_body_that_is_accused_of_being_something_is_the_one_that_is() =>
        Assert.DoesNotContain(Find(Dated("a", "The senator Ines Kolda accused the agency of being corrupt.")), c => c.About.Contains("Kolda", StringComparison.Ordinal));

    [Fact]
    public void Neither_guard_is_a_denial() =>
        Assert.Contains(
            Find(Dated("a", "The captain Oro Vaskin said that neither guard attacked the ferry."), Dated("b", "The mayor Teo Marun said that the guards attacked the ferry.")),
            c => c.Standing == Standing.Disputed && c.About.Contains("ferry", StringComparison.Ordinal));

    [Fact]
    public void What_the_speaker_did_is_not_what_somebody_else_denies()
    {
        ImmutableArray<Claim> claims = Find(
            Dated("a", "The firm Norval Works denied that it had opened the sluice gates."),
            Dated("b", "“I have opened sluice gates for thirty years,” the keeper Teo Marun said."),
            Dated("c", "Norval Works opened the sluice gates, the mayor Ines Kolda said."));
        Assert.DoesNotContain(claims, c => Sides(c).Contains(Side.Denies) && c.Accounts.Any(a => a.Evidence.Report == "rb"));
        Assert.Contains(claims, c => c.Standing == Standing.Disputed);
    }

    [Fact]
    public void Gates_two_and_three_are_not_gates_two()
    {
        string text = "Norval Works opened sluice gates two and three and let the water go.";
        Claim claim = Find(Dated("a", text), Dated("b", "Norval Works denied that it had opened any sluice gates.")).First(c => c.Standing == Standing.Disputed);
        Assert.EndsWith("two and three", claim.Accounts.First(a => a.Side == Side.Asserts).Evidence.Span.Cut(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_backed_by_two_others_is_not_said_to_be_backed_by_the_one_that_denies_it()
    {
        ImmutableArray<Claim> claims = Find(
            Dated("a", "Peru denied supporting General Haldo Quist."),
            Dated("b", "Peru, Chile and Bolivia have supported General Haldo Quist."),
            Dated("c", "General Haldo Quist, backed by Chile and Bolivia, spoke on Monday."));
        Claim disputed = Assert.Single(claims, c => c.Standing == Standing.Disputed);
        Assert.Equal(["ra", "rb"], disputed.Accounts.Select(a => a.Evidence.Report).Order(StringComparer.Ordinal));
    }
}
