// read --decisions: a reader's word on names goes before every rule.
using System.Text.Json;

namespace Crossread.Cli.Tests;

public sealed class DecisionTests : IDisposable
{
    private const string Report = "Harbour opens\n\nAnna Dorn opened the harbour of Orvo on Tuesday. “It is open,” Anna Dorn told reporters.\n\nPilar Venstrom watched from the wall. Pilar Venstrom said the wall was low.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_that_a_reader_calls_one_are_one_and_the_reason_says_so()
    {
        Run run = Read("same\tAnna Dorn\tPilar Venstrom\n");

        Assert.Equal(0, run.Status);
        JsonElement entity = JsonDocument.Parse(run.Output).RootElement.GetProperty("entities").EnumerateArray()
            .Single(e => e.GetProperty("forms").EnumerateArray().Any(f => f.GetProperty("form").GetString() == "Anna Dorn"));
        Assert.Contains(entity.GetProperty("forms").EnumerateArray(), f => f.GetProperty("form").GetString() == "Pilar Venstrom");
        Assert.Contains(entity.GetProperty("because").EnumerateArray(), b => b.GetString()!.Contains("a reader decided", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_is_no_decision_is_named_and_the_others_hold()
    {
        Run run = Read("same\tAnna Dorn\tPilar Venstrom\nperhaps\tAnna Dorn\tOrvo\nsame\tAnna Dorn\n");

        Assert.Equal(2, run.Status);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("write same or different", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 3", run.Error, StringComparison.Ordinal);
        Assert.Contains("a reader decided", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_decisions_that_is_missing_is_said_and_the_reports_are_read()
    {
        File.WriteAllText(Path.Combine(_folder, "report.txt"), Report);
        Run run = Run.Of("read", "--as", "json", "--decisions", Path.Combine(_folder, "none.tsv"), Path.Combine(_folder, "report.txt"));

        Assert.Equal(2, run.Status);
        Assert.Contains("none.tsv", run.Error, StringComparison.Ordinal);
        Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("reports").EnumerateArray());
    }

    [Fact]
    public void The_example_in_the_documentation_is_a_file_of_decisions()
    {
        string page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "names.md"));
        int start = page.IndexOf("```\nsame\t", StringComparison.Ordinal);
        Assert.True(start >= 0, "docs/names.md shows a file of decisions");
        Run run = Read(page[(start + 4)..page.IndexOf("\n```", start + 4, StringComparison.Ordinal)]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Status);
    }

    private Run Read(string decisions)
    {
        string file = Path.Combine(_folder, "names.tsv"), report = Path.Combine(_folder, "report.txt");
        File.WriteAllText(file, decisions);
        File.WriteAllText(report, Report);
        return Run.Of("read", "--as", "json", "--decisions", file, report);
    }
}
