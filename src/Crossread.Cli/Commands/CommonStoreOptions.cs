// Options that several commands on the store share.
using System.CommandLine;

namespace Crossread.Cli.Commands;

/// <summary>Options that several commands on the store share.</summary>
internal static class CommonStoreOptions
{
    /// <summary>How many at most.</summary>
    public static Option<int> Limit(int standard, string what)
    {
        Option<int> limit = new("--limit") { Description = $"How many {what} at most. Example: --limit 50", HelpName = "NUMBER", DefaultValueFactory = _ => standard };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int number) || number < 1))
                result.AddError("--limit takes a number of 1 or more.");
        });
        return limit;
    }

    /// <summary>Who decides.</summary>
    public static Option<string> By() => new("--by") { Description = "Who decides. Example: --by \"Ines Marr\"", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>Why.</summary>
    public static Option<string> Why() => new("--why") { Description = "Why, in your own words. Example: --why \"the ministry's own list has both\"", HelpName = "TEXT", DefaultValueFactory = _ => "" };
}
