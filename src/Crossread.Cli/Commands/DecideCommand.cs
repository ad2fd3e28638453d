// crossread decide …: what a reader decides goes into the store's log.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;
using Crossread.Storage.Searching;

namespace Crossread.Cli.Commands;

/// <summary>Decisions of a reader: on names, claims, reliability, sources; and notes. Each can be undone.</summary>
internal static class DecideCommand
{
    private const int _mostStories = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create() => new("decide", "Decide on names, claims, reliability or sources, or make a note. Every decision is logged and can be undone.")
    {
        Names("same", "Two names are one: crossread decide same \"Orin Tesk\" \"O. Teske\"", true),
        Names("different", "Two names are not one: crossread decide different \"Orin Tesk\" \"Lina Tesk\"", false),
        Claims("accept", "The accounts of a claim belong together: crossread decide accept CLAIM --story ID", true),
        Claims("reject", "The accounts of a claim do not belong together; they are parted: crossread decide reject CLAIM --story ID", false),
        Rate(),
        Withdraw(),
        Note(),
    };

    private static Command Names(string verb, string description, bool same)
    {
        Argument<string> one = new("NAME") { Description = "A name as a report spells it." }, other = new("OTHER") { Description = "Another." };
        Command command = new(verb, description) { one, other };
        return With(command, (reader, parsed) =>
        {
            foreach (string name in new[] { parsed.GetValue(one)!, parsed.GetValue(other)! })
            {
                if (!SearchWords.TryParse("\"" + name + "\"", out SearchWords? words, out _) || reader.Search(new SearchQuery(words, new Page(0, 1))).Hits.IsEmpty)
                    return (null, new Problem(name, null, "stands in no report of the store", "crossread search WORDS tells how the reports spell it"));
            }
            return (new NamesDecision(same, parsed.GetValue(one)!, parsed.GetValue(other)!), null);
        });
    }

    private static Command Claims(string verb, string description, bool accepted)
    {
        Argument<string> id = new("CLAIM") { Description = "Id of the claim, as crossread story shows it." };
        Option<string> story = new("--story") { Description = "Id of its story. Example: --story s0123456789ab", HelpName = "ID", Required = true };
        Command command = new(verb, description) { id, story };
        return With(command, (reader, parsed) =>
        {
            if (StoryDesk.Open(reader, parsed.GetValue(story)!) is not { } desk)
                return (null, new Problem(parsed.GetValue(story)!, null, "is no story of the store", "crossread stories lists them"));
            return desk.Story.Claims.FirstOrDefault(c => c.Id == parsed.GetValue(id)) is { } claim
                ? (new ClaimDecision(accepted, claim.About, DecisionLog.AccountsOf(desk.Story, claim)), null)
                : (null, new Problem(parsed.GetValue(id)!, null, "is no claim of the story", $"crossread story {desk.Story.Reports[0].Id} shows its claims"));
        });
    }

    private static Command Rate()
    {
        Option<string?> outlet = new("--outlet") { Description = "The outlet. Example: --outlet \"Velmora Courier\"", HelpName = "NAME" };
        Option<string?> speaker = new("--speaker") { Description = "The speaker. Example: --speaker \"Orin Tesk\"", HelpName = "NAME" };
        Argument<string> letter = new("LETTER") { Description = "A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged." };
        letter.AcceptOnlyFromAmong("A", "B", "C", "D", "E", "F");
        Command command = new("rate", "Set the reliability of an outlet or a speaker: crossread decide rate B --outlet \"Velmora Courier\"") { letter, outlet, speaker };
        command.Validators.Add(result =>
        {
            if (result.GetValue(outlet) is null == result.GetValue(speaker) is null)
                result.AddError("Name either --outlet or --speaker.");
        });
        return With(command, (_, parsed) => (new ReliabilityDecision(parsed.GetValue(outlet) is null ? RatedKind.Speaker : RatedKind.Outlet, parsed.GetValue(outlet) ?? parsed.GetValue(speaker)!, parsed.GetValue(letter)![0]), null));
    }

