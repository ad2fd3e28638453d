// What stays of a text or a page, and what goes.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Cleaning;

public sealed class CleanerTests
{
    private const string _story = """
        Harbour reopens after three-day strike

        By Ilva Morn

        March 4, 2031

        PORT SELM (Reuters) - Dock workers in Port Selm went back to work on Tuesday after the city agreed to raise their pay.

        Union leader Oren Vasht said the agreement was fair. "We got what we asked for," he told reporters at the gate.

        The city council will vote on the agreement next week, a spokeswoman said.
        """;

    private const string _appeal = """


        Sign up for our daily briefing

        Get the stories that matter, every morning at seven.

        A word to our readers

        Dear readers,

        We are a small newsroom and we depend on you. Your gift keeps our reporters at work.

        Once
        Monthly
        Continue
        Remind me later
        """;

    [Fact]
    public void An_appeal_behind_the_story_goes_with_all_that_belongs_to_it()
    {
        Report report = Clean(_story + _appeal);
        Assert.EndsWith("a spokeswoman said.", report.Text, StringComparison.Ordinal);
        Assert.Contains(report.Removed, r => r.Reason.Contains("newsletter", StringComparison.Ordinal));
    }

    [Fact]
    public void Headline_author_date_and_agency_are_read_and_stay_in_the_text()
    {
        Report report = Clean(_story);
        Assert.Equal("Harbour reopens after three-day strike", report.Title);
        Assert.Equal(["Ilva Morn"], report.Authors);
        Assert.Equal("2031-03-04", report.Published?.Edtf);
        Assert.Equal("Reuters", report.Agency);
        Assert.Equal(PassageKind.Title, report.Passages[0].Kind);
        Assert.Contains("March 4, 2031", report.Text, StringComparison.Ordinal);
        Assert.Contains("PORT SELM (Reuters) -", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_the_story_is_never_its_date()
    {
        Assert.Null(Clean("Old bridge falls\n\nThe bridge, opened on 4 May 1931 by the king, fell into the river, the police said.").Published);
    }

    [Fact]
    public void Markdown_signs_do_not_reach_the_text_and_related_reports_become_links()
    {
        Report report = Clean("""
            # Mayor of **Tarn** resigns

            Mayor [Lio Brask](https://example.org/brask) resigned on Monday after a *long* dispute, her office said.

            ### **Related article: [Council splits over budget](https://example.org/budget)**

            She will leave office in June, a spokesman said.
            """);
        Assert.Equal("Mayor of Tarn resigns\n\nMayor Lio Brask resigned on Monday after a long dispute, her office said.\n\nShe will leave office in June, a spokesman said.", report.Text);
        Assert.Contains(report.Links, l => l.Text == "Council splits over budget");
    }

    [Fact]
    public void A_line_that_repeats_under_different_stories_is_furniture_and_a_shared_story_is_not()
    {
        const string tail = "\n\nThe lantern is printed on paper from the valley.\n\nOur office stands at the old mill.";
        Document a = Text("a.txt", "Ferry runs aground\n\nA ferry ran aground near Ost on Monday, the coast guard said.\n\nNobody was hurt, it said in a statement." + tail);
        Document b = Text("b.txt", "Bakers ask for cheaper flour\n\nBakers in Ost asked the ministry for cheaper flour on Friday.\n\nThe ministry said it would answer within a week." + tail);
        Document copy = Text("c.txt", "Ship stuck near Ost\n\nA ferry ran aground near Ost on Monday, the coast guard said.\n\nNobody was hurt, it said in a statement.");
        Report[] reports = [.. Cleaner.Clean([a, b, copy])];
        Assert.DoesNotContain("lantern", reports[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("old mill", reports[1].Text, StringComparison.Ordinal);
        Assert.Contains("Nobody was hurt", reports[0].Text, StringComparison.Ordinal);
        Assert.Contains("Nobody was hurt", reports[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_gives_its_story_and_its_metadata()
    {
        Report report = Clean("""
            <!doctype html><html lang="en"><head><title>Storm floods Lower Ebren | The Ebren Post</title>
            <meta property="og:site_name" content="The Ebren Post"><meta property="article:published_time" content="2031-05-06T07:08:09+02:00">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm floods Lower Ebren","author":{"@type":"Person","name":"Tamas Quell"}}</script></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <article><h1>Storm floods Lower Ebren</h1><p>A storm flooded the lower town of Ebren on Monday night and left hundreds without power, officials said.</p>
            <figure><img src="x.jpg"><figcaption>Water stands in Mill Street. Photo: A. Tell</figcaption></figure>
            <p>Governor Sela Indra said the dam had held. &quot;It was close,&quot; she told reporters&nbsp;there.</p>
            <div class="share-buttons"><a href="#">Share this on a network of yours</a></div>
            <p>Schools stay closed until Thursday, the town hall said, and the trains do not run.</p></article>
            <aside><h3>Most read</h3><ul><li><a href="/1">A dog saves a cat in Upper Ebren and everybody is happy</a></li></ul></aside>
            <footer>All rights reserved</footer></body></html>
            """);
        Assert.Equal("Storm floods Lower Ebren", report.Title);
        Assert.Equal("The Ebren Post", report.Outlet);
        Assert.Equal(["Tamas Quell"], report.Authors);
        Assert.Equal("2031-05-06T07:08:09+02:00", report.Published?.Edtf);
        Assert.StartsWith("Storm floods Lower Ebren\n\nA storm flooded", report.Text, StringComparison.Ordinal);
        Assert.Contains("\"It was close,\" she told reporters there.", report.Text, StringComparison.Ordinal);
        Assert.Contains(report.Passages, p => p.Kind == PassageKind.Caption);
        Assert.DoesNotContain("Share this", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dog saves", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("World", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("April 09, 2019", "2019-04-09")]
    [InlineData("9. April 2019, 10:15 Uhr", "2019-04-09")]
    [InlineData("le 1er février 2020", "2020-02-01")]
    [InlineData("15 de marzo de 2021", "2021-03-15")]
    [InlineData("Tue, 09 Apr 2019 10:00:00 +0300", "2019-04-09T10:00:00+03:00")]
    [InlineData("09.04.2019", "2019-04-09")]
    [InlineData("3/4/2019", null)]
    [InlineData("2019-04-09T10:00:00Z", "2019-04-09T10:00:00Z")]
    [InlineData("2019-04-09T10:00:00", "2019-04-09")]
    [InlineData("31.02.2019", null)]
    [InlineData("2 марта 2022", "2022-03-02")]
    public void A_written_date_is_read_whole_or_not_at_all(string written, string? wanted) => Assert.Equal(wanted, WrittenDate.Read(written));

    private static Report Clean(string text) => Cleaner.Clean([Text("report.txt", text)])[0];

    private static Document Text(string name, string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), name).Single().Document!;
}
