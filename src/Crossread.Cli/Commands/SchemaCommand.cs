// crossread schema NAME: the JSON Schema of an output.
using System.CommandLine;
using System.Reflection;

namespace Crossread.Cli.Commands;

/// <summary>Prints the JSON Schema (2020-12) of an output.</summary>
internal static class SchemaCommand
{
    private static readonly string[] _names = ["story", "report", "cleaned", "grouped", "added", "stories", "hit", "decision", "news"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> name = new("NAME") { Description = $"One of {string.Join(", ", _names)}." };
        name.AcceptOnlyFromAmong(_names);
        Command command = new("schema", "Print the JSON Schema of an output: crossread schema story") { name };
        command.SetAction(parsed =>
        {
            using Stream schema = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Schemas.{parsed.GetValue(name)}.json")!;
            using Stream output = Console.OpenStandardOutput();
            schema.CopyTo(output);
            return ExitStatus.AllRead;
        });
        return command;
    }
}
