// crossread search WORDS: full text over the store.
using System.CommandLine;
using System.Globalization;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Statements;
using Crossread.Storage;
using Crossread.Storage.Searching;

namespace Crossread.Cli.Commands;

/// <summary>Searches the reports, statements and names of the store.</summary>
internal static class SearchCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string[]> words = new("WORDS") { Description = "Words that must all be there; a phrase stands in quotation marks. None with a filter finds all that passes it.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> store = StoreOptions.Store();
        Option<string?> speaker = new("--speaker") { Description = "Only statements of a speaker whose name holds these words. Example: --speaker Tesk", HelpName = "NAME" };
        Option<string?> outlet = new("--outlet") { Description = "Only reports of this outlet. Example: --outlet \"Velmora Courier\"", HelpName = "NAME" };
        Option<string?> from = CommonOptions.Day("--from", "Only reports that say they were published on that day or later. Example: --from 2026-03-14");
        Option<string?> to = CommonOptions.Day("--to", "Only reports that say they were published on that day or before. Example: --to 2026-03-20");
        Option<string?> stance = new("--stance") { Description = $"Only statements of this stance: {string.Join(", ", Stances())}. Example: --stance denies", HelpName = "STANCE" };
        stance.AcceptOnlyFromAmong(Stances());
        Option<string?> story = new("--story") { Description = "Only reports of this story. Example: --story s0123456789ab", HelpName = "ID" };
        Option<int> limit = CommonStoreOptions.Limit(20, "hits");
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Option<bool> noColor = CommonOptions.NoColor();
        Command command = new("search", "Search the reports, statements and names of the store.") { words, store, speaker, outlet, from, to, stance, story, limit, form, noColor };
        command.SetAction(parsed => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            string text = string.Join(' ', parsed.GetValue(words)!.Select(w => w.Contains(' ', StringComparison.Ordinal) && !w.Contains('"', StringComparison.Ordinal) ? $"\"{w}\"" : w));
            bool filtered = new[] { speaker, outlet, from, to, stance, story }.Any(o => parsed.GetValue(o) is not null);
            SearchWords? found = null, of = null;
            if ((text.Length > 0 || !filtered) && !SearchWords.TryParse(text, out found, out string? wrong))
                return Wrong(wrong!);
            if (parsed.GetValue(speaker) is { } name && !SearchWords.TryParse(name, out of, out wrong))
                return Wrong(wrong!);
            SearchQuery query = new(found, new Page(0, parsed.GetValue(limit)))
            {
                Speaker = of,
                Outlet = parsed.GetValue(outlet),
                From = DayOf(parsed.GetValue(from)),
                To = DayOf(parsed.GetValue(to)),
                Stance = parsed.GetValue(stance) is { } word ? Enum.Parse<Stance>(word, ignoreCase: true) : null,
                Story = parsed.GetValue(story),
            };
            using IStoreReader reader = held.Read();
            SearchResult result = reader.Search(query);
            if (parsed.GetValue(form) == "jsonl")
            {
                using Stream output = Console.OpenStandardOutput();
                foreach (SearchHit hit in result.Hits)
                    StoreJson.WriteHit(output, hit);
            }
            else
            {
                SearchText.Write(result, new TextLayout(Console.Out, TerminalShape.Of(parsed.GetValue(noColor))));
            }
            return result.Hits.IsEmpty && result.Names.IsEmpty ? ExitStatus.Nothing : ExitStatus.AllRead;
        }));
        return command;
    }

    private static int Wrong(string what)
    {
        Problems.Report([new Problem("search", null, what, "give one or more words, or a filter")], 0);
        return ExitStatus.WrongUsage;
    }

    private static string[] Stances() => [.. Enum.GetNames<Stance>().Select(n => n.ToLowerInvariant())];

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
