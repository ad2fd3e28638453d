// Input made to harm: each costs bounded time and memory, is said, and the rest is read.
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Documents;

public sealed class HostileInputTests
{
    private const string _words = "The mill at Ost burned down on Friday, the fire brigade said.";

    // Far more than it takes on a slow machine with other work, far less than without a bound.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Entities_that_grow_or_name_files_and_addresses_are_never_resolved()
    {
        StringBuilder bomb = new("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"boom\"><!ENTITY file SYSTEM \"file:///etc/hostname\"><!ENTITY net SYSTEM \"http://127.0.0.1:9/\">");
        for (int i = 1; i < 30; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        foreach (string root in (string[])["<rss version=\"2.0\"><channel><item><title>{0}</title><description>" + _words + "</description></item></channel></rss>", "<nitf><body><body.content><p>" + _words + " {0}</p></body.content></body></nitf>", "<html><body><p>" + _words + " {0}</p></body></html>"])
        {
            DocumentResult[] results = Timed(() => Read(bomb + "]>" + root.Replace("{0}", "&a29; &file; &net;", StringComparison.Ordinal)));
            string text = string.Join('\n', results.SelectMany(r => r.Document?.Blocks ?? []).Select(b => b.Text));
            Assert.Contains("&a29; &file; &net;", text, StringComparison.Ordinal);
            Assert.Contains(_words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ten_gigabytes_of_one_tag_are_read_to_the_bound_and_no_further()
    {
        ReadingLimits limits = new() { DocumentBytes = 2 << 20 };
        foreach (string tag in (string[])["<div>", "<div a", "</p>", "<!--", "<p>word ", "&amp;", "<a href=\"x\">", "[x](", "<![CDATA["])
        {
            using EndlessStream stream = new("<html><body>" + tag, tag, 10L << 30);
            DocumentResult[] results = Timed(() => DocumentReader.ReadStream(stream, "endless", limits, null).ToArray());
            Assert.Contains(results.SelectMany(r => r.Problems), p => p.What.Contains("longer than", StringComparison.Ordinal));
            Assert.InRange(stream.Position, 1, 3L << 20);
        }
    }

    [Fact]
    public void Nesting_deeper_than_the_bound_is_flattened_and_said()
    {
        DocumentResult result = Assert.Single(Timed(() => Read("<html><body>" + string.Concat(Enumerable.Repeat("<div><b>", 100_000)) + $"<p>{_words}</p>")));
        Assert.Contains(result.Document!.Blocks, b => b.Text == _words);
        Assert.Contains("nested deeper than 512", Assert.Single(result.Problems).What, StringComparison.Ordinal);
        Assert.Contains("burned down", Timed(() => Cleaner.Clean([result.Document]))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_of_ten_megabytes_cost_nothing_but_their_reading()
    {
        string huge = new('x', 10_000_000);
        foreach (string name in (string[])["class", "id", "style", "href", "content", "datetime", "onclick"])
        {
            DocumentResult result = Assert.Single(Timed(() => Read($"<html><body><meta {name}=\"{huge}\"><div {name}='{huge[..2_000_000]}'><a {name}={huge[..2_000_000]}>x</a><p>{_words}</p></div></body></html>")));
            Assert.Contains(result.Document!.Blocks, b => b.Text.Contains(_words, StringComparison.Ordinal));
            Assert.All(result.Document.Metadata, m => Assert.InRange(m.Value.Length, 0, 4000));
            Assert.All(result.Document.Elements, e => Assert.InRange(e.Names.Length, 0, 10_000));
        }
    }

    [Theory]
    [InlineData("\\ud83d", "Mill\uFFFD burns")]
    [InlineData("\\ude00", "Mill\uFFFD burns")]
    [InlineData("\\ud83d\\ud83d", "Mill\uFFFD\uFFFD burns")]
    [InlineData("\\ud83d\\ude00", "Mill\uD83D\uDE00 burns")]
    [InlineData("\\\\ud83d", "Mill\\ud83d burns")]
    public void Half_a_character_in_structured_data_costs_itself(string escape, string title)
    {
        string page = "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Mill" + escape + " burns\",\"x" + escape + "\":1}</script></head><body><p>" + _words + "</p></body></html>";
        Assert.Contains(Assert.Single(Read(page)).Document!.Metadata, m => m.Name == "ld:headline" && m.Value == title);
    }

    [Fact]
    public void A_million_attributes_and_a_million_classes_are_passed_over()
    {
        string many = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => " a" + i));
        DocumentResult result = Assert.Single(Timed(() => Read($"<html><body><div{many}><p>{_words}</p></div></body></html>")));
        Assert.Contains("burned down", Cleaner.Clean([result.Document!])[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_of_a_million_items_is_read_to_the_bound_and_said()
    {
        ReadingLimits limits = new() { DocumentBytes = 64 << 20, Items = 100_000 };
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "<rss><channel>" + string.Concat(Enumerable.Repeat("<item><title>Rain fell</title></item>", 1_000_000)));
            int items = 0;
            Problem? last = null;
            Timed(() =>
            {
                foreach (DocumentResult result in DocumentReader.Read(path, limits))
                    (items, last) = (items + (result.Document is null ? 0 : 1), result.Problems.LastOrDefault() ?? last);
                return true;
            });
            Assert.Equal(100_000, items);
            Assert.Contains("too many items", last?.What, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("<rss><channel>", "<item></item>", "")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}", ",{\"id\":\"1\"}", "]}")]
    [InlineData("<newsMessage>", "<newsItem></newsItem>", "</newsMessage>")]
    public void Items_without_words_make_one_problem_however_many_they_are(string before, string item, string after)
    {
        DocumentResult[] results = Timed(() => Read(before + string.Concat(Enumerable.Repeat(item, 100_000)) + after));
        Assert.InRange(results.Sum(r => r.Problems.Length), 1, 2);
        Assert.Contains("have no words", results[^1].Problems[^1].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Ost\",\"items\":[]}")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":7},{\"id\":8}]}")]
    [InlineData("{ jsonfeed.org")]
    public void A_feed_without_items_is_said(string feed)
    {
        DocumentResult result = Assert.Single(DocumentReader.Read(Encoding.UTF8.GetBytes(feed), "feed.json"));
        Assert.Null(result.Document);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void Archives_of_every_kind_fifty_deep_are_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_words);
        for (int i = 0; i < 50; i++)
            bytes = i % 2 == 0 ? Gzip(bytes) : Zip(("inner", bytes));
        Assert.Contains("nested deeper", Assert.Single(Assert.Single(Timed(() => DocumentReader.Read(bytes, "any").ToArray())).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_in_a_zip_costs_itself_and_the_other_members_are_read()
    {
        byte[] zip = Zip(("a.txt", Encoding.UTF8.GetBytes(_words)), ("bomb.txt", new byte[200 << 20]), ("z.txt", "Rain fell on the hills of Orvo all day."u8.ToArray()));
        DocumentResult[] results = Timed(() => DocumentReader.Read(zip, "any").ToArray());
        Assert.Equal(["any#a.txt", "any#z.txt"], results.Select(r => r.Document?.File).OfType<string>());
        Assert.Contains(results.SelectMany(r => r.Problems), p => p.File == "any#bomb.txt");
    }

    [Fact]
    public void Members_whose_paths_leave_the_folder_are_read_and_nothing_is_written()
    {
        string folder = Directory.CreateTempSubdirectory("crossread").FullName;
        try
        {
            string zip = Path.Combine(folder, "pile.zip");
            File.WriteAllBytes(zip, Zip(("../../outside.txt", Encoding.UTF8.GetBytes(_words)), ("/abs.txt", "Rain fell on the hills of Orvo all day."u8.ToArray()), ("C:\\x.txt", "Snow fell on the hills of Orvo all day."u8.ToArray())));
            Assert.Equal(3, DocumentReader.Read(zip).Count(r => r.Document is not null));
            Assert.Equal([zip], Directory.EnumerateFileSystemEntries(folder));
            Assert.False(File.Exists(Path.Combine(folder, "..", "..", "outside.txt")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000_000)]
    [InlineData(-40)]
    public void A_record_whose_length_lies_costs_itself_and_the_next_are_read(int lie)
    {
        MemoryStream warc = new();
        for (int i = 0; i < 5; i++)
        {
            byte[] http = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Report {i}: {_words}</p></body></html>");
            warc.Write(Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ost.example/{i}\r\nContent-Length: {http.Length + (i == 1 ? lie : 0)}\r\n\r\n"));
            warc.Write(http);
            warc.Write("\r\n\r\n"u8);
        }
        foreach (byte[] bytes in (byte[][])[warc.ToArray(), Gzip(warc.ToArray())])
        {
            DocumentResult[] results = Timed(() => DocumentReader.Read(bytes, "any").ToArray());
            foreach (int i in (int[])[0, 2, 3, 4])
                Assert.Contains(results, r => r.Document?.Blocks is [{ } only] && only.Text == $"Report {i}: {_words}");
            Assert.Contains(results.SelectMany(r => r.Problems), p => p.What.Contains("length", StringComparison.Ordinal) && p.File.EndsWith("/1", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_web_archive_in_which_every_length_lies_is_read_in_bounded_time()
    {
        MemoryStream warc = new();
        for (int i = 0; i < 30_000; i++)
            warc.Write("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"u8);
        Assert.NotEmpty(Timed(() => DocumentReader.Read(warc.ToArray(), "any").ToArray()));
    }

    [Theory]
    [InlineData("utf-8", "windows-1251", 1251, "Дождь шёл над Орво весь день, сказал мэр города.")]
    [InlineData("windows-1251", "utf-8", 65001, "Дождь шёл над Орво весь день, сказал мэр города.")]
    [InlineData("iso-8859-1", "shift_jis", 65001, "市長は川の水が引いたと述べた。橋はまだ閉じている。")]
    [InlineData("no-such-thing", "x-user-defined-thing", 65001, "Der Bürgermeister sagte, dass das Wasser zurückgeht.")]
    [InlineData(null, "utf-7", 65001, "Der Bürgermeister sagte, dass das Wasser zurückgeht.")]
    [InlineData("UTF-7", "utf-8", 65001, "Der Bürgermeister sagte, dass das Wasser zurückgeht.")]
    [InlineData(null, "utf-16", 65001, "Der Bürgermeister sagte, dass das Wasser zurückgeht.")]
    public void Of_two_contradictory_encodings_the_one_that_the_bytes_bear_out_is_taken(string? header, string meta, int true_, string words)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(true_) is { } encoding ? encoding.GetBytes(Page(meta, words)) : Encoding.UTF8.GetBytes(Page(meta, words));
        Assert.Contains(Assert.Single(DocumentReader.Read(bytes, "any", header)).Document!.Blocks, b => b.Text == words);
    }

    private static string Page(string meta, string words) => $"<html><head><meta charset=\"{meta}\"></head><body><p>{words}</p></body></html>";

    private static DocumentResult[] Read(string source) => [.. DocumentReader.Read(Encoding.UTF8.GetBytes(source), "any")];

    private static T Timed<T>(Func<T> work)
    {
        long began = Stopwatch.GetTimestamp();
        T result = work();
        Assert.True(Stopwatch.GetElapsedTime(began) < _patience, $"it took {Stopwatch.GetElapsedTime(began)}");
        return result;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
