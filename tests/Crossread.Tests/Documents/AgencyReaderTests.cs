// Agencies' items: their words, names, dates and credits, whatever the wrapping.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Documents;

public sealed class AgencyReaderTests
{
    private const string Nitf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
        <nitf><head><title>BC-Orvo-Flood</title><docdata><date.issue norm="20310506T070809+0200"/><doc.copyright holder="Valley Wire" year="2031"/></docdata>
        <pubdata name="The Orvo Times" position.section="Region"/></head>
        <body xml:lang="en"><body.head><hedline><hl1>Flood reaches the mills of Orvo</hl1><hl2>Two bridges are closed</hl2></hedline>
        <byline>By <person>Tamas Quell</person></byline><dateline><location>ORVO</location></dateline></body.head>
        <body.content><p>The river Tal reached the mills of Orvo on Tuesday, the fire brigade said &amp; closed two bridges.</p>
        <media media-type="image"><media-caption>Water at the lower mill.</media-caption></media>
        <p>Mayor Sela Indra asked people to stay away from the banks. &quot;It is not over,&quot; she said.</p></body.content>
        <body.end><tagline>(Editing by Ola Brand)</tagline></body.end></body></nitf>
        """;

    private static string NewsMl(string content) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-05-06T08:00:00Z</sent></header><itemSet>
        <newsItem guid="urn:newsml:valley:1" version="3" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:VW"><name>Valley Wire</name></provider>
        <versionCreated>2031-05-06T09:30:00+02:00</versionCreated><firstCreated>2031-05-06T07:08:09+02:00</firstCreated><title>BC-FLOOD</title>
        <link rel="irel:canonical" href="https://wire.example/flood"/><link rel="irel:seeAlso" href="https://wire.example/other"/></itemMeta>
        <contentMeta><language tag="en"/><by>By Tamas Quell</by><creditline>VALLEY WIRE</creditline><headline>Flood reaches the mills of Orvo</headline></contentMeta>
        <contentSet>{content}</contentSet></newsItem>
        <newsItem guid="urn:newsml:valley:2" xml:lang="de"><itemMeta><versionCreated>2031-05-06T10:00:00Z</versionCreated></itemMeta>
        <contentMeta><headline>Hochwasser erreicht Orvo</headline></contentMeta><contentSet><inlineData contenttype="text/plain">Der Fluss hat am Dienstag die Mühlen von Orvo erreicht, sagte die Feuerwehr.</inlineData></contentSet></newsItem>
        </itemSet></newsMessage>
        """;

    [Fact]
    public void A_NITF_item_gives_headline_author_date_outlet_section_and_text()
    {
        (Document document, Report report) = Assert.Single(Read(Nitf));
        Assert.Equal(DocumentFormat.NewsItem, document.Format);
        Assert.Equal("Flood reaches the mills of Orvo", report.Title);
        Assert.Equal(["Tamas Quell"], report.Authors);
        Assert.Equal("2031-05-06T07:08:09+02:00", report.Published?.Edtf);
        Assert.Equal("The Orvo Times", report.Outlet);
        Assert.Equal("Region", report.Section);
        Assert.Contains("the fire brigade said & closed two bridges.", report.Text, StringComparison.Ordinal);
        Assert.Contains("\"It is not over,\" she said.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BC-Orvo-Flood", report.Text, StringComparison.Ordinal);
        Assert.Contains(report.Passages, p => p.Kind == PassageKind.Caption && p.Span.Cut(report.Text) == "Water at the lower mill.");
    }

    [Theory]
    [InlineData("""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>The river Tal reached the mills of Orvo on Tuesday, the fire brigade said.</p><p>Two bridges are closed, it added.</p></body></html></inlineXML>""")]
    [InlineData("""<inlineData contenttype="text/plain">The river Tal reached the mills of Orvo on Tuesday, the fire brigade said.&#10;&#10;Two bridges are closed, it added.</inlineData>""")]
    [InlineData("""<inlineData contenttype="text/html"><![CDATA[<p>The river Tal reached the mills of Orvo on Tuesday, the fire brigade said.</p><p>Two bridges are closed, it added.</p>]]></inlineData>""")]
    [InlineData("""<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Flood reaches the mills of Orvo</hl1></hedline></body.head><body.content><p>The river Tal reached the mills of Orvo on Tuesday, the fire brigade said.</p><p>Two bridges are closed, it added.</p></body.content></body></nitf></inlineXML>""")]
    public void A_NewsML_G2_message_gives_each_item_with_its_own_words(string content)
    {
        (Document Document, Report Report)[] items = Read(NewsMl(content));
        Assert.Equal(["any#1", "any#2"], items.Select(i => i.Document.File));
        Report first = items[0].Report;
        Assert.Equal("Flood reaches the mills of Orvo\n\nThe river Tal reached the mills of Orvo on Tuesday, the fire brigade said.\n\nTwo bridges are closed, it added.", first.Text);
        Assert.Equal(["Tamas Quell"], first.Authors);
        Assert.Equal(("2031-05-06T07:08:09+02:00", "2031-05-06T09:30:00+02:00"), (first.Published?.Edtf, first.Modified?.Edtf));
        Assert.Equal(("Valley Wire", "VALLEY WIRE", "https://wire.example/flood", "en"), (first.Outlet, first.Agency, first.Url, first.Language));
        Assert.Equal(("Hochwasser erreicht Orvo", "de", "2031-05-06T10:00:00Z"), (items[1].Report.Title, items[1].Report.Language, items[1].Report.Published?.Edtf));
    }

