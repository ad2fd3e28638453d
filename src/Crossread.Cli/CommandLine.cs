// Runs a command: usage errors with the nearest right word, Ctrl-C, exit status.
using System.CommandLine;

using Crossread.Pages;

namespace Crossread.Cli;

/// <summary>Runs the command that the arguments name.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs; returns the exit status.</summary>
    public static async Task<int> Run(Command root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            IEnumerable<string> words = parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal);
            // A misspelt command is said once, not also as a missing one and as its own arguments.
            foreach (string message in parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command == root ? [$"'{parsed.UnmatchedTokens[0]}' is no command"] : words)
                await Console.Error.WriteLineAsync("crossread: " + VisibleText.Of(message, keepLines: true));
            if (parsed.UnmatchedTokens is [{ } wrong, ..] && Nearest(wrong, parsed.CommandResult.Command) is { } right)
                await Console.Error.WriteLineAsync($"crossread: did you mean {right}?");
            string command = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
            await Console.Error.WriteLineAsync($"crossread: see crossread {command}--help");
            return ExitStatus.WrongUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Stopped;
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync("crossread: standard output: " + error.Message + "; give it a place that takes all of it");
            return ExitStatus.SomeUnread;
        }
    }

    /// <summary>The option or command of this command that is nearest to a misspelt word, or null if none is near.</summary>
    internal static string? Nearest(string wrong, Command command)
    {
        (string word, int distance) = command.Options.Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name))
            .Select(k => (k, Distance(wrong, k))).DefaultIfEmpty(("", int.MaxValue)).MinBy(x => x.Item2);
        return distance <= Math.Max(1, wrong.TrimStart('-').Length / 3) ? word : null;
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
    internal static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