    private static Command Withdraw()
    {
        Argument<string?> report = new("REPORT") { Description = "Id of the report.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> outlet = new("--outlet") { Description = "All reports of this outlet. Example: --outlet \"Velmora Courier\"", HelpName = "NAME" };
        Command command = new("withdraw", "A report, or an outlet, no longer counts; shows what falls with it: crossread decide withdraw REPORT") { report, outlet };
        command.Validators.Add(result =>
        {
            if (result.GetValue(outlet) is null == result.GetValue(report) is null)
                result.AddError("Name either a report or --outlet.");
        });
        return With(command, (reader, parsed) =>
        {
            if (parsed.GetValue(outlet) is { } name)
                return (new WithdrawalDecision(name, null), null);
            return reader.Report(parsed.GetValue(report)!) is { } held ? (new WithdrawalDecision(null, held.Sha256), null)
                : (null, new Problem(parsed.GetValue(report)!, null, "is no report of the store", "crossread search WORDS lists reports with their ids"));
        });
    }

    private static Command Note()
    {
        Argument<string> on = new("ON") { Description = "Id of a story, report, claim or entity, or a name." }, text = new("TEXT") { Description = "The note." };
        return With(new Command("note", "Make a note on anything: crossread decide note \"Orin Tesk\" \"retires in May\"") { on, text }, (_, parsed) => (new NoteDecision(parsed.GetValue(on)!, parsed.GetValue(text)!), null));
    }

    private static Command With(Command command, Func<IStoreReader, ParseResult, (DecisionMatter?, Problem?)> read)
    {
        Option<string?> store = StoreOptions.Store();
        Option<string> by = CommonStoreOptions.By(), why = CommonStoreOptions.Why();
        Option<bool> noColor = CommonOptions.NoColor();
        foreach (Option option in new Option[] { store, by, why, noColor })
            command.Options.Add(option);
        command.SetAction(parsed => StoreOptions.With(parsed.GetValue(store), StoreAccess.Write, held =>
        {
            DecisionMatter? matter;
            Problem? wrong;
            using (IStoreReader reader = held.Read())
                (matter, wrong) = read(reader, parsed);
            if (matter is null)
            {
                Problems.Report([wrong!], 0);
                return ExitStatus.Nothing;
            }
            TextLayout text = new(Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
            List<DeskStory> before = matter is WithdrawalDecision withdrawal ? Touched(held, withdrawal) : [];
            Decision made = held.Write(writer => writer.Decide(new NewDecision(TimeProvider.System.GetUtcNow(), parsed.GetValue(by)!, parsed.GetValue(why)!, matter)));
            text.Wrapped(FormattableString.Invariant($"{made.Number}  {DecisionWords.Of(matter)}"), 0, Tone.Plain, 3);
            foreach (DeskStory desk in before)
                WriteChange(held, desk, text);
            return ExitStatus.AllRead;
        }));
        return command;
    }

    private static List<DeskStory> Touched(IStore store, WithdrawalDecision withdrawal)
    {
        using IStoreReader reader = store.Read();
        IEnumerable<string> stories = withdrawal.Outlet is { } outlet
            ? reader.Search(new SearchQuery(null, new Page(0, 1000)) { Outlet = outlet }).Hits.Select(h => h.Report.Story)
            : reader.Reports(null, Page.All).Where(r => r.Sha256 == withdrawal.Sha256).Select(r => r.Story);
        return [.. stories.Distinct(StringComparer.Ordinal).Take(_mostStories).Select(s => StoryDesk.Open(reader, s)).OfType<DeskStory>()];
    }

    private static void WriteChange(IStore store, DeskStory before, TextLayout text)
    {
        using IStoreReader reader = store.Read();
        string id = before.Story.Reports.IsEmpty ? "" : reader.Report(before.Story.Reports[0].Id)?.Story ?? "";
        if (StoryDesk.Open(reader, id) is not { } after)
            return;
        ChangeText.Write(id, StoryChange.Between(before.Story, after.Story), text);
    }
}