    [Fact]
    public void Every_character_of_an_agency_item_leads_to_its_place()
    {
        foreach ((Document document, Report report) in Read(NewsMl("<inlineData contenttype=\"text/html\"><![CDATA[<p>Rain &amp; wind at the caf&eacute; of Orvo, the keeper said on Friday.</p>]]></inlineData>")).Concat(Read(Nitf)))
        {
            foreach (Crossread.Text.SourceMap.Piece piece in report.Map.Pieces.Where(p => p.Exact))
                Assert.Equal(piece.Text.Cut(report.Text).Replace('\n', ' '), document.Source[piece.Source.Start..piece.Source.End].Replace('\n', ' '));
        }
    }

    [Fact]
    public void An_item_that_breaks_off_is_read_as_far_as_it_goes()
    {
        (Document _, Report report) = Assert.Single(Read(Nitf[..Nitf.IndexOf("Mayor Sela", StringComparison.Ordinal)]));
        Assert.Contains("reached the mills of Orvo", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"uri":"https://wire.example/n/1","versioncreated":"2031-05-06T07:30:00Z","firstcreated":"2031-05-06T07:08:09Z","byline":"Tamas Quell","headline":"Flood reaches Orvo","language":"en","copyrightholder":"Valley Wire","body_text":"The river Tal reached Orvo on Tuesday, the fire brigade said.\nTwo bridges are closed, it added."}""")]
    [InlineData("""{"uri":"https://wire.example/n/1","versionCreated":"2031-05-06T07:30:00Z","firstCreated":"2031-05-06T07:08:09Z","by":"Tamas Quell","headlines":[{"role":"main","value":"Flood reaches Orvo"}],"language":"en","copyrightHolder":"Valley Wire","bodies":[{"role":"main","contentType":"text/html","value":"<p>The river Tal reached Orvo on Tuesday, the fire brigade said.</p><p>Two bridges are closed, it added.</p>"}]}""")]
    [InlineData("""{"standard":{"name":"ninjs","version":"3.0"},"uri":"https://wire.example/n/1","contentCreated":"2031-05-06T07:00:00Z","versionCreated":"2031-05-06T07:30:00Z","firstCreated":"2031-05-06T07:08:09Z","by":"By Tamas Quell","headlines":[{"value":"Flood reaches Orvo"}],"descriptions":[{"role":"summary","value":"A flood."}],"language":"en","infoSources":[{"name":"Valley Wire"}],"bodies":[{"value":"The river Tal reached Orvo on Tuesday, the fire brigade said.\nTwo bridges are closed, it added."}],"associations":[{"headlines":[{"value":"Another story"}],"bodies":[{"value":"Nothing of this belongs to the first story, whatever its length may be, for it is another story and a longer one than the first."}]}]}""")]
    public void A_ninjs_item_of_each_version_is_read(string json)
    {
        (Document document, Report report) = Assert.Single(Read(json));
        Assert.Equal(DocumentFormat.NewsItem, document.Format);
        Assert.Equal("Flood reaches Orvo\n\nThe river Tal reached Orvo on Tuesday, the fire brigade said.\n\nTwo bridges are closed, it added.", report.Text);
        Assert.Equal(["Tamas Quell"], report.Authors);
        Assert.Equal(("2031-05-06T07:08:09Z", "2031-05-06T07:30:00Z"), (report.Published?.Edtf, report.Modified?.Edtf));
        Assert.Equal(("Valley Wire", "https://wire.example/n/1"), (report.Outlet, report.Url));
    }

    private static (Document Document, Report Report)[] Read(string source)
    {
        Document[] documents = [.. DocumentReader.Read(Encoding.UTF8.GetBytes(source), "any").Select(r => r.Document).OfType<Document>()];
        return [.. documents.Zip(Cleaner.Clean(documents))];
    }
}
