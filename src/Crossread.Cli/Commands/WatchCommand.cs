// crossread watch LIST…: feeds are polled, and what is new is told.
using System.Collections.Immutable;
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Cli.Watching;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Watching;

namespace Crossread.Cli.Commands;

/// <summary>Watches feeds: each new item is read and put into its story, and what is new there is told and kept.</summary>
internal static class WatchCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> lists = new("LIST") { Description = "Lists of feeds to put on the watch list: OPML, or an address a line. None: those that are on it.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> store = StoreOptions.Store();
        Option<bool> once = new("--once") { Description = "Poll each feed that is due and end. Example: --once" };
        Option<int> every = new("--every") { Description = "Minutes between two polls of a feed, 5 or more. Example: --every 30", HelpName = "MINUTES", DefaultValueFactory = _ => 15 };
        every.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int minutes) || minutes is < 5 or > 10_000))
                result.AddError("--every takes a number of minutes from 5 to 10000.");
        });
        Option<bool> full = new("--full") { Description = "Fetch the page that each new item leads to, not only what the feed says of it. Example: --full" };
        Option<bool> inner = new("--allow-private-addresses") { Description = "Go also to addresses of this machine and of local networks. Example: --allow-private-addresses" };
        Option<string?> forget = new("--forget") { Description = "Take a feed off the watch list and end. Example: --forget https://courier.example/feed", HelpName = "ADDRESS" };
        Option<bool> feeds = new("--feeds") { Description = "List the watched feeds and how their last polls went, and end. Example: --feeds" }, noColor = CommonOptions.NoColor();
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Command command = new("watch", "Watch feeds: read each new item, put it into its story, tell what is new there.") { lists, store, once, every, full, inner, forget, feeds, form, noColor };
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Create, held =>
        {
            TextLayout text = new(Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
            if (parsed.GetValue(forget) is { } address)
                return held.Write(w => w.ForgetFeed(address)) ? ExitStatus.AllRead : StoreOptions.Unknown(held, address, "crossread watch --feeds");
            if (parsed.GetValue(feeds))
                return List(held, text);
            using FeedWeb web = new(parsed.GetValue(inner));
            WatchRules rules = new() { Every = TimeSpan.FromMinutes(parsed.GetValue(every)), FullText = parsed.GetValue(full) };
            FeedWatch watch = new(held, web, TimeProvider.System, rules, Environment.ProcessId);
            List<Problem> problems = [];
            watch.Add([.. parsed.GetValue(lists)!.SelectMany(list => Read(list, problems))]);
            int status = Problems.Report(problems, 1);
            using (IStoreReader reader = held.Read())
            {
                if (reader.Feeds().Count == 0)
                {
                    Problems.Report([new Problem("watch", null, "there is no feed on the watch list", "name a list of feeds")], 0);
                    return ExitStatus.Nothing;
                }
            }
            using Stream output = Console.OpenStandardOutput();
            Action<News> tell = parsed.GetValue(form) == "jsonl" ? news => StoreJson.WriteNews(output, news) : news => NewsText.Write(news, text);
            void Trouble(Problem problem) => status = Problems.Report([problem], 1);
            Task work = parsed.GetValue(once) ? watch.PollDueAsync(tell, Trouble, cancel) : watch.RunAsync(tell, Trouble, cancel);
            work.GetAwaiter().GetResult();
            return status;
        }), cancel));
        return command;
    }

    private static ImmutableArray<WatchedFeed> Read(string list, List<Problem> problems)
    {
        using TextReader? reader = Inputs.OpenText(list, problems);
        if (reader is null)
            return [];
        (ImmutableArray<WatchedFeed> feeds, ImmutableArray<Problem> wrong) = FeedList.Read(reader.ReadToEnd(), list);
        problems.AddRange(wrong);
        return feeds;
    }

    private static int List(IStore store, TextLayout text)
    {
        using IStoreReader reader = store.Read();
        IReadOnlyList<WatchedFeed> feeds = reader.Feeds();
        foreach (WatchedFeed feed in feeds)
            text.Row((feed.Title ?? feed.Url, -1, Tone.Strong), (feed.Polled is { } polled ? FormattableString.Invariant($"{polled.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "not asked yet", 20, Tone.Plain), (feed.Problem ?? "in order", 40, feed.Problem is null ? Tone.Plain : Tone.Against));
        return feeds.Count == 0 ? ExitStatus.Nothing : ExitStatus.AllRead;
    }
}
