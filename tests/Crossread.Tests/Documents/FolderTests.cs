// What a walk through a folder reads and what it passes over.
using Crossread.Documents;

namespace Crossread.Tests.Documents;

public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_read_without_the_pictures_scripts_and_data_that_lie_in_it()
    {
        File.WriteAllText(Path.Combine(_folder, "report.txt"), "Rain in Orvo\n\nRain fell on the hills of Orvo all day, the mayor said.");
        File.WriteAllText(Path.Combine(_folder, "reading.json"), "{ \"about\": \"what is in it\" }");
        File.WriteAllBytes(Path.Combine(_folder, "logo.png"), [137, 80, 78, 71, 0, 0, 0]);
        File.WriteAllText(Path.Combine(_folder, "site.js"), "alert(1)");

        DocumentResult only = Assert.Single(DocumentReader.Read(_folder));
        Assert.EndsWith("report.txt", only.Document!.File, StringComparison.Ordinal);
        Assert.Empty(only.Problems);
    }

    [Fact]
    public void A_picture_that_the_user_names_is_a_problem_not_a_report()
    {
        string file = Path.Combine(_folder, "logo.png");
        File.WriteAllBytes(file, [137, 80, 78, 71, 0, 0, 0, 1, 2, 0]);

        DocumentResult only = Assert.Single(DocumentReader.Read(file));
        Assert.Null(only.Document);
        Assert.Equal(file, Assert.Single(only.Problems).File);
    }
}
