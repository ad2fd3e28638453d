// Bad input is said and passed over; the rest is read.
using System.Text;

using Crossread.Documents;

using FsCheck;
using FsCheck.Fluent;

namespace Crossread.Tests.Documents;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("documents").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_an_empty_file_and_a_folder_without_reports_are_said()
    {
        string empty = Save("empty.txt", []);
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "none")).FullName;
        Assert.Equal("no such file or folder", Assert.Single(Assert.Single(DocumentReader.Read(Path.Combine(_folder, "gone.txt"))).Problems).What);
        Assert.Equal("the file is empty", Assert.Single(Assert.Single(DocumentReader.Read(empty)).Problems).What);
        Assert.Equal("there is no report in the folder", Assert.Single(Assert.Single(DocumentReader.Read(folder)).Problems).What);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0 }, "a picture")]
    [InlineData(new byte[] { 1, 2, 3, 0, 4, 5, 6, 0, 0, 0, 7, 8, 200, 1 }, "binary data")]
    public void Binary_data_is_no_report(byte[] bytes, string kind)
    {
        DocumentResult result = Read(bytes);
        Assert.Null(result.Document);
        Assert.Contains(kind, Assert.Single(result.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Encodings_are_told_by_mark_label_and_content()
    {
        const string text = "Café Žilina – “naïve” news of the day.";
        Assert.Equal(text, Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]).Document!.Source);
        Assert.Equal(text, Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]).Document!.Source);
        Assert.Equal(text, Read(Encoding.BigEndianUnicode.GetBytes(text)).Document!.Source);
        DocumentResult western = Read([.. "Caf"u8, 0xE9, .. " and na"u8, 0xEF, .. "ve \u0093"u8.ToArray().AsSpan(0, 3), 0x93, .. "quote"u8, 0x94]);
        Assert.Equal("windows-1252", western.Document!.Encoding);
        Assert.Single(western.Problems);
        DocumentResult eastern = Read([.. "<html><head><meta charset='windows-1250'></head><body><p>Wroc"u8, 0xB3, .. "aw is a city.</p>"u8]);
        Assert.Equal("Wrocław is a city.", Assert.Single(eastern.Document!.Blocks).Text);
    }

    [Fact]
    public void A_character_cut_in_the_middle_is_shown_as_such_and_its_byte_is_named()
    {
        DocumentResult result = Read([.. "The caf\u00E9 was closed on Monday, the owner said in the caf"u8, 0xC3]);
        Assert.EndsWith("\uFFFD", result.Document!.Source, StringComparison.Ordinal);
        Assert.Equal("byte 57", Assert.Single(result.Problems).Place);
    }

    [Theory]
    [InlineData("<p><span class='words'>The dam held</span><span class='speaker'>Mayor Ostrell</span></p>", "The dam held Mayor Ostrell")]
    [InlineData("<p><span class='drop'>T</span><span class='rest'>he dam</span> held.</p>", "The dam held.")]
    [InlineData("<p><span class='c4'>Over</span><span class='c11'>night</span> the dam held.</p>", "Overnight the dam held.")]
    [InlineData("<p><b class='term'>Dam</b><i>s</i> and <em class='x'>mill</em>race.</p>", "Dams and millrace.")]
    public void Parts_that_only_a_style_sheet_sets_apart_are_not_glued_and_words_are_not_torn(string page, string text) =>
        Assert.Equal(text, Assert.Single(Read(Encoding.UTF8.GetBytes("<html><body>" + page)).Document!.Blocks).Text);

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        DocumentResult result = Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("A town"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes(" burns")]);
        Assert.Equal("A town\uFFFD burns", result.Document!.Source);
        Assert.Equal("byte 14", Assert.Single(result.Problems).Place);
    }

    [Fact]
    public void A_page_nested_a_hundred_thousand_deep_is_read()
    {
        StringBuilder page = new("<html><body>");
        for (int i = 0; i < 100_000; i++)
            page.Append("<div><b>");
        page.Append("<p>The words at the bottom were found by the divers.</p>");
        Assert.Contains(Read(Encoding.UTF8.GetBytes(page.ToString())).Document!.Blocks, b => b.Text.StartsWith("The words at the bottom", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_cut_off_inside_a_tag_is_read_as_far_as_it_goes_and_said()
    {
        DocumentResult result = Read("<html><body><p>The first half of the report stands here.</p><p class=\"sec"u8.ToArray());
        Assert.Equal("The first half of the report stands here.", Assert.Single(result.Document!.Blocks).Text);
        Assert.Contains("inside a tag", Assert.Single(result.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_end_is_parted_and_a_text_too_long_is_read_to_the_limit()
    {
        ReadingLimits limits = new() { DocumentBytes = 100_000, BlockLength = 1000 };
        string path = Save("long.txt", Encoding.UTF8.GetBytes(new string('a', 50_000) + string.Concat(Enumerable.Repeat("word ", 20_000))));
        DocumentResult result = Assert.Single(DocumentReader.Read(path, limits));
        Assert.Contains("longer than", Assert.Single(result.Problems).What, StringComparison.Ordinal);
        Assert.All(result.Document!.Blocks, b => Assert.InRange(b.Text.Length, 1, 3000));
    }

    [Fact]
    public void The_same_bytes_under_two_names_are_read_once()
    {
        string a = Save("a.txt", "One word and another."u8.ToArray()), b = Save("b.txt", "One word and another."u8.ToArray());
        DocumentResult[] results = [.. DocumentReader.WithoutCopies(DocumentReader.Read(_folder))];
        Assert.Equal(a, results[0].Document!.File);
        Assert.Null(results[1].Document);
        Assert.Contains(a, Assert.Single(results[1].Problems).What, StringComparison.Ordinal);
        Assert.Equal(b, results[1].Problems[0].File);
    }

    [Fact]
    public void A_feed_gives_a_document_an_item_and_its_characters_keep_their_place()
    {
        const string feed = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "&#120;">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Radio Ost</title><language>en</language>
            <item><title>Miners &amp; owners talk</title><link>https://ost.example/1</link><pubDate>Tue, 04 Mar 2031 10:00:00 +0200</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Miners and owners met in Ost.</p><p>They talk again on Friday.</p>]]></content:encoded></item>
            <item><title>Second</title><description>&lt;p&gt;Escaped &amp;amp; whole.&lt;/p&gt;</description></item></channel></rss>
            """;
        DocumentResult[] items = [.. DocumentReader.Read(Encoding.UTF8.GetBytes(feed), "feed.xml")];
        Assert.Equal(["feed.xml#1", "feed.xml#2"], items.Select(i => i.Document!.File));
        Assert.Equal(["Miners & owners talk", "Miners and owners met in Ost.", "They talk again on Friday."], items[0].Document!.Blocks.Select(b => b.Text));
        Assert.Equal(["Second", "Escaped & whole."], items[1].Document!.Blocks.Select(b => b.Text));
        Block block = items[0].Document!.Blocks[1];
        Assert.Equal(block.Text, feed[block.Source.Start..block.Source.End]);
        Assert.NotEqual(items[0].Document!.Sha256, items[1].Document!.Sha256);
    }

    [Fact]
    public void A_JSON_feed_and_a_ninjs_item_are_read_with_their_places()
    {
        const string feed = """{"version":"https://jsonfeed.org/version/1.1","title":"Radio Ost","items":[{"id":"1","title":"Mill \u201Cburns\u201D","content_html":"<p>The mill at Ost\nburned \"down\".</p>","date_published":"2031-03-04T10:00:00Z"},{"id":"2","content_text":"A second item."}]}""";
        DocumentResult[] items = [.. DocumentReader.Read(Encoding.UTF8.GetBytes(feed), "feed.json")];
        Assert.Equal(["Mill “burns”", "The mill at Ost burned \"down\"."], items[0].Document!.Blocks.Select(b => b.Text));
        Assert.Equal("feed.json#2", items[1].Document!.File);
        Assert.StartsWith("The mill", feed[items[0].Document!.Blocks[1].Source.Start..], StringComparison.Ordinal);
        const string ninjs = """{"uri":"u","headlines":[{"value":"Mill burns"}],"bodies":[{"value":"The mill burned down."}],"versioncreated":"2031-03-04T10:00:00Z"}""";
        Assert.Equal(["Mill burns", "The mill burned down."], DocumentReader.Read(Encoding.UTF8.GetBytes(ninjs), "item").Single().Document!.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void No_bytes_make_a_reader_throw()
    {
        string[] parts = ["<rss><channel>", "<item>", "<title>", "</item>", "<entry>", "<content type='xhtml'>", "]]>", "<![CDATA[", "&#x110000;", "&#55555;", "&", "{\"version\":\"jsonfeed.org\",\"items\":[", "{\"title\":\"\\ud83d", "\"}", "]", "\"a\"", "{\"items\":{\"title\":", "{\"items\":[", ",", "WARC/1.0\r\n", "WARC-Type: response\r\n", "Content-Length: 99999999999\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n", "<html>", "<p ", "='", "<!--", "# ", "](", "[", "**", "\0", "\uFEFF", "x"];
        Gen<byte[]> bytes = Gen.OneOf(Gen.Elements(parts).ListOf().Select(p => Encoding.UTF8.GetBytes(string.Concat(p))), Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(), Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Select(b => (byte[])[(byte)'P', (byte)'K', 3, 4, .. b]), Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Select(b => (byte[])[0x1F, 0x8B, 8, .. b]));
        Prop.ForAll(bytes.ToArbitrary(), b => Assert.All(DocumentReader.Read(b, "any"), r => Assert.True(r.Document is not null || r.Problems.Length > 0))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static DocumentResult Read(byte[] bytes) => Assert.Single(DocumentReader.Read(bytes, "bytes"));

    private string Save(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
