// Exports and actor files from the command line: what goes wrong is said, and nothing half-written stays.
using System.Text;

namespace Crossread.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private const string Report = "Navy attacks port\n\nThe navy attacked the port of Sarn on Tuesday. The union accused the governor of lying. “We will rebuild,” Mayor Tilde Hask told reporters.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("plover")]
    [InlineData("gdelt")]
    [InlineData("graphml")]
    [InlineData("timeml")]
    public void An_export_to_a_full_disk_says_so(string format)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");

        Run run = Run.Of("read", Write("a.txt", Report), "--as", format, "--output", "/dev/full");

        Assert.Equal(2, run.Status);
        Assert.Contains("/dev/full: cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Contains("has room", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_that_cannot_be_finished_leaves_the_file_of_before_and_nothing_else()
    {
        string report = Write("a.txt", Report), target = Write("story.zip", "what was there before");
        // What stands where the unfinished file would lie keeps it from being made.
        Directory.CreateDirectory(target + ".part");

        Run run = Run.Of("read", report, "--as", "csv", "--output", target);

        Assert.Equal(2, run.Status);
        Assert.Equal("what was there before", File.ReadAllText(target));
        Directory.Delete(target + ".part");
        Assert.Equal(["a.txt", "story.zip"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wrong_line_of_an_actor_file_is_named_with_a_remedy_and_the_rest_holds()
    {
        string actors = Write("actors.tsv", "name\tcode\tfrom\tto\nTilde Hask\tGOV\nNavy\tMILL\nUnion\tLAB\t2031-02-30\nGovernor\n");

        Run run = Run.Of("read", Write("a.txt", Report), "--as", "plover", "--actors", actors);

        Assert.Equal(2, run.Status);
        Assert.Contains("line 3", run.Error, StringComparison.Ordinal);
        Assert.Contains("'MILL' is no actor code", run.Error, StringComparison.Ordinal);
        Assert.Contains("sectors are", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 4", run.Error, StringComparison.Ordinal);
        Assert.Contains("'2031-02-30' is no day", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 columns", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"FIGHT\"", run.Output, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
