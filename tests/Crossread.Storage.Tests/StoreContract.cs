// What every store does, whatever runs it.
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

using Crossread.Documents;
using Crossread.Exports;
using Crossread.Storage.Checking;
using Crossread.Storage.Desk;
using Crossread.Storage.Intake;
using Crossread.Stories;

namespace Crossread.Storage.Tests;

public abstract partial class StoreContract : IDisposable
{
    private IStore? _store;

    protected IStore Store => _store ??= Open();

    /// <summary>Opens the store of this test, the same one at each call.</summary>
    protected abstract IStore Open();

    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Reopen()
    {
        _store?.Dispose();
        _store = null;
    }

    [Fact]
    public void An_empty_store_holds_nothing()
    {
        using IStoreReader reader = Store.Read();
        Assert.Equal(new StoreCounts(0, 0, 0, 0), reader.Count());
        Assert.Empty(reader.Stories(Page.All));
        Assert.Empty(reader.ReadingsOf("s000000000000"));
        Assert.Null(reader.Report("r0123456789"));
        Assert.Null(reader.Original(new string('0', 64)));
        Assert.Equal(0, reader.LastArrival());
        Assert.Equal(0, reader.LastDecision());
        Assert.Equal(0, reader.LastNews());
    }

    [Fact]
    public void An_original_comes_back_byte_for_byte()
    {
        byte[] odd = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Pile.Fire(1).Replace("\n", "\r\n", StringComparison.Ordinal)), 0x0A, 0xFF, 0xFE];
        Pile.Add(Store, DocumentReader.Read(odd, "odd.txt", ReportIntake.Limits));
        Reopen();
        using IStoreReader reader = Store.Read();
        HeldReport held = Assert.Single(reader.Reports(null, Page.All));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(odd)), held.Sha256);
        Assert.Equal(odd, reader.Original(held.Original));
    }

    [Fact]
    public void A_report_is_found_by_the_hash_of_its_bytes()
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Fire(2));
        using IStoreReader reader = Store.Read();
        HeldReport second = reader.Reports(null, Page.All)[1];
        Assert.Equal(second, reader.ReportOf(second.Sha256));
        Assert.Null(reader.ReportOf(new string('0', 64)));
        Assert.Null(reader.ReportOf("no hash"));
    }

    [Fact]
    public void The_same_bytes_twice_are_one_report()
    {
        IntakeResult both = Pile.Add(Store, Pile.Fire(1), Pile.Fire(1));
        IntakeResult again = Pile.Add(Store, Pile.Fire(1));
        Assert.Equal((1, 1), (both.Added, both.Held));
        Assert.Equal((0, 1), (again.Added, again.Held));
        Assert.Empty(again.Problems);
        using IStoreReader reader = Store.Read();
        Assert.Equal(1, reader.Count().Reports);
    }

    [Fact]
    public void The_items_of_a_feed_share_its_bytes()
    {
        string items = string.Concat(Enumerable.Range(1, 3).Select(i => $"<item><title>Fire {i} at Velmora</title><description>A fire burnt {i + 3} warehouses in the harbour of Velmora, the mayor said.</description></item>"));
        byte[] feed = Encoding.UTF8.GetBytes($"<rss><channel><title>Velmora Courier</title>{items}</channel></rss>");
        Pile.Add(Store, DocumentReader.Read(feed, "feed.xml", ReportIntake.Limits));
        using IStoreReader reader = Store.Read();
        Assert.Equal(3, reader.Count().Reports);
        Assert.Equal(1, reader.Count().Originals);
        Assert.All(reader.Reports(null, Page.All), r => Assert.Equal(feed, reader.Original(r.Original)));
    }

    [Fact]
    public void A_report_finds_its_story_also_after_the_store_was_closed()
    {
        Pile.Add(Store, Pile.Fire(1), Pile.Other(1));
        Reopen();
        Pile.Add(Store, Pile.Fire(2), Pile.Other(2));
        Reopen();
        using IStoreReader reader = Store.Read();
        Assert.Equal([2, 2], reader.Stories(Page.All).Select(s => s.Reports));
        Assert.All(reader.Stories(Page.All), s => Assert.Single(reader.Reports(s.Id, Page.All).Select(r => r.Title!.Split(' ')[0]).Distinct()));
    }

    [Fact]
    public void Stories_are_the_same_whether_the_reports_come_at_once_or_one_by_one()
    {
        string[] texts = [.. Enumerable.Range(1, 12).Select(i => i % 3 == 0 ? Pile.Other(i) : Pile.Fire(i))];
        foreach (string text in texts)
        {
            Pile.Add(Store, text);
            Reopen();
        }
        StoryIndex index = new();
        ImmutableArray<string> expected = [.. Pile.Of(texts).Select(d => index.Add(Cleaning.Cleaner.Clean([d.Document!])[0]).Story)];
        using IStoreReader reader = Store.Read();
        Assert.Equal(expected, reader.Reports(null, Page.All).Select(r => r.Story));
    }

    [Fact]
    public void A_story_of_the_store_is_the_story_of_the_files()
    {
        IEnumerable<DocumentResult> Sample() => DocumentReader.Read(Checkout.Sample, ReportIntake.Limits);
        Pile.Add(Store, Sample());
        Reopen();
        using IStoreReader reader = Store.Read();
        foreach (HeldStory held in reader.Stories(Page.All))
        {
            HashSet<string> files = [.. reader.Reports(held.Id, Page.All).Select(r => r.File)];
            Story whole = Crossreader.Read(Sample(), cancel: TestContext.Current.CancellationToken);
            Story read = StoryBuilder.Build(whole.Reports.Where(r => files.Contains(r.Reading.Report.File)).Select(r => r.Reading)) with { Problems = [.. whole.Problems.Where(p => files.Contains(p.File))] };
            Story kept = StoryDesk.Build(reader, held.Id)!;
            Assert.Equal(Json(read with { Id = held.Id }), Json(kept));
        }
    }

    [Fact]
    public void Stories_that_a_report_shows_to_be_one_are_one()
    {
        NewReport one = Packed.Report(Pile.Fire(1)), two = Packed.Report(Pile.Fire(2)), three = Packed.Report(Pile.Fire(3));
        Store.Write(w => w.Keep(one, new Placement("s000000000001", null)));
        Store.Write(w => w.Keep(two, new Placement("s000000000002", null)));
        Store.Write(w => w.Keep(three, new Placement("s000000000001", ["s000000000002"])));
        using IStoreReader reader = Store.Read();
        HeldStory story = Assert.Single(reader.Stories(Page.All));
        Assert.Equal(3, story.Reports);
        Assert.Equal(story, reader.Story("s000000000002"));
        Assert.Equal(3, reader.ReadingsOf("s000000000002").Count);
    }

    [Fact]
    public void What_is_given_as_one_story_is_one_story()
    {
        Pile.Add(Store, Pile.Other(1));
        ReportIntake intake = new(Store, TimeProvider.System) { OneStory = true };
        IntakeResult result = intake.Add(Pile.Of(Pile.Fire(1), Pile.Other(2), Pile.Fire(2)), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(3, result.Added);
        using (IStoreReader reader = Store.Read())
            Assert.Equal([3, 1], reader.Stories(Page.All).Select(s => s.Reports));
        // The story of what is held already is the story of all.
        intake.Add(Pile.Of(Pile.Other(1), Pile.Fire(3)), cancel: TestContext.Current.CancellationToken);
        using IStoreReader after = Store.Read();
        Assert.Equal([2, 3], after.Stories(Page.All).Select(s => s.Reports));
    }

    [Fact]
    public void An_analysis_of_another_build_is_renewed_and_everything_else_stays()
    {
        Pile.Add(Store, DocumentReader.Read(Checkout.Sample, ReportIntake.Limits));
        Maker other = new("0.9.0", "0123456789abcdef", "fedcba9876543210");
        NewReport old = Packed.Report(Pile.Fire(1));
        // What that build found: another text, another name, no statement.
        NewReport lean = Packed.Report("VELMORA — Rain fell on Marta Brandel.");
        old = old with { Maker = other, Reading = lean.Reading with { Report = lean.Reading.Report with { Id = old.Reading.Report.Id, Sha256 = old.Reading.Report.Sha256, File = "fire.txt" } } };
        HeldReport held = Store.Write(w => w.Keep(old, new Placement("s000000000001", null)));
        Assert.Single(Search("Brandel").Hits);
        Assert.Equal(1, ReportRenewal.Run(Store, cancel: TestContext.Current.CancellationToken).Renewed);
        Assert.Equal(0, ReportRenewal.Run(Store, cancel: TestContext.Current.CancellationToken).Renewed);
        Assert.Empty(StoreCheck.Run(Store, cancel: TestContext.Current.CancellationToken));
        Assert.Empty(Search("Brandel").Hits);
        Assert.Single(Search("warehouses burner").Hits);
        Assert.NotEmpty(Search("quay", q => q with { Speaker = Words("Orin Tesk") }).Hits);
        using IStoreReader reader = Store.Read();
        Assert.DoesNotContain(reader.Names(null, Page.All), n => n.Form.Contains("Brandel", StringComparison.Ordinal));
        HeldReport now = reader.Report(held.Id)!;
        Assert.Equal((held.Story, held.Arrival, "fire.txt"), (now.Story, now.Arrival, now.File));
        Assert.Equal((Maker.Current, Pile.Of(Pile.Fire(1)).Single().Document!.Sha256), (reader.Reading(held.Id)!.Maker, now.Sha256));
    }

    [Fact]
    public void A_new_report_is_compared_with_the_latest_ones_however_many_are_held()
    {
        Pile.Add(Store, Enumerable.Range(1, 8).Select(Pile.Fire));
        StoryPlacer placer = new(3);
        using (IStoreReader reader = Store.Read())
            placer.CatchUp(reader, TestContext.Current.CancellationToken);
        Assert.Equal(3, placer.Known);
        Pile.Add(Store, Pile.Other(1));
        using IStoreReader later = Store.Read();
        placer.CatchUp(later, TestContext.Current.CancellationToken);
        Assert.Equal(4, placer.Known);
        Cleaning.Report next = Cleaning.Cleaner.Clean([Pile.Of(Pile.Fire(20)).Single().Document!])[0];
        Assert.Equal(later.Reports(null, new Page(0, 1))[0].Story, placer.Place(next, null).Story);
    }

    [Fact]
    public void A_write_that_throws_leaves_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => Store.Write<int>(w =>
        {
            w.Keep(Packed.Report(Pile.Fire(1)), new Placement("s000000000001", null));
            Assert.Equal(1, w.Count().Reports);
            throw new InvalidOperationException();
        }));
        using IStoreReader reader = Store.Read();
        Assert.Equal(new StoreCounts(0, 0, 0, 0), reader.Count());
        Assert.Null(reader.Story("s000000000001"));
    }

    [Fact]
    public void A_view_does_not_see_later_writes()
    {
        Pile.Add(Store, Pile.Fire(1));
        using IStoreReader before = Store.Read();
        Pile.Add(Store, Pile.Fire(2));
        using IStoreReader after = Store.Read();
        Assert.Equal((1, 2), (before.Count().Reports, after.Count().Reports));
    }

    [Fact]
    public void Two_reports_whose_short_ids_are_equal_get_different_ids()
    {
        NewReport one = Packed.Report(Pile.Fire(1)), two = Packed.Report(Pile.Fire(2));
        two = two with { Reading = two.Reading with { Report = two.Reading.Report with { Id = one.Reading.Report.Id } } };
        Store.Write(w => w.Keep(one, new Placement("s000000000001", null)));
        HeldReport held = Store.Write(w => w.Keep(two, new Placement("s000000000001", null)));
        using IStoreReader reader = Store.Read();
        Assert.NotEqual(one.Reading.Report.Id, held.Id);
        Assert.Equal(two.Reading.Report.Text, reader.Reading(held.Id)!.Reading.Report.Text);
        Assert.Equal(held.Id, reader.Reading(held.Id)!.Reading.Report.Id);
    }

    [Fact]
    public void What_was_kept_is_told_only_once_it_stays()
    {
        List<string> told = [];
        Pile.Add(Store, Pile.Of(Enumerable.Range(1, 300).Select(Pile.Other)), report =>
        {
            using IStoreReader reader = Store.Read();
            Assert.NotNull(reader.Report(report.Report.Id));
            told.Add(report.Report.Id);
        });
        Assert.Equal(300, told.Distinct().Count());
    }

    [Fact]
    public async Task Readers_and_writers_work_side_by_side()
    {
        Task[] writers = [.. Enumerable.Range(0, 3).Select(w => Task.Run(() => Pile.Add(Store, Enumerable.Range(w * 20, 30).Select(Pile.Other)), TestContext.Current.CancellationToken))];
        Task[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!writers.All(w => w.IsCompleted))
            {
                using IStoreReader reader = Store.Read();
                Assert.Equal(reader.Count().Reports, reader.Stories(Page.All).Sum(s => s.Reports));
            }
        }, TestContext.Current.CancellationToken))];
        await Task.WhenAll([.. writers, .. readers]);
        using IStoreReader end = Store.Read();
        Assert.Equal(70, end.Count().Reports);
    }

    private static string Json(Story story)
    {
        using MemoryStream json = new();
        StoryJson.Write(json, story);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
