// Processes that are killed at any moment leave a whole store, with everything that they acknowledged.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

using Crossread.Cli.Tests.Fetching;
using Crossread.Storage;
using Crossread.Storage.Sqlite;
using Crossread.Storage.Watching;

namespace Crossread.Cli.Tests;

/// <summary>Kills <c>add</c> and <c>watch</c> in the middle of their work. The environment variable CROSSREAD_KILL_ROUNDS asks for more rounds than the usual few.</summary>
public sealed class KillTests : IDisposable
{
    private const int _reports = 160;

    private static readonly int _rounds = int.TryParse(Environment.GetEnvironmentVariable("CROSSREAD_KILL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_process_that_is_killed_while_it_adds_leaves_a_whole_store_with_all_that_it_acknowledged()
    {
        string pile = Path.Combine(_folder, "pile");
        Directory.CreateDirectory(pile);
        for (int i = 0; i < _reports; i++)
            File.WriteAllText(Path.Combine(pile, $"{i:d4}.txt"), Text(i));
        string[] Command(string store) => ["add", pile, "--store", store, "--as", "jsonl"];
        TimeSpan usual = Time(Command(Path.Combine(_folder, "first.db")));
        int working = 0;
        for (int round = 0; working < _rounds; round++)
        {
            Assert.True(round < 20 + (_rounds * 3), "Too many ended before they were killed.");
            string store = Path.Combine(_folder, $"add-{round}.db");
            List<string> lines = Killed(round, usual, out bool over, Command(store));
            working += over ? 0 : 1;
            Whole(store, reader => Assert.All(lines, line => Assert.NotNull(reader.ReportOf(Value(line, "sha256")))));
            Run again = Run.Of("add", pile, "--store", store);
            Assert.True(again.Status == ExitStatus.AllRead, again.Error);
            Whole(store, reader => Assert.Equal(_reports, reader.Count().Reports));
            File.Delete(store);
        }
    }

    [Fact]
    public void A_process_that_is_killed_while_it_watches_leaves_a_whole_store_with_all_that_it_told()
    {
        string feed = "<rss version=\"2.0\"><channel><title>Velmora Courier</title>" + string.Concat(Enumerable.Range(0, _reports).Select(i => $"<item><title>Harbour report {i}</title><link>https://courier.example/{i}</link><description>{Text(i)}</description></item>")) + "</channel></rss>";
        using LoopbackServer server = LoopbackServer.Of(_ => LoopbackServer.Ok(feed.Replace("—", "-", StringComparison.Ordinal), "Content-Type: application/rss+xml\r\nETag: \"all\"\r\n"));
        string list = Path.Combine(_folder, "feeds.txt");
        File.WriteAllText(list, server.Address("/feed.xml") + "\n");
        string[] Command(string store) => ["watch", list, "--once", "--allow-private-addresses", "--store", store, "--as", "jsonl"];
        TimeSpan usual = Time(Command(Path.Combine(_folder, "first.db")));
        int working = 0;
        for (int round = 0; working < _rounds; round++)
        {
            Assert.True(round < 20 + (_rounds * 3), "Too many ended before they were killed.");
            string store = Path.Combine(_folder, $"watch-{round}.db");
            List<string> lines = Killed(round, usual, out bool over, Command(store));
            working += over ? 0 : 1;
            Whole(store, reader =>
            {
                HashSet<(long, string)> kept = [.. reader.News(0, int.MaxValue).Select(n => (n.Number, n.Report))];
                Assert.All(lines, line => Assert.Contains((long.Parse(Value(line, "number"), CultureInfo.InvariantCulture), Value(line, "report")), kept));
                Assert.All(kept, news => Assert.NotNull(reader.Report(news.Item2)));
            });
            Run again = Run.Of(Command(store));
            Assert.True(again.Status == ExitStatus.AllRead, again.Error);
            Whole(store, reader =>
            {
                Assert.Equal(_reports, reader.Count().Reports);
                // Each report is news once, however often the watch was stopped between keeping it and telling it.
                string[] told = [.. reader.News(0, int.MaxValue).Where(n => n.Kind is NewsKind.Story or NewsKind.Report).Select(n => n.Report)];
                Assert.Equal((_reports, _reports), (told.Length, told.Distinct().Count()));
            });
            File.Delete(store);
        }
    }

    private static string Text(int number) =>
        $"VELMORA — The harbour master Orin Tesk said on Monday that {number + 3} ships wait outside of Velmora. The pilot Ansel Korth denied that quay {number % 17} is closed.";

    private static TimeSpan Time(string[] command)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Run run = Run.Of(command);
        Assert.True(run.Status == ExitStatus.AllRead, run.Error);
        return clock.Elapsed;
    }

    // Starts the command, kills it at some moment of its work, and gives the lines that it had written whole.
    private static List<string> Killed(int round, TimeSpan usual, out bool over, string[] command)
    {
        Random random = new(round);
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Crossread.Cli.dll"), .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        List<string> lines = [];
        // Most are killed somewhere in the time that they need; every third once it has told so much.
        int wanted = round % 3 == 2 ? random.Next(1, _reports) : 0;
        if (wanted == 0)
            Thread.Sleep(usual * (0.15 + (random.NextDouble() * 0.85)));
        while (lines.Count < wanted && process.StandardOutput.ReadLine() is { } line)
            lines.Add(line);
        over = process.HasExited;
        process.Kill();
        process.WaitForExit();
        // The last line may be cut off: that report was not acknowledged.
        string rest = process.StandardOutput.ReadToEnd();
        lines.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        _ = error.Result;
        return lines;
    }

    private static void Whole(string store, Action<IStoreReader> and)
    {
        // It may have been killed before there was a store.
        if (!File.Exists(store))
            return;
        Run verify = Run.Of("verify", "--store", store);
        Assert.True(verify.Status is ExitStatus.AllRead or ExitStatus.Nothing, verify.Error);
        using SqliteStore held = SqliteStore.Open(store, StoreAccess.Read);
        using IStoreReader reader = held.Read();
        and(reader);
    }

    private static string Value(string line, string property)
    {
        JsonElement value = JsonDocument.Parse(line).RootElement.GetProperty(property);
        return value.ToString();
    }
}
