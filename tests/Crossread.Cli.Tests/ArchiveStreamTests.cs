// A web archive of ten thousand pages through the command: bounded memory, every record accounted for.
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Crossread.Cli.Tests;

public sealed class ArchiveStreamTests : IDisposable
{
    private const int _pages = 10_000, _broken = 10;

    // Held all at once the pages' reports would need several times as much.
    private const string _heapBytes = "0xC000000"; // 192 MiB

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Ten_thousand_pages_are_cleaned_in_a_heap_that_cannot_hold_them_and_each_record_is_accounted_for()
    {
        string archive = Path.Combine(_folder, "pages.warc.gz");
        using (FileStream file = File.Create(archive))
        {
            for (int i = 0; i < _pages; i++)
                WriteRecord(file, i);
        }

        Run run = Run.With(null, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = _heapBytes }, "clean", "--as", "jsonl", archive);

        Assert.Equal(2, run.Status);
        Assert.Equal(_pages - _broken, run.Output.Count(c => c == '\n'));
        Assert.Equal(_broken, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Report 9999 of the year", run.Output, StringComparison.Ordinal);
    }

    // One record in a thousand holds no words; it must be said.
    private static void WriteRecord(Stream file, int number)
    {
        string body = number % (_pages / _broken) == 7 ? "<html><body></body></html>" : Page(number);
        byte[] http = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body);
        using GZipStream gzip = new(file, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ost.example/{number}\r\nContent-Length: {http.Length}\r\n\r\n")));
        gzip.Write(http);
        gzip.Write("\r\n\r\n"u8);
    }

    private static string Page(int number)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"<html><head><title>Report {number} of the year</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>Report {number} of the year</h1>");
        for (int i = 0; i < 12; i++)
            page.Append(CultureInfo.InvariantCulture, $"<p>Paragraph {i} of report {number} says that the mill at Ost was seen from the road on day {number % 365}, the fire brigade said, and that nobody was hurt.</p>");
        return page.Append("</article><footer>All rights reserved</footer></body></html>").ToString();
    }
}
