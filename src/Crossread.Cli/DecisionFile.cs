// The file of --decisions: which names are one, which are two.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Names;

namespace Crossread.Cli;

/// <summary>Reads a reader's decisions on names from a file.</summary>
internal static class DecisionFile
{
    private const int LargestBytes = 8 << 20;

    /// <summary>The decisions, and for each line that is none what is wrong with it. The other lines hold.</summary>
    public static (NameDecisions Decisions, ImmutableArray<Problem> Problems) Read(string file)
    {
        try
        {
            if (file != "-" && new FileInfo(file) is { Exists: true, Length: > LargestBytes } large)
                return (NameDecisions.None, [new Problem(file, null, $"has {large.Length >> 20} MB, more than any list of decisions", "name the file with the lines 'same' or 'different'")]);
            string text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
            NameDecisions decisions = NameDecisions.Parse(text, out ImmutableArray<string> wrong);
            return (decisions, [.. wrong.Select(w => Told(Inputs.NameOf(file), w))]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (NameDecisions.None, [new Problem(Inputs.NameOf(file), null, "the decisions cannot be read (" + error.Message + ")", "check the path and its rights")]);
        }
    }

    // "line 3: found 2 of 3 cells; write same or different, …"
    private static Problem Told(string file, string wrong)
    {
        int colon = wrong.IndexOf(": ", StringComparison.Ordinal), remedy = wrong.IndexOf("; ", StringComparison.Ordinal);
        return new Problem(file, wrong[..colon], wrong[(colon + 2)..remedy], wrong[(remedy + 2)..]);
    }
}
