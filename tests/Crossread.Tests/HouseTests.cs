// Rules about the code itself.
using System.Text.RegularExpressions;

namespace Crossread.Tests;

public sealed partial class HouseTests
{
    private static readonly string[] _pipeline = ["Text", "Documents", "Cleaning", "Language", "Names", "Dates", "Statements", "Events", "Stories", "Exports"];

    [Fact]
    public void A_folder_of_the_library_uses_only_the_folders_above_it()
    {
        string library = Path.Combine(Root(), "src", "Crossread");
        List<string> wrong = [];
        for (int i = 0; i < _pipeline.Length; i++)
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(library, _pipeline[i]), "*.cs", SearchOption.AllDirectories))
            {
                foreach (Match use in Use().Matches(File.ReadAllText(file)))
                {
                    if (Array.IndexOf(_pipeline, use.Groups["folder"].Value) > i)
                        wrong.Add($"{Path.GetRelativePath(library, file)} uses {use.Groups["folder"].Value}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_file_begins_with_what_it_is_for()
    {
        string[] silent =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Where(f => !File.ReadLines(f).First().StartsWith("//", StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(Root(), f)),
        ];
        Assert.Empty(silent);
    }

    internal static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Crossread.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run inside a checkout of the project.");
    }

    [GeneratedRegex(@"\bCrossread\.(?<folder>[A-Z]\w+)")]
    private static partial Regex Use();
}
