// Texts with what papers set above and below a story in them. The people, places and papers are invented.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Cleaning;

public sealed class TextShapeTests
{
    private const string _title = "Two ferries stop in autumn";
    private const string _one = "PORT SELM — The ferry company of Port Selm will take two of its five boats out of service in autumn, its director Oren Vasht said on Monday.";
    private const string _two = "\"We cannot pay for repairs that come every month,\" he told the harbour council, which had asked for a report after the third breakdown of the year.";
    private const string _three = "Islanders fear for their schools: some ninety pupils cross the sound each morning, and the last boat home would leave at three in the afternoon.";

    private static readonly string _body = string.Join("\n\n", _one, _two, _three);

    [Theory]
    [InlineData("THE NORTHERN TIDE")]
    [InlineData("The Selm Gazette")]
    [InlineData("The National Beacon")]
    [InlineData("The Northern Tide\nThe paper of the islands since 1881")]
    [InlineData("The Northern Tide\nThe paper of the islands since 1881\nTuesday, 6 May 2031")]
    [InlineData("The Selm Gazette\nPaper of the lower sound")]
    [InlineData("NORTHERN TIDE | Islands | Opinion | Sport")]
    public void An_outlets_name_and_slogan_above_the_headline_are_not_it(string above)
    {
        Report report = Clean($"{above}\n\n{_title}\n\n{_body}");
        Assert.Equal(_title, report.Title);
        Assert.StartsWith(_title, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tide", report.Text, StringComparison.Ordinal);
        Assert.NotEmpty(report.Removed);
        Assert.Equal(above.Contains("Tuesday", StringComparison.Ordinal) ? "2031-05-06" : null, report.Published?.Edtf);
    }

    [Fact]
    public void A_headline_of_two_lines_is_two_lines()
    {
        Report report = Clean($"THE NORTHERN TIDE\nEnglish edition, organ of the harbour council\nTuesday, 6 May 2031\n\nTwo Ferries Stop in Autumn as Repairs Pile Up\nIslanders Fear for Schools and Shops of the Sound\n\n{_body}");
        Assert.Equal("Two Ferries Stop in Autumn as Repairs Pile Up", report.Title);
        Assert.DoesNotContain("organ of", report.Text, StringComparison.Ordinal);
        Assert.Contains("Islanders Fear", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_appeal_with_its_heading_and_its_button_is_no_part_of_the_story()
    {
        Report report = Clean($"{_title}\n\n{_body}\n\nSupport The Tide\nDear friends, our reporters ask for little. \"Every coin becomes ink,\" says our editor.\nDonate now");
        Assert.EndsWith(_three, report.Text, StringComparison.Ordinal);
        Assert.All(report.Removed, r => Assert.Contains("appeal", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void An_outlets_name_above_a_marked_heading_names_the_outlet()
    {
        Report report = Clean($"**THE DAILY SOUND**\n*Independent news for the islands*\n\n# {_title}\n\n{_body}");
        Assert.Equal(_title, report.Title);
        Assert.Equal("THE DAILY SOUND", report.Outlet);
        Assert.DoesNotContain("Independent news", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Long Winter of Selm")]
    [InlineData("FERRIES STOP IN AUTUMN")]
    [InlineData("Ferry Company Stops Boats")]
    [InlineData("The Islands Wait")]
    public void A_headline_in_capitals_above_its_standfirst_stays_the_headline(string title) =>
        Assert.Equal(title, Clean($"{title}\n\nSchools and shops of the islands will be hit, the council fears\n\n{_body}").Title);

    [Theory]
    [InlineData("By Ilva Morn, 6 May 2031", "Ilva Morn")]
    [InlineData("By ILVA MORN, staff reporter", "ILVA MORN")]
    [InlineData("Ilva Morn | 6 May 2031 | 4 min read", "Ilva Morn")]
    [InlineData("By **Ilva Morn** and **Oren Tell** · Published 6 May 2031 · Updated 7 May 2031", "Ilva Morn, Oren Tell")]
    public void A_byline_tells_its_authors_and_goes(string line, string authors)
    {
        Report report = Clean($"# {_title}\n\n{line}\n\n{_body}");
        Assert.Equal(authors, string.Join(", ", report.Authors));
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
        Assert.Equal(line.Contains("2031", StringComparison.Ordinal) ? "2031-05-06" : null, report.Published?.Edtf);
        Assert.Equal(line.Contains("Updated", StringComparison.Ordinal) ? "2031-05-07" : null, report.Modified?.Edtf);
    }

    [Theory]
    [InlineData("---\n\n*The Northern Tide is a paper without owner. If you value our reporting, please consider a gift.*", "border")]
    [InlineData("---\n\n**Help us keep going.** If you can, give what you can spare: [Donate](https://x.example/d)", "border")]
    [InlineData("* * *\n\n_Ilva Morn reports on harbours and islands. She has lived on Selm since 2019._", "author")]
    [InlineData("___\n\n_A longer form of these lines was read on the radio._", "border")]
    [InlineData("***\nThis article first appeared in The Northern Tide. Republished under a Creative Commons licence.", "came from")]
    public void What_stands_behind_a_border_at_the_end_and_speaks_as_a_page_goes_with_its_reason(string foot, string reason)
    {
        Report report = Clean($"# {_title}\n\nBy Ilva Morn\n\n{_body}\n\n{foot}");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
        Assert.Contains(report.Removed, r => r.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Borders_between_parts_of_a_story_end_nothing_and_a_correction_behind_one_stays()
    {
        const string last = "The council will meet again on Thursday to hear the company, whose owner has not spoken in public since the spring.";
        Report report = Clean($"# {_title}\n\n{_one}\n\n---\n\n{_two}\n\n{_three}\n\n* * *\n\n{last}\n\n---\n\nCorrection: an earlier version named the wrong island.");
        Assert.EndsWith($"{_three}\n\n{last}\n\nCorrection: an earlier version named the wrong island.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_ups_links_and_buttons_between_paragraphs_go_and_the_paragraphs_stay()
    {
        Report report = Clean($"# {_title}\n\n{_one}\n\nAdvertisement\n\n**Read more:** [Ice holds ferry for a night](https://x.example/1)\n\n{_two}\n\n[Subscribe to our newsletter](https://x.example/n)\n\n{_three}\n\n[Share](https://x.example) [Tweet](https://x.example) [Email](mailto:x)\n");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
    }

    private static Report Clean(string source) => Cleaner.Clean([DocumentReader.Read(Encoding.UTF8.GetBytes(source), "text").Single().Document!])[0];
}
