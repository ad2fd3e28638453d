// What readers decide: it is logged, obeyed, undone, and outlives every analysis.
using Crossread.Storage.Checking;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;
using Crossread.Stories;

namespace Crossread.Storage.Tests;

public abstract partial class StoreContract
{
    private const string _one = "VELMORA — The pilot Ansel Korth said on Monday that the tug Brisa left the harbour at noon. Korth denied that the tug Brisa was overloaded.";
    private const string _two = "OSTREY — Nobody at the yard would talk. The mechanic Tomas Brell said that the tug Brisa was overloaded. Brell has worked at the yard for eleven years.";

    [Fact]
    public void Names_that_a_reader_joins_are_one_until_that_is_undone()
    {
        string story = AddPilots();
        Assert.NotEqual(EntityOf(story, "Ansel Korth"), EntityOf(story, "Tomas Brell"));
        Decision made = Decide(new NamesDecision(true, "Ansel Korth", "Tomas Brell"));
        Assert.Equal(EntityOf(story, "Ansel Korth"), EntityOf(story, "Tomas Brell"));
        Decision undone = Decide(new UndoDecision(made.Number));
        Assert.NotEqual(EntityOf(story, "Ansel Korth"), EntityOf(story, "Tomas Brell"));
        Decide(new UndoDecision(undone.Number));
        Assert.Equal(EntityOf(story, "Ansel Korth"), EntityOf(story, "Tomas Brell"));
    }

    [Fact]
    public void The_log_says_who_when_and_why_and_keeps_what_was_undone()
    {
        AddPilots();
        Decision made = Decide(new NoteDecision("Ansel Korth", "retires in May"));
        Decide(new UndoDecision(made.Number));
        Reopen();
        using IStoreReader reader = Store.Read();
        IReadOnlyList<Decision> log = reader.Decisions();
        Assert.Equal(made with { Stands = false }, log[0]);
        Assert.Equal(("Ines Marr", "seen on the quay", new UndoDecision(1)), (log[1].Who, log[1].Why, log[1].Matter));
    }

    [Fact]
    public void Of_two_decisions_on_the_same_names_the_later_counts()
    {
        string story = AddPilots();
        Decide(new NamesDecision(true, "Ansel Korth", "Tomas Brell"));
        Decide(new NamesDecision(false, "tomas brell", "ansel korth"));
        Assert.NotEqual(EntityOf(story, "Ansel Korth"), EntityOf(story, "Tomas Brell"));
    }

    [Fact]
    public void A_withdrawn_report_counts_no_more_and_what_falls_is_told()
    {
        string story = AddPilots();
        DeskStory before = Desk(story);
        HeldReport two = Reports(story)[1];
        Decision made = Decide(new WithdrawalDecision(null, two.Sha256));
        DeskStory after = Desk(story);
        Assert.Equal(two.Id, Assert.Single(after.Withdrawn).Id);
        Assert.DoesNotContain(after.Story.Reports, r => r.Id == two.Id);
        Assert.True(StoryChange.Between(before.Story, after.Story).Origins < 0);
        Decide(new UndoDecision(made.Number));
        Assert.Equal(2, Desk(story).Story.Reports.Length);
    }

    [Fact]
    public void A_rejected_claim_is_parted_and_stays_so_when_reports_come()
    {
        string story = AddPilots();
        Story before = Desk(story).Story;
        Claim claim = before.Claims.First(c => c.Accounts.Length > 1);
        Decide(new ClaimDecision(false, claim.About, DecisionLog.AccountsOf(before, claim)));
        Pile.Add(Store, _one.Replace("noon", "noon sharp", StringComparison.Ordinal));
        Story after = Desk(story).Story;
        Text.Evidence[] apart = [.. claim.Accounts.Select(a => a.Evidence)];
        Assert.All(after.Claims, c => Assert.True(c.Accounts.Count(a => apart.Contains(a.Evidence)) < 2));
        Assert.Equal(apart.Length, after.Claims.SelectMany(c => c.Accounts).Count(a => apart.Contains(a.Evidence)));
    }

    [Fact]
    public void Letters_are_peoples_and_digits_are_counted()
    {
        AddPilots();
        Decide(new ReliabilityDecision(RatedKind.Outlet, "Velmora Courier", 'B'));
        Decide(new ReliabilityDecision(RatedKind.Speaker, "Ansel Korth", 'C'));
        using IStoreReader reader = Store.Read();
        DecisionLog log = new(reader.Decisions());
        Assert.Equal('B', log.OutletReliability("velmora courier"));
        Assert.Null(log.OutletReliability("Ostrey Post"));
        Entity korth = Desk(Reports(null)[0].Story).Story.Entities.First(e => e.Name.Contains("Ansel", StringComparison.Ordinal));
        Assert.Equal('C', log.SpeakerReliability(korth));
    }

    [Theory]
    [InlineData(Standing.Agreed, "a+ b+", 1)]
    [InlineData(Standing.Single, "a+ a+ a+", 6)]
    [InlineData(Standing.Disputed, "a+ b+ c?", 2)]
    [InlineData(Standing.Disputed, "a+ b+ c-", 3)]
    [InlineData(Standing.Disputed, "a+ b-", 4)]
    [InlineData(Standing.Disputed, "a+ b- c-", 5)]
    [InlineData(Standing.Disputed, "a-", 6)]
    [InlineData(Standing.Superseded, "a+ b+", 5)]
    public void The_digit_counts_origins_and_is_one_only_for_two_that_agree(Standing standing, string accounts, int digit)
    {
        Claim claim = new("c1", "a thing", standing, [.. accounts.Split(' ').Select((a, i) => new Account
        {
            Evidence = new Text.Evidence("r" + i, new Text.TextSpan(0, 1)),
            Side = a[1] switch { '+' => Side.Asserts, '-' => Side.Denies, _ => Side.Questions },
            Origin = a[..1],
        })]);
        Assert.Equal(digit, Credibility.Of(claim).Digit);
    }

    [Fact]
    public void A_whole_store_is_found_whole()
    {
        Pile.Add(Store, Enumerable.Range(1, 20).Select(Pile.Fire));
        Decide(new NoteDecision("x", "y"));
        Assert.Empty(StoreCheck.Run(Store, cancel: TestContext.Current.CancellationToken));
    }

    private string AddPilots()
    {
        foreach (string text in new[] { _one, _two })
            Store.Write(w => w.Keep(Packed.Report(text), new Placement("s000000000001", null)));
        return "s000000000001";
    }

    private Decision Decide(DecisionMatter matter) =>
        Store.Write(w => w.Decide(new NewDecision(new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero), "Ines Marr", "seen on the quay", matter)));

    private DeskStory Desk(string story)
    {
        using IStoreReader reader = Store.Read();
        return StoryDesk.Open(reader, story)!;
    }

    private IReadOnlyList<HeldReport> Reports(string? story)
    {
        using IStoreReader reader = Store.Read();
        return reader.Reports(story, Page.All);
    }

    private string EntityOf(string story, string form) => Desk(story).Story.Entities.First(e => e.Forms.Any(f => f.Form == form)).Id;
}
