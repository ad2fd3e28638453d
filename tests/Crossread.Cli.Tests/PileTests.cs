// read on a pile of several stories, and on odd piles.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Crossread.Cli.Tests;

public sealed class PileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly string[] _firstFire =
    [
        "Fire destroys the Orvo sawmill\n\nMay 4, 2031\n\nA fire destroyed the sawmill of Orvo on Sunday night and killed three workers, Mayor Tilde Hask said. The sawmill of Orvo employed 80 people. “We have lost three of our own,” Hask told reporters in front of the burning sawmill. Fire chief Brann Ottley said the fire had begun in the drying hall.",
        "Three dead in Orvo sawmill fire\n\nMay 5, 2031\n\nThree workers died when a fire destroyed the Orvo sawmill, said Mayor Tilde Hask. Fire chief Brann Ottley denied that the fire had begun in the drying hall. The sawmill, which employed 80 people, burned until Monday morning.",
        "Orvo mourns its sawmill workers\n\nMay 6, 2031\n\nThe town of Orvo mourned four workers on Tuesday after the fire in its sawmill. A fourth man died in hospital, Mayor Tilde Hask said. Fire chief Brann Ottley is looking into the drying hall of the sawmill.",
    ];

    private static readonly string[] _secondFire =
    [
        "Ferry burns in Lund harbour\n\nMay 4, 2031\n\nA fire broke out on the ferry Halcyon in the harbour of Lund on Sunday and nine passengers were killed, the coast guard said. Captain Ossian Reed said the ferry Halcyon had passed its inspection in April.",
        "Nine killed on the ferry Halcyon\n\nMay 5, 2031\n\nNine passengers were killed by the fire on the ferry Halcyon in Lund harbour, the coast guard said on Monday. Captain Ossian Reed was taken to hospital. The inspection of the Halcyon in April had found no fault, Reed said.",
    ];

    [Fact]
    public void Two_look_alike_stories_get_a_page_each_and_an_index()
    {
        Write(_firstFire, "a");
        Write(_secondFire, "b");
        string index = Path.Combine(_folder, "out.html");
        Run run = Run.Of("read", _folder, "--html", index);

        Assert.Equal(0, run.Status);
        Assert.Contains("Two stories in five reports", run.Output, StringComparison.Ordinal);
        string[] pages = [.. Directory.EnumerateFiles(Path.Combine(_folder, "out")).Order(StringComparer.Ordinal)];
        Assert.Equal(2, pages.Length);
        string html = File.ReadAllText(index);
        foreach (string page in pages)
        {
            Assert.Contains("href=\"out/" + Path.GetFileName(page) + "\"", html, StringComparison.Ordinal);
            string text = File.ReadAllText(page);
            Assert.Contains("href=\"../out.html\"", text, StringComparison.Ordinal);
            Assert.NotEqual(text.Contains("Halcyon", StringComparison.Ordinal), text.Contains("sawmill", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Several_stories_are_one_object_whose_lists_hold_all_and_a_line_each()
    {
        Write(_firstFire, "a");
        Write(_secondFire, "b");
        JsonElement pile = JsonDocument.Parse(Run.Of("read", "--as", "json", _folder).Output).RootElement;
        string[] lines = Run.Of("read", "--as", "jsonl", _folder).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([3, 2], pile.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("reports").GetArrayLength()));
        Assert.Equal(5, pile.GetProperty("reports").GetArrayLength());
        Assert.Equal(2, lines.Length);
        Assert.Equal(pile.GetProperty("claims").GetArrayLength(), lines.Sum(l => JsonDocument.Parse(l).RootElement.GetProperty("claims").GetArrayLength()));
        Dictionary<string, string> storyOf = pile.GetProperty("stories").EnumerateArray().SelectMany(s => s.GetProperty("reports").EnumerateArray().Select(r => (Report: r.GetString()!, Story: s.GetProperty("id").GetString()!))).ToDictionary(p => p.Report, p => p.Story);
        foreach (JsonElement difference in pile.GetProperty("differences").EnumerateArray())
            Assert.Single(difference.GetProperty("readings").EnumerateArray().Select(r => storyOf[r.GetProperty("report").GetString()!]).Distinct());
    }

    [Fact]
    public void All_reports_are_one_story_if_the_user_says_so()
    {
        Write(_firstFire, "a");
        Write(_secondFire, "b");
        JsonElement pile = JsonDocument.Parse(Run.Of("read", "--as", "json", "--one-story", _folder).Output).RootElement;
        Assert.Equal(1, pile.GetProperty("stories").GetArrayLength());
    }

    [Fact]
    public void Several_stories_on_standard_output_ask_for_a_file()
    {
        Write(_firstFire, "a");
        Write(_secondFire, "b");
        Run run = Run.Of("read", _folder, "--html", "-");
        Assert.Equal(2, run.Status);
        Assert.Contains("--one-story", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_after_a_day_is_told()
    {
        Write(_firstFire, "a");
        Run text = Run.Of("read", _folder, "--since", "2031-05-05");
        Assert.Contains("New since 5 May 2031", text.Output, StringComparison.Ordinal);
        Assert.Contains("Orvo mourns its sawmill workers [3]", text.Output, StringComparison.Ordinal);
        JsonElement news = JsonDocument.Parse(Run.Of("read", _folder, "--as", "json", "--since", "2031-05-05").Output).RootElement.GetProperty("news");
        Assert.Equal(1, news.GetProperty("reports").GetArrayLength());
        Assert.Contains("No report of this story came after that day", Run.Of("read", _folder, "--since", "2031-05-06").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_report_is_a_story_of_one_and_says_so()
    {
        Write(_firstFire[..1], "a");
        string page = Path.Combine(_folder, "out.html");
        Run run = Run.Of("read", _folder, "--html", page);
        Assert.Equal(0, run.Status);
        Assert.Contains("One report, 4 May 2031. No other stands beside it", run.Output, StringComparison.Ordinal);
        Assert.Contains("No other stands beside it", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_copies_of_one_report_are_one_origin_and_contradict_nothing()
    {
        Write([.. Enumerable.Range(0, 100).Select(i => _firstFire[0] + "\n\nPage " + i.ToString(CultureInfo.InvariantCulture) + " of the morning edition of this paper.")], "a");
        JsonElement story = JsonDocument.Parse(Run.Of("read", "--as", "json", _folder).Output).RootElement;
        Assert.Equal(1, story.GetProperty("stories").GetArrayLength());
        Assert.Equal(1, story.GetProperty("origins").GetArrayLength());
        Assert.DoesNotContain(story.GetProperty("claims").EnumerateArray(), c => c.GetProperty("standing").GetString() == "disputed");
    }

    [Fact]
    public void Reports_without_any_date_are_read_and_say_that_nothing_tells()
    {
        Write([.. _firstFire.Select(r => r.Replace("\nMay 4, 2031\n", "", StringComparison.Ordinal).Replace("\nMay 5, 2031\n", "", StringComparison.Ordinal).Replace("\nMay 6, 2031\n", "", StringComparison.Ordinal))], "a");
        string page = Path.Combine(_folder, "out.html");
        Run run = Run.Of("read", _folder, "--html", page);
        Assert.Equal(0, run.Status);
        Assert.Contains("of unknown date", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("as-of-day", File.ReadAllText(page), StringComparison.Ordinal);
        Run none = Run.Of("read", _folder, "--as-of", "2031-05-05");
        Assert.Equal(1, none.Status);
        Assert.Contains("no report was published by 2031-05-05", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_dated_ten_years_off_stays_in_its_story_with_its_date()
    {
        Write([_firstFire[0], _firstFire[1], _firstFire[2].Replace("2031", "2021", StringComparison.Ordinal)], "a");
        JsonElement story = JsonDocument.Parse(Run.Of("read", "--as", "json", _folder).Output).RootElement;
        Assert.Equal(1, story.GetProperty("stories").GetArrayLength());
        Assert.Equal("2021-05-06", story.GetProperty("reports")[2].GetProperty("published").GetProperty("edtf").GetString());
    }

    [Fact]
    public void Contradictory_dates_of_one_page_leave_the_report_readable()
    {
        string page = "<html><head><title>Fire destroys the Orvo sawmill</title><meta property=\"article:published_time\" content=\"2031-05-04T10:00:00Z\"><meta name=\"date\" content=\"1999-01-01\"><meta property=\"og:site_name\" content=\"Orvo Post\"><meta name=\"author\" content=\"A\"><meta name=\"author\" content=\"B\"></head><body><article><h1>Fire destroys the Orvo sawmill</h1><time datetime=\"2040-12-31\">31 December 2040</time><p>"
            + string.Join("</p><p>", _firstFire[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)) + "</p></article></body></html>";
        File.WriteAllText(Path.Combine(_folder, "a.html"), page);
        Run run = Run.Of("read", "--as", "json", _folder);
        Assert.Equal(0, run.Status);
        JsonElement published = JsonDocument.Parse(run.Output).RootElement.GetProperty("reports")[0].GetProperty("published");
        Assert.Equal("stated", published.GetProperty("basis").GetString());
        Assert.NotEmpty(published.GetProperty("because").GetString()!);
    }

    [Fact]
    public void Reports_of_unrelated_events_are_stories_of_one_report_each()
    {
        Write(
        [
            _firstFire[0], _secondFire[0],
            "Bakers win prize\n\nMay 4, 2031\n\nThe bakers of Ostrell won the golden loaf for a rye bread with caraway, the guild of bakers said on Sunday. Master baker Ulla Minsk thanked her grandmother.",
        ], "a");
        Run run = Run.Of("read", "--as", "json", _folder);
        JsonElement pile = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(3, pile.GetProperty("stories").GetArrayLength());
        Assert.Equal(0, pile.GetProperty("differences").GetArrayLength());
    }

    private void Write(string[] reports, string name)
    {
        for (int i = 0; i < reports.Length; i++)
            File.WriteAllText(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{name}{i:d3}.txt")), reports[i], new UTF8Encoding(false));
    }
}
