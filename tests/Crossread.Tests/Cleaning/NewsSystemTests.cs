// Pages in the manner of today's news systems at their most awkward. The people, places and outlets are invented.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Tests.Cleaning;

public sealed class NewsSystemTests
{
    private const string _title = "Two ferries stop in autumn";
    private const string _one = "The ferry company of Port Selm will take two of its five boats out of service in autumn, its director Oren Vasht said on Monday.";
    private const string _two = "“We cannot pay for repairs that come every month,” he told the harbour council, which had asked for a report after the third breakdown of the year.";
    private const string _three = "Islanders fear for their schools: some ninety pupils cross the sound each morning, and the last boat home would leave at three in the afternoon.";
    private const string _four = "The council put off its vote to next week after two hours of speeches, the chair, Lio Brask, said late in the evening.";
    private const string _menu = "<header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/i\">Islands</a></li></ul></nav></header>";
    private const string _foot = "<footer><a href=\"/about\">About us</a> <a href=\"/privacy\">Privacy policy</a><p>© 2031 The Northern Tide. All rights reserved.</p></footer>";

    private static readonly string _body = string.Join("\n\n", _one, _two, _three, _four);

    [Fact]
    public void An_accelerated_page_loses_what_stands_in_for_its_advertisements()
    {
        Report report = Clean($"<body><amp-sidebar><a href=\"/\">Home</a></amp-sidebar><article><h1>{_title}</h1><div class=\"amp-wp-byline\">By Ilva Morn</div><div class=\"amp-wp-article-content\"><p>{_one}</p><amp-ad><div fallback>Ad failed</div></amp-ad><p>{_two}</p><amp-embed><p placeholder>Loading stories you may like from the web today.</p></amp-embed><p>{_three}</p><amp-social-share></amp-social-share><p>{_four}</p></div></article><amp-consent><p>We and our partners store information on your device. You can accept or refuse.</p></amp-consent></body>");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
    }

    [Theory]
    [InlineData("<script id=\"data\" type=\"application/json\">", "</script>")]
    [InlineData("<script>window.__STATE__ = ", ";</script>")]
    public void A_page_without_markup_for_its_story_is_read_from_its_data(string open, string close)
    {
        string paragraphs = string.Join(",", new[] { _one, _two, _three, _four }.Select(p => $"{{\"type\":\"paragraph\",\"text\":\"{p}\"}}"));
        string page = $"<html><head><title>{_title} | Tide</title><meta property=\"og:title\" content=\"{_title}\"></head><body><div id=\"root\">Loading…</div>{open}{{\"page\":{{\"article\":{{\"headline\":\"{_title}\",\"publishedAt\":\"2031-05-06T08:00:00Z\",\"body\":[{paragraphs}]}},\"related\":[{{\"summary\":\"The bakery of Orvo has opened its doors after a year of work on its roof.\"}}]}}}}{close}</body></html>";
        Report report = Clean(page);
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
        Assert.Equal("2031-05-06T08:00:00Z", report.Published?.Edtf);
        TextSpan three = new(report.Text.IndexOf(_three, StringComparison.Ordinal), report.Text.IndexOf(_three, StringComparison.Ordinal) + _three.Length);
        SourceSpan place = report.Map.ToSource(three);
        Assert.Equal(_three, page[place.Start..place.End]);
    }

    [Fact]
    public void An_empty_page_gives_the_body_of_its_structured_data()
    {
        string page = $"<html><head><title>{_title}</title><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{_title}\",\"articleBody\":\"{_body.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}</script></head><body></body></html>";
        Assert.Equal($"{_title}\n\n{_body}", Clean(page).Text);
    }

    [Fact]
    public void A_page_that_shows_the_beginning_only_gives_the_body_of_its_structured_data()
    {
        string page = $"<html><head><title>{_title}</title><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{_title}\",\"articleBody\":\"{_body.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}</script></head><body>{_menu}<main><h1>{_title}</h1><p>{_one}</p></main>{_foot}</body></html>";
        Assert.Equal($"{_title}\n\n{_body}", Clean(page).Text);
    }

    [Fact]
    public void The_data_of_a_page_that_shows_its_story_is_not_read_again()
    {
        string other = string.Join(",", Enumerable.Range(1, 8).Select(i => $"{{\"text\":\"Report {i} of the day tells of rain over the hills of Orvo and of the wind in the trees.\"}}"));
        Report report = Clean($"<body>{_menu}<article><h1>{_title}</h1><p>{_one}</p></article><script>window.__STATE__ = {{\"body\":[{other}]}};</script>{_foot}</body>");
        Assert.Equal($"{_title}\n\n{_one}", report.Text);
    }

    [Fact]
    public void The_captions_of_a_story_told_in_pictures_stay()
    {
        Report report = Clean($"<body>{_menu}<main><h1>The last summer of the ferries – in pictures</h1><p>{_one}</p><ul class=\"gallery\"><li><figure><figcaption>Passengers board the Selma at the old quay of Port Selm</figcaption></figure></li><li><figure><figcaption>The engine room of the Norna, built in the year of the great storm</figcaption></figure></li><li><figure><figcaption>Children on their way home from school</figcaption></figure></li></ul></main>{_foot}</body>");
        Assert.Contains("engine room of the Norna", report.Text, StringComparison.Ordinal);
        Assert.Equal(3, report.Passages.Count(p => p.Kind == PassageKind.Caption));
    }

