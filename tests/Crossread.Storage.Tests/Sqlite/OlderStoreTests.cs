// Stores that earlier versions wrote are brought up and read.
using System.IO.Compression;

using Crossread.Storage.Checking;
using Crossread.Storage.Desk;
using Crossread.Storage.Searching;
using Crossread.Storage.Sqlite;
using Crossread.Stories;

namespace Crossread.Storage.Tests.Sqlite;

/// <summary>The stores under Stores/ were written by the version that had their form; each holds two reports of one story and a note.</summary>
public sealed class OlderStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("form3.db")]
    [InlineData("form4.db")]
    public void A_store_of_an_earlier_version_is_brought_up_whole(string name)
    {
        Unpack(name);
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Write);
        Assert.Equal(Migrations.Newest, store.About.Format);
        Assert.True(File.Exists(Store + "." + Path.GetFileNameWithoutExtension(name) + ".bak"));
        Assert.Empty(StoreCheck.Run(store, cancel: TestContext.Current.CancellationToken));
        using IStoreReader reader = store.Read();
        Story story = StoryDesk.Build(reader, Assert.Single(reader.Stories(Page.All)).Id)!;
        Assert.Equal(2, story.Reports.Length);
        Assert.Contains(story.Reports[0].Reading.Words.Tokens, t => t.Lemma == "warehouse");
        Assert.Single(reader.Decisions());
        Assert.True(SearchWords.TryParse("burner alight", out SearchWords? words, out _));
        Assert.Single(reader.Search(new SearchQuery(words, new Page(0, 20))).Hits);
    }

    [Theory]
    [InlineData("form3.db")]
    [InlineData("form4.db")]
    public void Reports_that_come_later_stand_beside_the_older_ones(string name)
    {
        Unpack(name);
        using SqliteStore store = SqliteStore.Open(Store, StoreAccess.Write);
        Pile.Add(store, Pile.Fire(5), Pile.Fire(9));
        Assert.Empty(StoreCheck.Run(store, cancel: TestContext.Current.CancellationToken));
        using IStoreReader reader = store.Read();
        Assert.Equal(4, Assert.Single(reader.Stories(Page.All)).Reports);
    }

    private void Unpack(string name)
    {
        using Stream packed = typeof(OlderStoreTests).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("There is no store " + name + ".");
        using BrotliStream bytes = new(packed, CompressionMode.Decompress);
        using FileStream file = File.Create(Store);
        bytes.CopyTo(file);
    }
}
