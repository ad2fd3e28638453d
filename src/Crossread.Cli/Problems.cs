// Says what could not be read, one line each, on standard error.
using Crossread.Documents;
using Crossread.Pages;

namespace Crossread.Cli;

/// <summary>Problems on standard error: file, place, what, remedy.</summary>
internal static class Problems
{
    /// <summary>Writes the problems; returns the exit status that fits.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="read">How many inputs could be read.</param>
    public static int Report(IReadOnlyCollection<Problem> problems, int read)
    {
        foreach (Problem problem in problems)
        {
            string place = problem.Place is null ? "" : $", {problem.Place}";
            Console.Error.WriteLine(VisibleText.Of($"crossread: {problem.File}{place}: {problem.What}; {problem.Remedy}", keepLines: true));
        }
        return problems.Count > 0 ? ExitStatus.SomeUnread : read == 0 ? ExitStatus.Nothing : ExitStatus.AllRead;
    }
}
