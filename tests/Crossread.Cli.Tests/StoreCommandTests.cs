// The commands on the store, as a user runs them.
using System.Net;
using System.Text.Json;

using Crossread.Cli.Commands;
using Crossread.Cli.Fetching;

namespace Crossread.Cli.Tests;

public sealed class StoreCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossread-cli-store-").FullName;

    private string Store => Path.Combine(_folder, "flood.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_commands_of_the_documentation_do_what_it_says()
    {
        string sample = Path.Combine(Checkout.Root, "samples", "ulmar-flood");
        string[] commands = [.. File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "store.md")).Where(l => l.StartsWith("crossread ", StringComparison.Ordinal))];
        Assert.Equal(7, commands.Length);
        foreach (string line in commands)
        {
            Run run = Run.Of([.. Words(line).Skip(1).Select(w => w == "samples/ulmar-flood" ? sample : w == "flood.db" ? Store : w)]);
            Assert.True(run.Status == ExitStatus.AllRead, $"{line}: {run.Status} {run.Error}");
            Assert.NotEmpty(run.Output);
        }
    }

    [Fact]
    public void What_the_store_prints_has_the_shape_of_its_schemas()
    {
        Run added = Run.Of("add", Path.Combine(Checkout.Root, "samples", "ulmar-flood"), "--store", Store, "--as", "jsonl");
        Assert.Equal(ExitStatus.AllRead, added.Status);
        Breaks("added", added.Output);
        Breaks("stories", Run.Of("stories", "--store", Store, "--as", "jsonl").Output);
        Breaks("hit", Run.Of("search", "gates", "--store", Store, "--as", "jsonl").Output);
        Breaks("hit", Run.Of("search", "--stance", "denies", "--store", Store, "--as", "jsonl").Output);
        Run.Of("decide", "note", "Tashkel", "ask again", "--store", Store);
        Breaks("decision", Run.Of("decisions", "--store", Store, "--as", "jsonl").Output);
        string story = JsonDocument.Parse(added.Output.Split('\n')[0]).RootElement.GetProperty("story").GetString()!;
        Breaks("story", Run.Of("story", story, "--store", Store, "--as", "json").Output.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("search", "fire")]
    [InlineData("story", "s000000000000")]
    [InlineData("verify")]
    [InlineData("decisions")]
    public void Without_a_store_a_command_says_how_to_make_one(params string[] command)
    {
        Run run = Run.Of([.. command, "--store", Store]);
        Assert.Equal(ExitStatus.SomeUnread, run.Status);
        Assert.Contains("crossread add", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void A_feed_in_a_local_network_is_asked_only_if_that_is_allowed()
    {
        string list = Path.Combine(_folder, "feeds.txt");
        File.WriteAllText(list, "http://127.0.0.1:9/feed.xml\n");
        Run refused = Run.Of("watch", list, "--once", "--store", Store);
        Assert.Equal(ExitStatus.SomeUnread, refused.Status);
        Assert.Contains("--allow-private-addresses", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("172.20.1.1", true)]
    [InlineData("::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("93.184.215.14", false)]
    [InlineData("172.32.1.1", false)]
    [InlineData("2606:4700::1111", false)]
    public void Addresses_of_this_machine_and_of_local_networks_are_told_from_public_ones(string address, bool inner) =>
        Assert.Equal(inner, PublicAddress.WhyNot(IPAddress.Parse(address)) is not null);

    private static void Breaks(string schema, string lines)
    {
        using Stream stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream($"Schemas.{schema}.json")!;
        JsonShape shape = new(JsonDocument.Parse(stream).RootElement);
        Assert.NotEmpty(lines);
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Empty(shape.Breaks(JsonDocument.Parse(line).RootElement));
    }

    private static IEnumerable<string> Words(string line)
    {
        int at = 0;
        while (at < line.Length)
        {
            int end = line[at] == '"' ? line.IndexOf('"', at + 1) : line.IndexOf(' ', at);
            end = end < 0 ? line.Length : end;
            yield return line[at..end].Trim('"');
            at = end;
            while (at < line.Length && line[at] is ' ' or '"' && (line[at] == ' ' || line[at - 1] != ' '))
                at++;
        }
    }
}