    [Fact]
    public void Short_answers_of_an_interview_are_its_text()
    {
        Report report = Clean($"<body>{_menu}<article><h1>Oren Vasht: “There has always been a way”</h1><p class=\"intro\">{_one} We asked him why.</p><p><strong>Who decides?</strong></p><p>The council does.</p><p><strong>When?</strong></p><p>In autumn.</p><p><strong>Will you resign?</strong></p><p>No.</p><div class=\"newsletter-box\"><h3>Get the Tide in your inbox</h3><p>Our best stories each morning.</p></div></article>{_foot}</body>");
        Assert.EndsWith("Who decides?\n\nThe council does.\n\nWhen?\n\nIn autumn.\n\nWill you resign?\n\nNo.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_laid_out_in_a_table_keeps_its_middle_and_reads_its_byline()
    {
        Report report = Clean($"<HTML><HEAD><TITLE>The Northern Tide - {_title}</TITLE></HEAD><BODY><TABLE><TR><TD COLSPAN=3><FONT SIZE=1>Tuesday, May 6, 2031</FONT></TD></TR><TR><TD><A HREF=/>Front page</A><BR><A HREF=/i>Islands</A><BR><A HREF=/w>Weather</A></TD><TD><FONT SIZE=5><B>{_title}</B></FONT><BR><FONT SIZE=2>By ILVA MORN<BR>Tide staff writer</FONT><BR><BR><FONT SIZE=3>{_one}<BR><BR>{_two}<BR><BR>{_three}<BR><BR>{_four}</FONT><BR><BR><A HREF=/p>Printer-friendly version</A></TD><TD><B>Other stories</B><BR><A HREF=/1>Bakery opens again after a year of work</A></TD></TR></TABLE></BODY></HTML>");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
        Assert.Equal(["ILVA MORN"], report.Authors);
        Assert.Equal("2031-05-06", report.Published?.Edtf);
    }

    [Fact]
    public void Of_reports_that_follow_each_other_as_the_reader_scrolls_the_headlines_one_is_the_story()
    {
        Report report = Clean($"<html><head><title>{_title}</title></head><body>{_menu}<div><article><h1>{_title}</h1><p>{_one}</p><p>{_two}</p><p>{_three}</p><p>{_four}</p></article><article><h1>Bakery of Orvo opens again</h1><p>The bakery of Orvo has opened its doors after a year of work on its roof, which a storm had taken off.</p><p>Its owner, Tilde Hask, said that she had not thought of giving up for a single day.</p></article></div>{_foot}</body></html>");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
    }

    [Fact]
    public void Promotions_in_paragraphs_of_their_own_and_the_authors_note_go()
    {
        Report report = Clean($"<body>{_menu}<div class=\"region-content\"><h1>{_title}</h1><div class=\"submitted\">Submitted by Ilva Morn on Tue, 6 May 2031 - 08:00</div><div class=\"field-item\"><p>{_one}</p><p>ALSO READ: <a href=\"/1\">Ice holds ferry for a night and a day</a></p><p>{_two}</p><p><i>(Story continues below)</i></p><p>{_three}</p><p>SEE PICTURES: <a href=\"/g\">The last summer of the ferries</a></p><p>{_four}</p><p>Follow <a href=\"https://t.example\">@ilvamorn</a> for more from the islands.</p><p><em>Ilva Morn is the islands correspondent of the Tide. Write to her at ilva@tide.example.</em></p><p>Have a tip? Call our newsroom at 555 0100.</p></div></div>{_foot}</body>");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
        Assert.Equal(["Ilva Morn"], report.Authors);
        Assert.Contains(report.Removed, r => r.Reason.Contains("about the author", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_inside_an_element_that_names_the_lock_stays()
    {
        Report report = Clean($"<body>{_menu}<article><h1>{_title}</h1><div class=\"paywall\"><p>{_one}</p><p>{_two}</p><p>{_three}</p><p>{_four}</p></div><div class=\"paywall\"><p>Subscribe for one crown a week and read without limits.</p></div></article><section class=\"comments\">{string.Concat(Enumerable.Range(1, 12).Select(i => $"<p>Comment number {i} is a long one, and its writer takes great care to tell the others what they have all got wrong.</p>"))}</section>{_foot}</body>");
        Assert.Equal($"{_title}\n\n{_body}", report.Text);
    }

    [Fact]
    public void A_letter_with_cards_keeps_its_summary_and_loses_sign_up_and_what_to_read_next()
    {
        Report report = Clean($"<html><head><title>{_title}</title></head><body><main><article><header><a class=\"tag\" href=\"/t\">Shipping</a><h1>{_title}</h1><p class=\"gh-article-excerpt\">What the islands stand to lose when the boats stop</p></header><div class=\"gh-content\"><p>{_one}</p><p>{_two}</p><h2>The way to school</h2><p>{_three}</p><p>{_four}</p><div class=\"kg-signup-card\"><h2>Sign up for Selm Letters</h2><p>A letter each Sunday about the sea and those who live by it.</p></div></div></article><section class=\"gh-read-more\"><h3>Read next</h3><article><a href=\"/b\"><h3>Bakery opens again</h3><p>The bakery of Orvo has opened its doors after a year of work on its roof.</p></a></article></section></main></body></html>");
        Assert.Equal($"{_title}\n\nWhat the islands stand to lose when the boats stop\n\n{_one}\n\n{_two}\n\nThe way to school\n\n{_three}\n\n{_four}", report.Text);
    }

    private static Report Clean(string page) => Cleaner.Clean([DocumentReader.Read(Encoding.UTF8.GetBytes(page), "page.html").Single().Document!])[0];
}
