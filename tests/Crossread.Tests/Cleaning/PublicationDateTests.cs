// When was a page published? Ways in which pages of many countries and systems say it. All pages are invented.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Cleaning;

public sealed class PublicationDateTests
{
    private const string _body = "<p>The council of Orvo met on the hill for nine hours and agreed in the end on a new bridge, its speaker said.</p><p>Nobody opposed it, although three members had left the hall before the vote was taken that evening.</p>";

    [Theory]
    [InlineData("en", "Jan. 3, 2031")]
    [InlineData("en", "3rd of January, 2031")]
    [InlineData("en", "10:30 PM EST, Fri January 3, 2031")]
    [InlineData("en", "3-Jan-31")]
    [InlineData("en", "Jan 3 '31")]
    [InlineData("en-US", "1/3/2031 10:30 AM")]
    [InlineData("en-US", "01-03-2031")]
    [InlineData("en-GB", "03/01/31")]
    [InlineData("en", "03 | 01 | 2031")]
    [InlineData("de", "Fr, 3. Jan. 2031")]
    [InlineData("de", "03.01.31, 10:30 Uhr")]
    [InlineData("fr", "vendredi 3 janv. 2031 à 10h30")]
    [InlineData("es", "Ene 3 de 2031")]
    [InlineData("ca", "3 de gener del 2031")]
    [InlineData("fi", "3. tammikuuta 2031")]
    [InlineData("hu", "2031. január 3.")]
    [InlineData("hu", "2031. 01. 03.")]
    [InlineData("lv", "2031. gada 3. janvāris")]
    [InlineData("lt", "2031 m. sausio 3 d.")]
    [InlineData("eu", "2031ko urtarrilaren 3a")]
    [InlineData("is", "3. janúar 2031")]
    [InlineData("bg", "3 януари 2031 г.")]
    [InlineData("az", "3 yanvar 2031")]
    [InlineData("ka", "3 იანვარი 2031")]
    [InlineData("ar", "٣ كانون الثاني ٢٠٣١")]
    [InlineData("fa", "۳ ژانویه ۲۰۳۱")]
    [InlineData("he", "3 בינואר 2031")]
    [InlineData("hi", "०३ जनवरी २०३१")]
    [InlineData("bn", "৩ জানুয়ারি ২০৩১")]
    [InlineData("ta", "3 ஜனவரி 2031")]
    [InlineData("th", "3 ม.ค. 2574")]
    [InlineData("vi", "Ngày 3 tháng 1 năm 2031")]
    [InlineData("ms", "3 Januari 2031")]
    [InlineData("zh", "2031年1月3日 10:30")]
    [InlineData("ja", "2031年1月3日(金) 10時30分")]
    [InlineData("ko", "입력 2031년 1월 3일")]
    [InlineData("ko", "31.01.03 10:30")]
    public void A_day_is_read_as_the_pages_language_writes_it(string language, string line) =>
        Assert.Equal("2031-01-03", Published($"<html lang=\"{language}\"><body><h1>Council agrees on bridge</h1><div>{line}</div>{_body}</body></html>"));

    [Theory]
    [InlineData("Published January 3, 2031 - Updated January 5, 2031", "2031-01-03", "2031-01-05")]
    [InlineData("Last updated Sat 4 Jan 2031, first published Fri 3 Jan 2031", "2031-01-03", "2031-01-04")]
    public void Of_two_days_in_a_line_each_has_its_own_words(string line, string published, string modified)
    {
        Report report = Clean($"<body><h1>Council agrees on bridge</h1><p>{line}</p>{_body}</body>");
        Assert.Equal(published, report.Published?.Edtf);
        Assert.Equal(modified, report.Modified?.Edtf);
    }

    [Fact]
    public void A_label_in_the_line_before_says_which_day_it_is()
    {
        Report report = Clean($"<body><h1>Council agrees on bridge</h1><dl><dt>Published on:</dt><dd>3 January 2031</dd><dt>Last edited on:</dt><dd>9 January 2031</dd></dl>{_body}</body>");
        Assert.Equal("2031-01-03", report.Published?.Edtf);
        Assert.Equal("2031-01-09", report.Modified?.Edtf);
    }

    [Theory]
    [InlineData("<script>window.dataLayer=[{\"page\":{\"publishDate\":\"2031-01-03T08:00\"}}];</script>")]
    [InlineData("<script>var article = { published_at: '03.01.2031', id: 7 };</script>")]
    [InlineData("<script>self.__data.push(\"{\\\"datePublished\\\":\\\"2031-01-03\\\"}\")</script>")]
    [InlineData("<script>s.pubDate=1925200800;</script>")]
    public void The_day_that_a_script_carries_counts_where_nothing_else_tells(string script) =>
        Assert.Equal("2031-01-03", Published($"<body>{script}<h1>Council agrees on bridge</h1>{_body}</body>"));

    [Fact]
    public void Scripts_that_carry_the_days_of_several_reports_say_nothing() =>
        Assert.Null(Published($"<body><script>x=[{{\"publishDate\":\"2031-01-03\"}},{{\"publishDate\":\"2031-01-07\"}}]</script><h1>Council agrees on bridge</h1>{_body}</body>"));

    [Theory]
    [InlineData("<span class=\"when\" data-datetime=\"2031-01-03T08:00:00\">Friday</span>")]
    [InlineData("<time data-timestamp=\"1925200800\">five days ago</time>")]
    [InlineData("<relative-time datetime=\"2031-01-03\">five days ago</relative-time>")]
    public void The_day_that_a_script_would_show_is_read_from_its_attribute(string mark) =>
        Assert.Equal("2031-01-03", Published($"<body><h1>Council agrees on bridge</h1><p>{mark}</p>{_body}</body>"));

    [Fact]
    public void A_report_put_out_again_keeps_the_day_of_its_address()
    {
        Report report = Clean($"<head><link rel=\"canonical\" href=\"https://tide.example/2031/1/3/bridge\"><meta property=\"article:published_time\" content=\"2032-06-05T10:00:00Z\"></head><body><h1>Council agrees on bridge</h1>{_body}</body>");
        Assert.Equal("2031-01-03", report.Published?.Edtf);
        Assert.Contains("new edition", report.Published?.Because, StringComparison.Ordinal);
        Assert.Contains(report.Stated, s => s.Value.StartsWith("2032-06-05", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bare_day_from_before_the_web_is_not_the_pages_own() =>
        Assert.Null(Published($"<body><h1>Ilva Morn</h1><ul><li>28 January 1975</li><li>Orvo</li></ul>{_body}</body>"));

    private static string? Published(string page) => Clean(page).Published?.Edtf[..10];

    private static Report Clean(string page) => Cleaner.Clean([DocumentReader.Read(Encoding.UTF8.GetBytes(page), "page.html").Single().Document!])[0];
}
