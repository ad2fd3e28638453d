// Every export is read back and held against its format's definition.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

using Crossread.Documents;
using Crossread.Exports;
using Crossread.Language;
using Crossread.Stories;

namespace Crossread.Tests.Exports;

public sealed class StoryExportTests
{
    private static readonly Lazy<Story> _sample = new(() => Crossreader.Read([Path.Combine(HouseTests.Root(), "samples", "ulmar-flood")]));

    private static readonly string[] _plover =
        ["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE", "DEMAND", "DISAPPROVE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "FIGHT"];

    private static byte[] Bytes(string name)
    {
        using MemoryStream stream = new();
        StoryExports.Of(name)!.Write(stream, _sample.Value);
        return stream.ToArray();
    }

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static List<JsonElement> Lines(string name) => [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static Dictionary<string, string> Files(string name)
    {
        using ZipArchive zip = new(new MemoryStream(Bytes(name)));
        return zip.Entries.ToDictionary(e => e.Name, e => new StreamReader(e.Open()).ReadToEnd());
    }

    public static TheoryData<string> Names => new(StoryExports.All.Select(e => e.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_story_gives_the_same_bytes(string name) => Assert.Equal(Bytes(name), Bytes(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_story_without_reports_is_written(string name)
    {
        using MemoryStream stream = new();
        StoryExports.Of(name)!.Write(stream, StoryBuilder.Build([]));
        Assert.NotNull(stream.ToArray());
    }

    [Fact]
    public void Plover_records_have_its_fields_and_types()
    {
        List<JsonElement> records = Lines("plover");
        Assert.NotEmpty(records);
        Assert.All(records, r =>
        {
            foreach (string field in (string[])["id", "date", "source", "target", "event", "mode", "eventText", "context", "text", "textInfo", "language", "publication", "version"])
                Assert.True(r.TryGetProperty(field, out _), field);
            Assert.Contains(r.GetProperty("event").GetString(), _plover);
            Assert.Contains(r.GetProperty("eventText").GetString()!, r.GetProperty("text").GetString()!, StringComparison.Ordinal);
            Assert.All(r.GetProperty("source").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("actorText").GetString()!));
        });
        Assert.Equal(records.Count, records.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Gdelt_tables_have_61_and_16_columns_and_mentions_lead_to_events()
    {
        Dictionary<string, string> files = Files("gdelt");
        string[][] events = [.. files["events.export.CSV"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];
        string[][] mentions = [.. files["events.mentions.CSV"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];
        Assert.NotEmpty(events);
        Assert.All(events, e =>
        {
            Assert.Equal(GdeltExport.EventColumns, e.Length);
            Assert.True(long.Parse(e[0], CultureInfo.InvariantCulture) > 0);
            Assert.True(e[1].Length == 0 || DateOnly.TryParseExact(e[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), e[1]);
            Assert.InRange(int.Parse(e[29], CultureInfo.InvariantCulture), 1, 4);
            Assert.StartsWith(e[28], e[26], StringComparison.Ordinal);
            Assert.True(e[59].Length is 0 or 14, e[59]);
        });
        Assert.All(mentions, m =>
        {
            Assert.Equal(GdeltExport.MentionColumns, m.Length);
            Assert.Contains(events, e => e[0] == m[0]);
        });
        Assert.Equal(events.Length, events.Select(e => e[0]).Distinct().Count());
    }

    [Fact]
    public void Tables_have_as_many_cells_in_each_row_as_in_their_heading()
    {
        Dictionary<string, string> files = Files("csv");
        Assert.Equal(["claims.csv", "entities.csv", "event_accounts.csv", "events.csv", "relations.csv", "reports.csv", "statements.csv", "timeline.csv"], files.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, string text) in files)
        {
            List<List<string>> rows = Rows(text);
            Assert.True(rows.Count > 1, name);
            Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        }
        Assert.Equal(_sample.Value.Reports.Length, Rows(files["reports.csv"]).Count - 1);
        HashSet<string> ids = [.. Rows(files["events.csv"]).Skip(1).Select(r => r[0])];
        Assert.All(Rows(files["event_accounts.csv"]).Skip(1), r => Assert.Contains(r[0], ids));
    }

    [Fact]
    public void Conllu_is_read_back_with_all_words()
    {
        List<Problem> problems = [];
        ConlluDocument[] read = [.. ConlluReader.Read(new StringReader(Text("conllu")), "story.conllu", problems)];
        Assert.Empty(problems);
        Assert.Equal(_sample.Value.Reports.Count(r => !r.Reading.Words.Tokens.IsEmpty), read.Length);
        Assert.Equal(_sample.Value.Reports.Sum(r => r.Reading.Words.Tokens.Length), read.Sum(d => d.Sentences.Sum(s => s.Words.Length)));
    }

    [Fact]
    public void Web_annotations_point_to_the_words_that_they_quote()
    {
        JsonElement root = JsonDocument.Parse(Bytes("webannotation")).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", root.GetProperty("@context").GetString());
        Assert.Equal("AnnotationCollection", root.GetProperty("type").GetString());
        JsonElement[] items = [.. root.GetProperty("first").GetProperty("items").EnumerateArray()];
        Assert.Equal(root.GetProperty("total").GetInt32(), items.Length);
        Dictionary<string, Rune[]> texts = [];
        foreach (StoryReport report in _sample.Value.Reports)
            texts[report.Reading.Report.Url ?? "urn:sha256:" + report.Reading.Report.Sha256] = [.. report.Reading.Report.Text.EnumerateRunes()];
        Assert.All(items, a =>
        {
            Assert.Equal("Annotation", a.GetProperty("type").GetString());
            JsonElement target = a.GetProperty("target");
            JsonElement position = target.GetProperty("selector")[0], quote = target.GetProperty("selector")[1];
            Assert.Equal("TextPositionSelector", position.GetProperty("type").GetString());
            Assert.Equal("TextQuoteSelector", quote.GetProperty("type").GetString());
            Rune[] text = texts[target.GetProperty("source").GetString()!];
            Assert.Equal(quote.GetProperty("exact").GetString(), string.Concat(text[position.GetProperty("start").GetInt32()..position.GetProperty("end").GetInt32()]));
        });
        Assert.Equal(items.Length, items.Select(a => a.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Follow_the_money_entities_have_lists_of_strings_and_lead_to_each_other()
    {
        List<JsonElement> lines = Lines("ftm");
        Dictionary<string, string> schemas = lines.ToDictionary(l => l.GetProperty("id").GetString()!, l => l.GetProperty("schema").GetString()!);
        string[] references = ["involved", "proof", "subject", "object"];
        Assert.All(lines, l =>
        {
            Assert.Contains(l.GetProperty("schema").GetString(), (string[])["Article", "Person", "Organization", "Event", "UnknownLink"]);
            foreach (JsonProperty property in l.GetProperty("properties").EnumerateObject())
            {
                Assert.All(property.Value.EnumerateArray(), v => Assert.NotEmpty(v.GetString()!));
                if (references.Contains(property.Name))
                    Assert.All(property.Value.EnumerateArray(), v => Assert.Contains(v.GetString()!, schemas.Keys));
            }
        });
        Assert.Contains("UnknownLink", schemas.Values);
        Assert.Contains("Event", schemas.Values);
    }

    [Fact]
    public void Graphml_declares_its_keys_and_its_edges_join_its_nodes()
    {
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";
        XElement root = XDocument.Parse(Text("graphml")).Root!;
        Assert.Equal(space + "graphml", root.Name);
        HashSet<string> keys = [.. root.Elements(space + "key").Select(k => k.Attribute("id")!.Value)], nodes = [.. root.Descendants(space + "node").Select(n => n.Attribute("id")!.Value)];
        Assert.NotEmpty(root.Descendants(space + "edge"));
        Assert.All(root.Descendants(space + "edge"), e =>
        {
            Assert.Contains(e.Attribute("source")!.Value, nodes);
            Assert.Contains(e.Attribute("target")!.Value, nodes);
        });
        Assert.All(root.Descendants(space + "data"), d => Assert.Contains(d.Attribute("key")!.Value, keys));
    }

    [Fact]
    public void Timeline_slides_have_a_date_that_exists_and_a_headline()
    {
        JsonElement[] slides = [.. JsonDocument.Parse(Bytes("timelinejs")).RootElement.GetProperty("events").EnumerateArray()];
        Assert.NotEmpty(slides);
        Assert.All(slides, s =>
        {
            JsonElement day = s.GetProperty("start_date");
            _ = new DateOnly(day.GetProperty("year").GetInt32(), day.GetProperty("month").GetInt32(), day.GetProperty("day").GetInt32());
            Assert.NotEmpty(s.GetProperty("text").GetProperty("headline").GetString()!);
        });
    }

    // RFC 4180.
    private static List<List<string>> Rows(string text)
    {
        List<List<string>> rows = [[""]];
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            List<string> row = rows[^1];
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                row[^1] += text[i++];
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == ',' && !quoted)
            {
                row.Add("");
            }
            else if (text[i] == '\r' && !quoted && text[i + 1] == '\n')
            {
                i++;
                if (i + 1 < text.Length)
                    rows.Add([""]);
            }
            else
            {
                row[^1] += text[i];
            }
        }
        return rows;
    }
}
