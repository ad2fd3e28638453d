// What the exit status says.
namespace Crossread.Cli;

/// <summary>Exit statuses of every command.</summary>
internal static class ExitStatus
{
    /// <summary>All was read.</summary>
    public const int AllRead = 0;

    /// <summary>Nothing to do, or nothing found.</summary>
    public const int Nothing = 1;

    /// <summary>Some input could not be read; each is said on standard error, the rest is done.</summary>
    public const int SomeUnread = 2;

    /// <summary>The command was called wrongly.</summary>
    public const int WrongUsage = 64;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
