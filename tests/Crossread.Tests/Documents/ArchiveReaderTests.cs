// Archives are read member by member; what is damaged or hostile costs itself alone.
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

using Crossread.Documents;

namespace Crossread.Tests.Documents;

public sealed class ArchiveReaderTests
{
    private static readonly byte[] _page = Encoding.UTF8.GetBytes("<html><body><p>The mill at Ost burned down on Friday, the fire brigade said.</p></body></html>");

    [Fact]
    public void A_zip_gives_its_members_under_their_names()
    {
        DocumentResult[] results = Read(Zip(("b.txt", "A second report."u8.ToArray()), ("a.html", _page)));
        Assert.Equal(["any#a.html", "any#b.txt"], results.Select(r => r.Document!.File));
    }

    [Fact]
    public void A_tar_in_a_gzip_is_read()
    {
        MemoryStream tar = new();
        using (TarWriter writer = new(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../../etc/report.txt") { DataStream = new MemoryStream("The mayor spoke on Monday."u8.ToArray()) });
        Assert.Equal("The mayor spoke on Monday.", Assert.Single(Read(Gzip(tar.ToArray()))).Document!.Source);
    }

    [Fact]
    public void Archives_nested_fifty_deep_are_refused_with_a_reason()
    {
        byte[] bytes = _page;
        for (int i = 0; i < 50; i++)
            bytes = Zip(("inner.zip", bytes));
        Assert.Contains("nested deeper", Assert.Single(Assert.Single(Read(bytes)).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_cut_off_and_said()
    {
        byte[] bomb = Gzip(new byte[40 << 20]);
        Assert.Contains(Read(bomb), r => r.Document is null && r.Problems.Length > 0);
        byte[] text = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("one more word ", 2_000_000))));
        Assert.Contains(Read(text).SelectMany(r => r.Problems), p => p.What.Contains("longer than", StringComparison.Ordinal) || p.What.Contains("far more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_archive_gives_what_stands_before_the_damage()
    {
        byte[] zip = Zip(("a.txt", "A first report of the day."u8.ToArray()));
        Assert.Contains(Read(zip[..(zip.Length - 20)]), r => r.Problems.Length > 0);
    }

    [Fact]
    public void A_web_archive_gives_its_responses_and_accounts_for_every_record()
    {
        byte[] warc =
        [
            .. "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n"u8,
            .. Response("https://ost.example/1", _page),
            .. "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n"u8,
            .. Response("https://ost.example/2", _page, chunked: true),
            .. Response("https://ost.example/3", _page)[..^60],
        ];
        foreach (byte[] bytes in new[] { warc, Gzip(warc) })
        {
            DocumentResult[] results = Read(bytes);
            Assert.Equal(["any#https://ost.example/1", "any#https://ost.example/2"], results.Select(r => r.Document).OfType<Document>().Take(2).Select(d => d.File));
            Assert.Equal("The mill at Ost burned down on Friday, the fire brigade said.", results[1].Document!.Blocks[0].Text);
            Assert.Contains(results.SelectMany(r => r.Problems), p => p.What.Contains("cut off", StringComparison.Ordinal));
        }
    }

    private static byte[] Response(string address, byte[] body, bool chunked = false)
    {
        byte[] sent = chunked ? [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8] : body;
        byte[] http = [.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + (chunked ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n"), .. sent];
        return [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        MemoryStream stream = new();
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

    private static byte[] Gzip(byte[] bytes)
    {
        MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static DocumentResult[] Read(byte[] bytes) => [.. DocumentReader.Read(bytes, "any")];
}
