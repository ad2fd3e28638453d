// More input that means harm: damaged web archives, bombs inside them, data nested without end, texts that are all signs.
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Documents;

public sealed class HostilePagesTests
{
    private const string _words = "The mill at Ost burned down on Friday, the fire brigade said.";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_WACZ_gives_the_pages_of_its_web_archives_and_none_of_its_indexes()
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "datapackage.json", "{\"profile\":\"data-package\",\"resources\":[{\"name\":\"data.warc.gz\",\"path\":\"archive/data.warc.gz\"}]}"u8.ToArray());
            Add(zip, "pages/pages.jsonl", "{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All pages\"}\n{\"url\":\"https://ost.example/1\",\"title\":\"The mill at Ost burned down\"}\n"u8.ToArray());
            Add(zip, "indexes/index.cdx", "example,ost)/1 20310506070809 {\"url\":\"https://ost.example/1\",\"mime\":\"text/html\",\"status\":\"200\"}\n"u8.ToArray());
            Add(zip, "archive/data.warc.gz", [.. Gzip(Response(1)), .. Gzip(Response(2))]);
        }
        Assert.Equal(["any#archive/data.warc.gz#https://ost.example/1", "any#archive/data.warc.gz#https://ost.example/2"], Read(stream.ToArray()).Select(r => r.Document?.File).OfType<string>());
    }

    [Fact]
    public void A_damaged_record_of_a_packed_web_archive_is_said_and_the_others_are_read()
    {
        byte[] second = Gzip(Response(2));
        for (int i = 20; i < second.Length - 8; i++)
            second[i] ^= 0x5A;
        DocumentResult[] results = Read([.. Gzip(Response(1)), .. second, .. Gzip(Response(3))]);
        Assert.Equal(["Report 1: " + _words, "Report 3: " + _words], results.Select(r => r.Document?.Blocks[0].Text).OfType<string>().Where(t => !t.Contains("Report 2", StringComparison.Ordinal)));
        Assert.Contains(results.SelectMany(r => r.Problems), p => p.What.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void A_packed_file_that_is_all_marks_of_members_is_given_up_in_bounded_time() =>
        Assert.Contains(Read([.. Enumerable.Range(0, 500_000).SelectMany(_ => (byte[])[0x1F, 0x8B, 8, 0])]), r => r.Document is null && r.Problems.Length > 0);

    [Fact]
    public void A_bomb_inside_a_record_of_a_web_archive_costs_itself()
    {
        byte[] bomb = Http("Content-Type: text/html\r\nContent-Encoding: gzip", Gzip(new byte[200 << 20]));
        DocumentResult[] results = Read([.. Response(1), .. Record(2, bomb), .. Response(3)]);
        Assert.Equal(["Report 1: " + _words, "Report 3: " + _words], results.Select(r => r.Document?.Blocks[0].Text).OfType<string>());
        Assert.Contains(results.SelectMany(r => r.Problems), p => p.File.EndsWith("/2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<html><head><script type=\"application/ld+json\">{0}</script></head><body><p>{1}</p></body></html>", "[", 200_000)]
    [InlineData("<html><body><script>window.__STATE__ = {0};</script><p>Rain.</p>{1}</body></html>", "{{\"a\":", 200_000)]
    [InlineData("<html><body>{0}<p>{1}</p></body></html>", "<script>var publishDate='2031-05-06';</script>", 100_000)]
    [InlineData("<html><body>{0}<p>{1}</p></body></html>", "<h1>Rain</h1><article><p>Rain fell.</p>", 100_000)]
    public void A_page_whose_data_or_parts_have_no_end_is_read_in_bounded_time(string page, string part, int times)
    {
        string source = page.Replace("{0}", string.Concat(Enumerable.Repeat(part.Replace("{{", "{", StringComparison.Ordinal), times)), StringComparison.Ordinal).Replace("{1}", _words, StringComparison.Ordinal);
        Report report = Timed(() => Clean(source));
        Assert.Contains(report.Removed.Select(r => r.Text).Append(report.Text), t => t.Contains(_words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---\n\n")]
    [InlineData("---\n\nDonate\n\n")]
    [InlineData("THE OST POST\n\n")]
    [InlineData("* * *\n\n_Rain fell._\n\n")]
    [InlineData("By Ilva Morn | 6 May 2031\n\n")]
    public void A_text_of_one_sign_over_and_over_is_cleaned_in_bounded_time(string part)
    {
        string story = $"# Mill burns\n\n{string.Concat(Enumerable.Repeat(_words + "\n\n", 3))}";
        Report report = Timed(() => Clean(story + string.Concat(Enumerable.Repeat(part, 200_000))));
        Assert.Contains(_words, report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item><title>Mill</title><description><![CDATA[<p>{0}</p>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"content_text\":\"{0}\",\"tags\":")]
    public void A_feed_that_never_closes_what_it_opened_is_read_as_far_as_it_goes(string feed)
    {
        string source = feed.Replace("{0}", _words, StringComparison.Ordinal) + new string('[', 1_000_000);
        DocumentResult[] results = Read(Encoding.UTF8.GetBytes(source));
        Assert.Contains(results, r => r.Document is { } document && document.Blocks.Any(b => b.Text.Contains(_words, StringComparison.Ordinal)));
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private static byte[] Response(int number) => Record(number, Http("Content-Type: text/html", Encoding.UTF8.GetBytes($"<html><body><p>Report {number}: {_words}</p></body></html>")));

    private static byte[] Http(string headers, byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n"), .. body];

    private static byte[] Record(int number, byte[] http) =>
        [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ost.example/{number}\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static DocumentResult[] Read(byte[] bytes) => Timed(() => DocumentReader.Read(bytes, "any").ToArray());

    private static Report Clean(string source) => Cleaner.Clean([DocumentReader.Read(Encoding.UTF8.GetBytes(source), "any").First(r => r.Document is not null).Document!])[0];

    private static T Timed<T>(Func<T> work)
    {
        long began = Stopwatch.GetTimestamp();
        T result = work();
        Assert.True(Stopwatch.GetElapsedTime(began) < _patience, $"it took {Stopwatch.GetElapsedTime(began)}");
        return result;
    }
}
