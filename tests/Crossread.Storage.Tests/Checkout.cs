// Where the project lies.
namespace Crossread.Storage.Tests;

internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Sample => Path.Combine(Root, "samples", "ulmar-flood");

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Crossread.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run inside a checkout of the project.");
    }
}
