// Readers and cleaner under input that was made by breaking good input. Seeded: a seed names every input again.
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Tests.Documents;

/// <summary>
/// One target for each reader. A target runs CROSSREAD_FUZZ_SECONDS (default one) from the seed CROSSREAD_FUZZ_SEED (default 1) and writes how many
/// inputs it tried. What must hold: nothing throws, every input gives a document or a problem, every character has its place, cleaning twice
/// changes nothing, and no input of this size takes long.
/// </summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private static readonly double _seconds = double.TryParse(Environment.GetEnvironmentVariable("CROSSREAD_FUZZ_SECONDS"), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds : 1;
    private static readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("CROSSREAD_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 1;

    private const int _longest = 40_000;
    private const double _slowestSeconds = 20;

    private const string _story = "Harbour reopens after strike\n\nBy Ilva Morn\n\nMarch 4, 2031\n\nPORT SELM (Reuters) - Dock workers went back to work on Tuesday after the city agreed to raise their pay.\n\n“We got what we asked for,” said Oren Vasht.\n\nSign up for our newsletter\n\nRead more\n";

    private static readonly string _page = "<!doctype html><html lang=\"de\"><head><title>Regen | Die Post</title><meta charset=\"utf-8\"><meta property=\"og:title\" content=\"Regen &amp; Wind\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Regen\",\"datePublished\":\"2031-05-06T07:08:09+02:00\",\"author\":[{\"name\":\"Ana Ruiz\"}]}</script></head><body><nav><ul><li><a href='/'>Start</a></ul></nav><article><h1><span class=kicker>Wetter</span> Regen</h1><time datetime=\"2031-05-06\">6. Mai 2031</time><p>Am Dienstag hat es in Orvo den ganzen Tag geregnet&nbsp;&ndash; sagte der B&uuml;rgermeister.<br>Viele Keller standen unter Wasser.<table><tr><td>a<td>b</table><blockquote>„So viel Regen!“</blockquote><figure><img><figcaption>Foto: A. Tell</figcaption></figure></article><div class=\"share\"><a href=#>Teilen</a></div><footer>© 2031 Die Post</footer></body></html>";

    private static readonly string _empty = "<html><head><title>Rain</title><script>dataLayer=[{\"publishDate\":\"2031-05-06\"}]</script></head><body><div id=root></div><script type=\"application/json\">{\"page\":{\"body\":["
        + string.Join(',', Enumerable.Range(1, 9).Select(i => $"{{\"text\":\"Paragraph {i} tells of rain over the hills of Orvo, \\u201Cmore than ever\\u201D, and of <b>wind</b>.\"}}")) + "]}}</script></body></html>";

    private static readonly string[] _tokens = ["<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#x1F600;", "&#0;", "&", "\"", "'", "=", "<p>", "</p>", "<div>", "<table>", "<td>", "</a>", "<script>", "</script>", "<title>", "<svg>", "<!DOCTYPE x [", "]>", "<?xml", "{", "}", "[", "]", ",", ":", "\\u", "\\ud83d", "\r\n", "\n\n", "\0", "\uFEFF", "\u202E", "\uD83D\uDE00", "WARC/1.0\r\n", "Content-Length: 5\r\n", "HTTP/1.1 200 OK\r\n\r\n", "2031-05-06", "©", "# ", "](", "**", "> "];

    public static TheoryData<string> Targets => new("text", "markdown", "html", "rss", "atom", "jsonfeed", "ninjs", "nitf", "newsml", "zip", "tar", "gzip", "warc", "encodings");

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_reader_stands_what_broken_input_does_to_it(string target)
    {
        byte[][] good = [.. Good(target)];
        long began = Stopwatch.GetTimestamp();
        int tried = 0;
        while (tried < 20 || Stopwatch.GetElapsedTime(began).TotalSeconds < _seconds)
        {
            Random random = new(HashCode(target, tried));
            byte[] input = Break(good[random.Next(good.Length)], good, random);
            string name = string.Create(CultureInfo.InvariantCulture, $"{target}, seed {_seed}, input {tried}");
            long start = Stopwatch.GetTimestamp();
            Holds(input, name);
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < _slowestSeconds, $"{name}: took {Stopwatch.GetElapsedTime(start)}");
            tried++;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {tried} inputs in {Stopwatch.GetElapsedTime(began).TotalSeconds:f1} s"));
    }

    private static int HashCode(string target, int tried)
    {
        uint hash = 2166136261;
        foreach (char c in target + tried.ToString(CultureInfo.InvariantCulture) + "/" + _seed.ToString(CultureInfo.InvariantCulture))
            hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash & int.MaxValue);
    }

    private static void Holds(byte[] input, string name)
    {
        try
        {
            int results = 0;
            foreach (DocumentResult result in DocumentReader.Read(input, "any").Take(50))
            {
                results++;
                Assert.True(result.Document is not null || result.Problems.Length > 0, name);
                if (result.Document is not { } document)
                    continue;
                Report report = Cleaner.Clean([document])[0];
                Assert.Equal(report.Text.Length, report.Map.Length);
                foreach (SourceMap.Piece piece in report.Map.Pieces)
                    Assert.InRange(piece.Source.End, 0, document.Source.Length);
                Assert.Equal(report.Text, string.Join("\n\n", report.Passages.Select(p => p.Span.Cut(report.Text))));
            }
            Assert.True(results > 0 || ArchiveReader.Recognises(input), name);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"{name}: {failure}\n{Convert.ToBase64String(input)}");
        }
    }

    // One to eight changes: bytes flipped, cut out, doubled, moved, tokens put in, another input spliced in, the end cut off.
    private static byte[] Break(byte[] source, byte[][] others, Random random)
    {
        List<byte> bytes = [.. source];
        for (int change = random.Next(1, 9); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(bytes.Count - at, random.Next(1, 200));
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    List<byte> moved = bytes.GetRange(at, length);
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                    break;
                case 4:
                    byte[] other = others[random.Next(others.Length)];
                    bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray());
                    break;
                case 5:
                    byte[] token = Encoding.UTF8.GetBytes(_tokens[random.Next(_tokens.Length)]);
                    for (int times = random.Next(10) == 0 ? 300 : 1; times > 0; times--)
                        bytes.InsertRange(at, token);
                    break;
                case 6:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(_tokens[random.Next(_tokens.Length)]));
                    break;
            }
            if (bytes.Count > _longest)
                bytes.RemoveRange(_longest, bytes.Count - _longest);
        }
        return [.. bytes];
    }

    private static IEnumerable<byte[]> Good(string target)
    {
        byte[] page = Encoding.UTF8.GetBytes(_page), text = Encoding.UTF8.GetBytes(_story);
        string item = "<item><title>Regen &amp; Wind</title><link>https://ost.example/1</link><pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate><content:encoded><![CDATA[<p>Es hat in Orvo geregnet, sagte die Feuerwehr.</p>]]></content:encoded></item>";
        return target switch
        {
            "text" => [text, Encoding.UTF8.GetBytes("One line.\n\nAnother line, and a third.\r\nBroken at\r\none width, it\r\ngoes on.")],
            "markdown" => [Encoding.UTF8.GetBytes("# Mayor of **Tarn** resigns\n\nMayor [Lio Brask](https://example.org/a) resigned after a *long* dispute.\n\n- one\n- two\n\n> “Never,” she said.\n\n```\ncode\n```\n\n### Related article: [Council](https://x.org)"), Encoding.UTF8.GetBytes("THE TARN POST\nThe paper of the hills since 1881\n\n# Mayor of Tarn resigns\n\nLio Brask | 6 May 2031 | 4 min read\n\nMayor Tilde Hask resigned after a long dispute over the bridge.\n\n* * *\n\nNobody had asked her to go, she said.\n\n---\n\n*Support our work.*")],
            "html" => [page, Encoding.UTF8.GetBytes("<p>Rain fell on the hills of Orvo all day, Mayor Tilde Hask said.</p><p>Read more</p>"), Encoding.UTF8.GetBytes(_empty)],
            "rss" => [Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x \"y\">]><rss version=\"2.0\"><channel><title>Ost</title><language>de</language>" + item + item + "</channel></rss>")],
            "atom" => [Encoding.UTF8.GetBytes("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Ost</title><entry><title type=\"html\">Rain &lt;b&gt;fell&lt;/b&gt;</title><link rel=\"alternate\" href=\"https://ost.example/1\"/><updated>2031-03-04T10:00:00Z</updated><author><name>Ana Ruiz</name></author><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Rain fell on Orvo.</p></div></content></entry></feed>")],
            "jsonfeed" => [Encoding.UTF8.GetBytes("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Ost\",\"items\":[{\"id\":\"1\",\"title\":\"Mill \\u201Cburns\\u201D\",\"content_html\":\"<p>The mill at Ost\\nburned \\\"down\\\".</p>\",\"date_published\":\"2031-03-04T10:00:00Z\"},{\"id\":\"2\",\"content_text\":\"A second item.\"}]}")],
            "ninjs" => [Encoding.UTF8.GetBytes("{\"uri\":\"https://wire.example/1\",\"versionCreated\":\"2031-05-06T07:30:00Z\",\"by\":\"By Ana Ruiz\",\"headlines\":[{\"value\":\"Flood\"}],\"bodies\":[{\"value\":\"<p>The river reached Orvo.</p>\"}],\"infoSources\":[{\"name\":\"Valley Wire\"}]}")],
            "nitf" => [Encoding.UTF8.GetBytes("<nitf><head><docdata><date.issue norm=\"20310506T070809Z\"/></docdata><pubdata name=\"The Orvo Times\"/></head><body><body.head><hedline><hl1>Flood</hl1></hedline><byline>By <person>Ana Ruiz</person></byline></body.head><body.content><p>The river reached Orvo &amp; the mills.</p><media><media-caption>Water.</media-caption></media></body.content></body></nitf>")],
            "newsml" => [Encoding.UTF8.GetBytes("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet><newsItem guid=\"urn:1\" xml:lang=\"en\"><itemMeta><versionCreated>2031-05-06T09:30:00+02:00</versionCreated></itemMeta><contentMeta><headline>Flood</headline><by>By Ana Ruiz</by></contentMeta><contentSet><inlineXML><html><body><p>The river reached Orvo.</p></body></html></inlineXML></contentSet></newsItem><newsItem><contentMeta><headline>Zwei</headline></contentMeta><contentSet><inlineData>Der Fluss ist da.</inlineData></contentSet></newsItem></itemSet></newsMessage>")],
            "zip" => [Zip(("a.txt", text), ("b.html", page)), Zip(("c.zip", Zip(("d.txt", text))))],
            "tar" => [Tar(("a.txt", text), ("b.html", page))],
            "gzip" => [Gzip(page), Gzip(Tar(("a.txt", text))), Gzip(Gzip(text))],
            "warc" => [Warc(page, text), Gzip(Warc(page)), [.. Gzip(Warc(page)), .. Gzip(Warc(text))]],
            _ => [Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(_page)).ToArray(), Encoding.BigEndianUnicode.GetBytes(_story), Encoding.Latin1.GetBytes(_page), [0xEF, 0xBB, 0xBF, .. page]],
        };
    }

    private static byte[] Warc(params byte[][] pages)
    {
        using MemoryStream warc = new();
        warc.Write("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n"u8);
        foreach (byte[] page in pages)
        {
            byte[] http = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"u8, .. page];
            warc.Write(Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ost.example/\r\nContent-Length: {http.Length}\r\n\r\n"));
            warc.Write(http);
            warc.Write("\r\n\r\n"u8);
        }
        return warc.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Tar(params (string Name, byte[] Bytes)[] members)
    {
        using MemoryStream stream = new();
        using (System.Formats.Tar.TarWriter tar = new(stream, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
                tar.WriteEntry(new System.Formats.Tar.UstarTarEntry(System.Formats.Tar.TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
