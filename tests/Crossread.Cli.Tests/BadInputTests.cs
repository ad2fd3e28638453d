// Bad input: a line on standard error for each, and the rest is done.
using System.Text;
using System.Text.Json;

namespace Crossread.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private const string Report = "Rain in Orvo\n\nRain fell on the hills of Orvo on Tuesday, Mayor Tilde Hask said. “We will rebuild,” she told reporters.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void One_bad_file_of_ten_gives_exit_code_2_and_nine_results()
    {
        for (int i = 0; i < 9; i++)
            Write($"report{i}.txt", Encoding.UTF8.GetBytes(Report.Replace("Orvo", "Orv" + "abcdefghi"[i], StringComparison.Ordinal)));
        Write("empty.txt", []);

        Run run = Run.Of("read", "--as", "json", _folder);

        Assert.Equal(2, run.Status);
        Assert.Equal(9, JsonDocument.Parse(run.Output).RootElement.GetProperty("reports").GetArrayLength());
        Assert.Contains("empty.txt", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut.html", "<html><head><title>Rain</title></head><body><p>Rain fell on Orvo all day, the mayor said on Tuesday.</p><a href=\"x", "cut off")]
    [InlineData("word.txt", "Rain", "one word")]
    [InlineData("signs.txt", "--- *** ---", "no words")]
    [InlineData("regen.txt", "Regen in Orvo\n\nAm Dienstag hat es in Orvo den ganzen Tag geregnet, sagte der Bürgermeister der Stadt. Viele Keller standen unter Wasser.", "German")]
    public void What_is_wrong_with_a_report_is_said(string name, string text, string said)
    {
        Run run = Run.Of("read", Write(name, Encoding.UTF8.GetBytes(text)));

        Assert.Equal(2, run.Status);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_far_longer_than_a_report_is_not_analysed_and_says_so()
    {
        string text = string.Concat(Enumerable.Repeat("Rain fell on the hills of Orvo all day, the mayor said on Tuesday. ", 8_000));
        Run run = Run.Of("read", "--as", "json", Write("long.txt", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(2, run.Status);
        Assert.Contains("characters long", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("reports")[0].GetProperty("sentences").GetArrayLength());
    }

    [Fact]
    public void The_same_file_twice_is_read_once_and_said()
    {
        string a = Write("a.txt", Encoding.UTF8.GetBytes(Report)), b = Write("b.txt", Encoding.UTF8.GetBytes(Report));
        Run run = Run.Of("read", "--as", "json", b, a);

        Assert.Equal(2, run.Status);
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public void An_output_folder_that_is_not_there_leaves_nothing_half_written()
    {
        Run run = Run.Of("read", Write("a.txt", Encoding.UTF8.GetBytes(Report)), "--html", Path.Combine(_folder, "no", "story.html"));

        Assert.Equal(2, run.Status);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.txt"], Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void A_lone_surrogate_in_JSON_is_shown_as_what_cannot_be_shown()
    {
        Run run = Run.With("{\"id\":\"1\",\"text\":\"Rain \\ud800 fell.\"}\n{\"id\":\"2\"}\n", null, "annotate", "--input", "jsonl", "-");

        Assert.Equal(2, run.Status);
        Assert.Contains("Rain \uFFFD fell.", run.Output, StringComparison.Ordinal);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_signs_in_a_report_never_reach_the_terminal()
    {
        string file = Write("hostile.txt", Encoding.UTF8.GetBytes("Rain \u001b[31m in \u202eorvO\n\nMayor Tilde \u001b]0;x\u0007Hask said on Tuesday: “Rain \u001b[2J fell.”\n"));
        Run run = Run.Of("read", file);

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u202e', run.Output);
    }

    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("ar_SA.UTF-8")]
    public void The_culture_of_the_machine_does_not_change_a_byte(string culture)
    {
        string file = Write("a.txt", Encoding.UTF8.GetBytes(Report));

        Run plain = Run.Of("read", "--as", "json", file);
        Run foreign = Run.With(null, new Dictionary<string, string> { ["LC_ALL"] = culture, ["DOTNET_PROCESSOR_COUNT"] = "1" }, "read", "--as", "json", file);

        Assert.Equal(0, plain.Status);
        Assert.Equal(plain.Output, foreign.Output);
    }

    [Fact]
    public void A_misspelt_option_is_wrong_usage() => Assert.Equal(64, Run.Of("read", "--htlm", "x").Status);

    private string Write(string name, byte[] bytes)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
