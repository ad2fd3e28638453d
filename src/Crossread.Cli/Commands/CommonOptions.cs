// Options that several commands share.
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

using Crossread.Cli.Fetching;

namespace Crossread.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Files, folders, feeds. What looks like an option and is no file is a misspelt option.</summary>
    public static Argument<string[]> Paths()
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "Files, folders, archives or http addresses, in any mixture of formats; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            foreach (string word in result.Tokens.Select(t => t.Value).Where(w => w.StartsWith('-') && w.Length > 1 && !Path.Exists(w)))
            {
                Command? command = (result.Parent as CommandResult)?.Command;
                string hint = command is not null && CommandLine.Nearest(word, command) is { } right ? $"; did you mean {right}?" : "";
                result.AddError($"'{word}' is no option of this command{hint}");
            }
        });
        return paths;
    }

    /// <summary>Addresses of inner networks may be fetched.</summary>
    public static Option<bool> AllowPrivate() => new("--allow-private-addresses") { Description = "Fetch also addresses of this machine and of local networks. Example: --allow-private-addresses" };

    /// <summary>What gets the inputs: files and, where the user names them, addresses.</summary>
    public static Inputs InputsOf(bool allowPrivate, CancellationToken cancel, Action<long>? bytesRead = null) =>
        new(WebFetcher.Of(FetchLimits.Default, allowPrivate), cancel, bytesRead);

    /// <summary>A day of the calendar.</summary>
    public static Option<string?> Day(string name, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"{name} takes a day as in 2026-03-14, not '{day}'.");
        });
        return option;
    }

    /// <summary>A user's own actors.</summary>
    public static Option<string?> Actors() => new("--actors") { Description = "A table of actors (name, code, from, to; tabs or commas) whose codes go before our own. Example: --actors actors.tsv", HelpName = "FILE" };

    /// <summary>No progress on standard error.</summary>
    public static Option<bool> Quiet() => new("--quiet") { Description = "Show no progress. Example: --quiet" };

    /// <summary>No colour.</summary>
    public static Option<bool> NoColor() => new("--no-color") { Description = "Use no colour; the environment variable NO_COLOR does the same. Example: --no-color" };

    /// <summary>The form of the output.</summary>
    public static Option<string> As(string standard, params string[] allowed)
    {
        Option<string> option = new("--as") { Description = $"Form of the output: {string.Join(", ", allowed)}. Example: --as {allowed[0]}", DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong(allowed);
        return option;
    }

    /// <summary>The form of the input.</summary>
    public static Option<string> Input(params string[] allowed)
    {
        Option<string> option = new("--input") { Description = $"Form of the input: {string.Join(", ", allowed)}. Example: --input {allowed[^1]}", DefaultValueFactory = _ => allowed[0] };
        option.AcceptOnlyFromAmong(allowed);
        return option;
    }
}
